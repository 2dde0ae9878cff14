import { describe, expect, test } from '@jest/globals';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Cell, Row, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { columnTag, rowTag } from '../world/tags.ts';
import { createIdentityOracle } from './identities.ts';
import { bookOf, SHEET_IDS } from './small-book.ts';

/** The id of a row, its mark and its topic; without a topic nothing is left of it but the mark. */
type Line = readonly [id: string, tag: number, topic?: string];

const HEADER: Row = WORKSHEETS.journal.columns
  .filter(({ key }) => key === 'id' || key === 'topic')
  .map(({ key, title }): Cell => ({ value: title, note: columnTag(key) }));

function journal(...lines: readonly Line[]): Spreadsheet {
  const rows = lines.map(([id, tag, topic]): Row => {
    const cell = { note: rowTag(tag), ...(topic !== undefined && { value: topic }) };
    return [cell, id === '' ? undefined : { value: id }];
  });
  return bookOf('journal', [HEADER, ...rows]);
}

const KNOWN: readonly Line[] = [
  ['j1', 1, 'Первая'],
  ['j2', 2, 'Вторая'],
  ['j3', 3, 'Третья'],
];
const [FIRST, SECOND, THIRD] = KNOWN as readonly [Line, Line, Line];
const NEW = 9;

/** What is found once all is quiet, after people had the sheet so and functions wrote their ids. */
function judge(typed: readonly Line[], written: readonly Line[]) {
  const oracle = createIdentityOracle(SHEET_IDS);
  const [known, people, functions] = [journal(...KNOWN), journal(...typed), journal(...written)];
  oracle.observe(journal(), known, 'staff');
  expect(oracle.check(known)).toBeUndefined();
  oracle.observe(known, people, 'staff');
  oracle.accept(people);
  oracle.observe(people, functions, 'function');
  return oracle.check(functions)?.what;
}

type Fact = readonly [what: string, typed: readonly Line[], written: readonly Line[]];

describe('a row that is gone may have named the one that is typed in its place', () => {
  test.each<Fact>([
    ['it was deleted', [['', NEW, 'Новая'], SECOND, THIRD], [['j1', NEW, 'Новая'], SECOND, THIRD]],
    [
      'it was cleared, and a row inserted above what is left of it',
      [['', NEW, 'Новая'], ['', 1], SECOND, THIRD],
      [['j1', NEW, 'Новая'], ['', 1], SECOND, THIRD],
    ],
    [
      'it was cleared, and only the server’s cells are left of it',
      [['', NEW, 'Новая'], ['j1', 1], SECOND, THIRD],
      [['j1', NEW, 'Новая'], ['', 1], SECOND, THIRD],
    ],
  ])('%s', (_, typed, written) => {
    expect(judge(typed, written)).toBeUndefined();
  });
});

describe('no id of another row', () => {
  test.each<Fact>([
    [
      'for a row typed above one that stands',
      [['', NEW, 'Новая'], FIRST, SECOND, THIRD],
      [['j1', NEW, 'Новая'], ['j4', 1, 'Первая'], SECOND, THIRD],
    ],
    [
      'for a row typed where another stood than the one that was cleared',
      [['', 1], SECOND, THIRD, ['', NEW, 'Новая']],
      [['', 1], SECOND, THIRD, ['j1', NEW, 'Новая']],
    ],
    [
      'for a row typed where another stood than the one that was deleted',
      [SECOND, THIRD, ['', NEW, 'Новая']],
      [SECOND, THIRD, ['j1', NEW, 'Новая']],
    ],
  ])('%s', (_, typed, written) => {
    expect(judge(typed, written)).toContain('got j1, which named another row');
  });

  test('for a row that stands itself', () => {
    const written: readonly Line[] = [['j2', 1, 'Первая'], ['j1', 2, 'Вторая'], THIRD];
    expect(judge(KNOWN, written)).toBe('journal: row 2 was j1 and is j2 now');
  });
});
