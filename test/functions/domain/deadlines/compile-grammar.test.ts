import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compileGrammar, GENERATED_PARSER } from './compile-grammar.ts';

test('The checked-in parser is compiled from the grammar as it stands', () => {
  const fresh = compileGrammar() === readFileSync(GENERATED_PARSER, 'utf8');
  expect(fresh ? 'fresh' : 'stale: run node test/functions/domain/deadlines/compile-grammar.ts').toBe(
    'fresh',
  );
});
