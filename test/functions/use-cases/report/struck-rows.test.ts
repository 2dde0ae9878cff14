import { describe, expect, test } from '@jest/globals';
import {
  STAFF_WORKSHEETS,
  type StaffWorksheetKey,
} from '../../../../functions/domain/records/worksheet-key.ts';
import type { ColumnSpan, Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import { findStruckRows } from '../../../../functions/use-cases/report/struck-rows.ts';
import type { CompleteTables } from '../../../../functions/use-cases/sync/reading/read-sheets.ts';
import { parseTable } from '../../../../functions/workbook/table/table.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';

type Cells = Readonly<Record<string, Cell>>;
/** A cell: the worksheet, the key of its column, the row as people count. */
type Place = readonly [worksheet: StaffWorksheetKey, key: string, row: number];

const sheetIdOf = (key: StaffWorksheetKey) => STAFF_WORKSHEETS.indexOf(key) + 1;
const columnOf = (worksheet: StaffWorksheetKey, key: string) =>
  WORKSHEETS[worksheet].columns.findIndex((column) => column.key === key);

/** The worksheets with these rows, from the second on; null for an empty one. */
function tablesOf(rows: Partial<Record<StaffWorksheetKey, readonly (Cells | null)[]>>): CompleteTables {
  const tables = STAFF_WORKSHEETS.map((key) => {
    const { columns, title } = WORKSHEETS[key];
    const grid = (rows[key] ?? []).map((cells) => columns.map((column) => cells?.[column.key] ?? null));
    const sheet = { sheetId: sheetIdOf(key), title, rows: [columns.map((column) => column.title), ...grid] };
    return [key, parseTable(WORKSHEETS[key], sheet)] as const;
  });
  return Object.fromEntries(tables) as unknown as CompleteTables;
}

async function find(tables: CompleteTables, struck: readonly Place[]) {
  const asked: ColumnSpan[] = [];
  const isAt = ({ sheetId, column }: ColumnSpan, [worksheet, key]: Place) =>
    sheetId === sheetIdOf(worksheet) && column === columnOf(worksheet, key);
  const readStruck: Spreadsheets['readStruck'] = async (_, spans) => {
    asked.push(...spans);
    return spans.map((span) =>
      struck
        .filter((place) => isAt(span, place))
        .map(([, , row]) => row - 1)
        .filter((row) => row >= span.startRow && row < span.endRow),
    );
  };
  const told = await findStruckRows({ readStruck } as Spreadsheets, 'книга', tables);
  return { told: told.map((line) => line.split(' — ')[0]), asked };
}

const row = (more: Cells = {}): Cells => ({ id: 'e1-0a1', school: 'ОО № 1', measure: '1.1', ...more });
const TABLES = tablesOf({
  executions: [row({ mark: 'выполнено' }), row(), null, row({ mark: 'в работе' }), row()],
  journal: [{ date: 46_300, kind: 'КПК', measure: '1.1', topic: 'Курсы' }],
});

describe('what is struck through is told with its rows', () => {
  test.each<readonly [what: string, struck: readonly Place[], told: readonly string[]]>([
    ['nothing', [], []],
    [
      'one row',
      [['executions', 'measure', 5]],
      ['Внимание: на листе «Исполнение» есть зачёркнутое (строка 5)'],
    ],
    ['a mark', [['executions', 'mark', 2]], ['Внимание: на листе «Исполнение» есть зачёркнутое (строка 2)']],
    [
      'the first and the last, and a row struck in two cells once',
      [
        ['executions', 'measure', 6],
        ['executions', 'mark', 2],
        ['executions', 'measure', 2],
        ['executions', 'measure', 3],
      ],
      ['Внимание: на листе «Исполнение» есть зачёркнутое (строки 2–3, 6)'],
    ],
    [
      'on two sheets',
      [
        ['journal', 'kind', 2],
        ['executions', 'mark', 5],
      ],
      [
        'Внимание: на листе «Исполнение» есть зачёркнутое (строка 5)',
        'Внимание: на листе «Журнал» есть зачёркнутое (строка 2)',
      ],
    ],
    ['not an empty cell', [['executions', 'mark', 3]], []],
    ['not an empty row', [['executions', 'measure', 4]], []],
    ['not a text that no figure depends on', [['journal', 'topic', 2]], []],
  ])('%s', async (_, struck, told) => {
    expect((await find(TABLES, struck)).told).toEqual(told);
  });

  test('and what to do about it', async () => {
    const readStruck: Spreadsheets['readStruck'] = async (_, spans) => spans.map(() => [1]);
    const tables = tablesOf({ executions: [row()] });
    expect(await findStruckRows({ readStruck } as Spreadsheets, 'книга', tables)).toEqual([
      'Внимание: на листе «Исполнение» есть зачёркнутое (строка 2) — в отчёт оно входит как обычное. Что считать не ' +
        'надо, удалите или исправьте и сформируйте отчёт ещё раз.',
    ]);
  });
});

test('looked at are the columns that no row can do without and closed choices, from the first row to the last', async () => {
  const { asked } = await find(TABLES, []);
  const columns = asked.map(({ sheetId, column, startRow, endRow }) => {
    const key = STAFF_WORKSHEETS[sheetId - 1] ?? 'schools';
    return `${key} ${WORKSHEETS[key].columns[column]?.key} ${startRow + 1}–${endRow}`;
  });
  expect(columns).toEqual([
    'executions measure 2–6',
    'executions mark 2–6',
    'journal date 2–2',
    'journal kind 2–2',
    'journal measure 2–2',
  ]);
});
