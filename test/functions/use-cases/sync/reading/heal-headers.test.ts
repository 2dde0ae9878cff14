import { describe, expect, test } from '@jest/globals';
import { planHeaders } from '../../../../../functions/use-cases/sync/reading/heal-headers.ts';
import { WORKSHEETS } from '../../../../../functions/workbook/worksheets/index.ts';

const ID = WORKSHEETS.schools.columns.filter(({ key }) => key === 'id');
const TITLES = WORKSHEETS.schools.columns.map(({ title }) => title);
const LAST = TITLES.length - 1;
const MARKERS = [{ sheetId: 7, key: 'id', index: LAST }];

function headersFor(...rows: (string | null)[][]) {
  const sheet = { kind: 'complete' as const, sheetId: 7, title: 'Школы', rows };
  return planHeaders({ key: 'schools', sheet, lost: ID }, MARKERS);
}

describe('a server column that lost its header', () => {
  test('gets it again where its marker stands, in the row of the other headers', () => {
    expect(headersFor(['Наш список'], [...TITLES.slice(0, -1), 'стёрто'])).toEqual([
      { kind: 'write_values', block: { sheetId: 7, row: 1, column: LAST, values: [['ID']] } },
    ]);
  });

  test('is left alone where no row names a column: a title above the table is the staff’s', () => {
    expect(headersFor(['Наш список'])).toEqual([]);
    expect(headersFor()).toEqual([]);
  });
});
