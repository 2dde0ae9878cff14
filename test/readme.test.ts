import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: object };

describe.each(['README.md', 'functions/README.md', 'local/README.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('leads with each of its links to something that is there', () => {
    const targets = [...text.matchAll(/\]\((?<target>[^)#]+)[^)]*\)/gu)].map(
      ({ groups }) => groups?.['target'] ?? '',
    );
    const own = targets.filter((target) => !/^[a-z]+:/u.test(target));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((target) => !existsSync(join(dirname(file), decodeURI(target))))).toEqual([]);
  });

  test('names no command that npm does not know', () => {
    const named = [...text.matchAll(/npm run (?:-s |--silent )?(?<name>[\w:-]+)/gu)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('functions/README.md lists each package that the program works with, under its own licence', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const licences = Object.keys(dependencies).map((name) => {
    const manifest = readFileSync(join('node_modules', name, 'package.json'), 'utf8');
    const { license } = JSON.parse(manifest) as { readonly license: string };
    return [name, license.replace(/^\((.*) OR (GPL-3\.0).*\)$/u, '$1 или $2')];
  });
  const rows = readFileSync('functions/README.md', 'utf8').matchAll(
    /^\| `(?<name>[^`]+)` *\| [^|]+\| (?<licence>[^|]+?) *\| +\d+,\d +\| +\d+ +\|$/gmu,
  );
  expect([...rows].map(({ groups }) => [groups?.['name'], groups?.['licence']])).toEqual(licences);
});
