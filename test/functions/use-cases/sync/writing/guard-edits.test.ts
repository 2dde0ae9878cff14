import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../../functions/workbook/layout/layout.ts';
import { parseTable } from '../../../../../functions/workbook/table/table.ts';
import { WORKSHEETS } from '../../../../../functions/workbook/worksheets/index.ts';
import { STAFF_WORKSHEETS } from '../../../../../functions/domain/records/worksheet-key.ts';
import type { RowsSeen, SheetEdit } from '../../../../../functions/use-cases/ports/spreadsheets.ts';
import {
  countRows,
  editedRows,
  planGuards,
  standAsRead,
  type Reading,
} from '../../../../../functions/use-cases/sync/writing/guard-edits.ts';

const CALENDAR = 7;
const HEADER = WORKSHEETS.calendar.columns.map(({ title }) => title);
const ROW = [46_000, 'рабочий', 'Замечаний нет', 'приказ', 'k1'];

/** The workbook's tab «Календарь» with these rows and so many columns; all its other tabs are gone. */
function read(rows: readonly (readonly Cell[])[], columnCount?: number): Reading {
  const sheet = { sheetId: CALENDAR, title: 'Дни', rows, ...(columnCount !== undefined && { columnCount }) };
  const gone = Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, { kind: 'vanished' }]));
  const tables = { ...gone, calendar: parseTable(WORKSHEETS.calendar, sheet) };
  return { tables, sheets: { ...gone, calendar: { kind: 'complete', ...sheet } } } as unknown as Reading;
}

const write = (row: number, values: Cell[][], sheetId = CALENDAR): SheetEdit => ({
  kind: 'write_values',
  block: { sheetId, row, column: 2, values },
});

