import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const FUNCTIONS = join(import.meta.dirname, '../functions');
const DECLARATION =
  /^export (?:abstract )?(?:async )?(?:function|const|class|interface|type) (?<name>\w+)/gmu;

interface Declared {
  readonly name: string;
  readonly file: string;
}

/** What the functions export where it is declared; a name that is passed on stands once. */
function readDeclared(pattern = '**/*.ts'): readonly Declared[] {
  const files = globSync(pattern, { cwd: FUNCTIONS }).filter((file) => !file.startsWith('dist/'));
  return files.flatMap((file) =>
    [...readFileSync(join(FUNCTIONS, file), 'utf8').matchAll(DECLARATION)].map(({ groups }) => ({
      name: groups?.['name'] ?? '',
      file,
    })),
  );
}

test('one word is one thing: no two files of the functions export the same name', () => {
  const declared = readDeclared();
  expect(declared.length).toBeGreaterThan(500);
  const homes = Map.groupBy(declared, ({ name }) => name);
  const shared = [...homes].filter(([, those]) => new Set(those.map(({ file }) => file)).size > 1);
  expect(shared).toEqual([]);
});

test('the verb tells whether the world is touched: pure layers neither read nor write, they parse and plan', () => {
  const pure = readDeclared('{domain,workbook,contract}/**/*.ts');
  expect(pure.filter(({ name }) => /^(?:read|save|write|publish)[A-Z]/u.test(name))).toEqual([]);
});

test('a command that people are told can be pasted as it stands', () => {
  const told = globSync(['functions/**/*.ts', 'local/**/*.ts', 'sheets-addon/src/**/*.ts'], {
    cwd: join(FUNCTIONS, '..'),
  })
    .filter((file) => !/node_modules|dist\//u.test(file))
    .flatMap((file) => readFileSync(join(FUNCTIONS, '..', file), 'utf8').split('\n'))
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/u.test(line))
    .filter((line) => /(?<![\w./-])shnor (?:--)?[a-z]/u.test(line));
  expect(told.filter((line) => /[а-яё]/iu.test(line))).toEqual([]);
});
