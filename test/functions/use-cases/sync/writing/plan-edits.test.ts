import { describe, expect, test } from '@jest/globals';
import { planServerEdits } from '../../../../../functions/use-cases/sync/writing/plan-edits.ts';
import { WORKSHEETS } from '../../../../../functions/workbook/worksheets/index.ts';
import { parseTable } from '../../../../../functions/workbook/table/table.ts';

describe("the server's cells beside the rows", () => {
  const header = WORKSHEETS.calendar.columns.map(({ title }) => title);
  const sheet = { sheetId: 7, title: 'Календарь', rows: [header, ['k1', 46_000, null, null, null]] };
  const table = parseTable(WORKSHEETS.calendar, sheet);
  if (table.kind !== 'complete') throw new Error('the sheet has all its headers');
  const rows = table.rows.map((row) => ({ ...row, id: row.idCell }));

  test('an empty text where nothing stands is no difference: it would be written at every pass', () => {
    expect(planServerEdits(table, rows, () => ({ check: '' }))).toEqual([]);
  });

  test('a text where nothing stands is written into its own column', () => {
    expect(planServerEdits(table, rows, () => ({ check: 'Замечаний нет' }))).toEqual([
      {
        kind: 'write_values',
        block: { sheetId: 7, row: 1, column: header.indexOf('Проверка'), values: [['Замечаний нет']] },
      },
    ]);
  });
});