describe('what a write asserts of the columns', () => {
  const wide = [...HEADER, 'Заметки', 'Ещё'];
  const long = 'Очень длинное название столбца, который завели себе сотрудники';
  type Columns = Readonly<Record<string, number>>;

  test.each<
    readonly [what: string, rows: readonly (readonly Cell[])[], columnCount: number | undefined, Columns]
  >([
    ['our last column is the last of the grid', [HEADER, ROW], 5, { check: 2, id: 4, 'edge:5': 4 }],
    ['the grid goes on behind it', [HEADER, ROW], 26, { check: 2, id: 4, 'edge:26': 25 }],
    ['nobody told how wide the grid is', [HEADER, ROW], undefined, { check: 2, id: 4 }],
    ['staff have columns behind it', [wide, ROW], 9, { check: 2, id: 4, 'last:Ещё': 6, 'edge:9': 8 }],
    [
      'something stands behind it under no header',
      [HEADER, [...ROW, null, 'вне таблицы']],
      9,
      { check: 2, id: 4, 'last:': 6, 'edge:9': 8 },
    ],
    [
      'the last header is long',
      [[...HEADER, long], ROW],
      6,
      { check: 2, id: 4, [`last:${long.slice(0, 40)}`]: 5, 'edge:6': 5 },
    ],
    ['«Проверка» was lost', [HEADER.toSpliced(2, 1), ROW.toSpliced(2, 1)], 4, { id: 3, 'edge:4': 3 }],
  ])('%s', (_, rows, columnCount, columns) => {
    const positions = { headerRow: 0, columns };
    expect(planGuards([write(1, [['']])], read(rows, columnCount), 'assert')).toEqual([
      { kind: 'assert_positions', sheetId: CALENDAR, positions },
    ]);
  });

  test('the header is where it stands', () => {
    const [guard] = planGuards([write(3, [['']])], read([['Дни отдыха'], [], HEADER, ROW], 5), 'assert');
    expect(guard).toMatchObject({ positions: { headerRow: 2 } });
  });

  test.each<
    readonly [
      what: string,
      edits: readonly SheetEdit[],
      guard: 'assert' | 'mark' | 'trust',
      kinds: readonly string[],
    ]
  >([
    ['a write is asserted', [write(1, [['']])], 'assert', ['assert_positions']],
    ['after refusals its places are marked anew', [write(1, [['']])], 'mark', ['mark_positions']],
    ['the last resort is trust', [write(1, [['']])], 'trust', []],
    ['another sheet is none of the staff’s', [write(1, [['']], 99)], 'assert', []],
    ['what writes no cells moves nothing', [{ kind: 'delete_sheet', sheetId: CALENDAR }], 'assert', []],
  ])('%s', (_, edits, guard, kinds) => {
    expect(planGuards(edits, read([HEADER, ROW], 5), guard).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('the rows that a write is shown back', () => {
  test('are those of its blocks in the staff’s sheets, under the tab’s own title', () => {
    const edits = [write(1, [['а'], ['б']]), write(9, [['в']]), write(1, [['г']], 99)];
    expect(editedRows(edits, read([HEADER, ROW], 5))).toEqual([
      { sheetId: CALENDAR, title: 'Дни', startRow: 1, endRow: 3 },
      { sheetId: CALENDAR, title: 'Дни', startRow: 9, endRow: 10 },
    ]);
  });

  test.each<
    readonly [spans: readonly (readonly [sheetId: number, from: number, to: number])[], count: number]
  >([
    [[], 0],
    [[[1, 2, 5]], 3],
    [
      [
        [1, 2, 5],
        [1, 4, 6],
      ],
      4,
    ],
    [
      [
        [1, 2, 3],
        [2, 2, 3],
      ],
      2,
    ],
  ])('%j: %i rows', (spans, count) => {
    expect(
      countRows(spans.map(([sheetId, startRow, endRow]) => ({ sheetId, title: '', startRow, endRow }))),
    ).toBe(count);
  });
});

describe('whether the rows still stand as they were read', () => {
  const rows: Cell[][] = [[...HEADER, 'Заметки'], [...ROW, 'заметка'], [46_001]];
  const reading = read(rows, 6);
  type Seen = RowsSeen['rows'];

  test.each<readonly [what: string, seen: Seen, stand: boolean]>([
    ['as they were', [rows[1] ?? []], true],
    ['with our own cells written', [[46_000, 'рабочий', 'Ошибка', 'приказ', 'k9', 'заметка']], true],
    ['a staff cell was typed over', [[46_000, 'рабочий', '', 'письмо', 'k1', 'заметка']], false],
    ['a cell beside the table was typed over', [[46_000, 'рабочий', '', 'приказ', 'k1', 'другое']], false],
    ['somebody cleared the row’s end', [[46_000, 'рабочий']], false],
    ['somebody cleared what stood beside', [[46_000, 'рабочий', 'Замечаний нет', 'приказ', 'k1']], false],
    ['somebody typed behind the row’s end', [[...ROW, 'заметка', 'ещё']], false],
    [
      'a cell that a formula calculates says nothing',
      [[undefined, 'рабочий', '', 'приказ', 'k1', undefined]],
      true,
    ],
    ['an empty text is an empty cell', [rows[1] ?? [], [46_001, '', 'Ошибка', null, '']], true],
    ['the second row moved up', [rows[2] ?? []], false],
    ['a new row stands behind all', [rows[1] ?? [], rows[2] ?? [], [46_002]], false],
    ['nothing stands behind all', [rows[1] ?? [], rows[2] ?? [], []], true],
  ])('%s', (_, seen, stand) => {
    expect(standAsRead([{ sheetId: CALENDAR, startRow: 1, rows: seen }], reading)).toBe(stand);
  });

  test('every span is looked at, and sheets of others are not', () => {
    const good: RowsSeen = { sheetId: CALENDAR, startRow: 1, rows: [rows[1] ?? []] };
    const bad: RowsSeen = { sheetId: CALENDAR, startRow: 2, rows: [rows[1] ?? []] };
    expect([
      standAsRead([good, bad], reading),
      standAsRead([good, { ...bad, sheetId: 99 }], reading),
    ]).toEqual([false, true]);
  });
});
