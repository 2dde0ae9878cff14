import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { longTest } from '../../../support/long.ts';
import { compileGrammar, GENERATED_PARSER, stamped } from './compile-grammar.ts';

const STALE = 'stale: run node test/functions/domain/deadlines/compile-grammar.ts';
const checkedIn = readFileSync(GENERATED_PARSER, 'utf8');

test('The checked-in parser is that of the grammar as it stands', () => {
  const parser = checkedIn.slice(checkedIn.indexOf('\n') + 1);
  expect(stamped(parser) === checkedIn ? 'fresh' : STALE).toBe('fresh');
});

longTest('The checked-in parser is compiled from the grammar as it stands', () => {
  expect(compileGrammar() === checkedIn ? 'fresh' : STALE).toBe('fresh');
});
