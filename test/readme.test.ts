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
