import { afterEach, describe, expect, test } from '@jest/globals';
import { planChart } from '../../../../../functions/adapters/google-sheets/requests/plan-chart.ts';
import { planMerges } from '../../../../../functions/adapters/google-sheets/requests/plan-merges.ts';
import { layoutReport } from '../../../../../functions/workbook/report/layout.ts';
import { openOffice, type Office } from '../../../../support/office.ts';
import { findRows, readLayout, tablesIn, wordsOf } from '../../../../support/read-report.ts';
import { SAMPLE_REPORT } from '../../../../support/sample-report.ts';

const PROOF = { documentHash: '0123456789abcdef'.repeat(4), inputHash: 'f'.repeat(64) };
const PLACE = {
  sheetId: 7,
  title: 'Сводный отчёт № 4',
  findPlace: () => ({ sheetId: 0, rowNumber: 3 }),
};

let office: Office | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

describe('the tab of a report', () => {
  test('stands on the stand-in as it was laid out: figures, merges, links and its chart', async () => {
    office = await openOffice();
    const { spreadsheets, api } = office;
    const id = await spreadsheets.create('ШНОР', { timeZone: 'Asia/Yekaterinburg' });
    const layout = layoutReport(SAMPLE_REPORT, PROOF, PLACE);
    await spreadsheets.apply(id, [{ kind: 'add_sheet', sheetId: 7, index: 0, layout }]);
    const [seen] = await spreadsheets.readLayouts(id);
    expect(seen?.merges).toEqual(expect.arrayContaining([...layout.merges]));
    expect(seen?.merges).toHaveLength(layout.merges.length);
    const rows = seen ? readLayout(seen) : [];
    const tables = tablesIn(SAMPLE_REPORT).filter((table) => table.rows.length > 0);
    expect(tables.filter((table) => findRows(rows, wordsOf(table)) < 0).map(({ key }) => key)).toEqual([]);
    const linksOf = (sheet: typeof layout | undefined) =>
      sheet?.rows.map(({ cells }) => cells.flatMap(({ link }) => link ?? [])).filter(({ length }) => length);
    expect(linksOf(seen)).toEqual(linksOf(layout));
    const answer = await fetch(`${api.url}/v4/spreadsheets/${id}?fields=sheets(charts)`);
    const { sheets } = (await answer.json()) as { sheets: { charts?: { spec: { title: string } }[] }[] };
    expect(sheets[0]?.charts?.map(({ spec }) => spec.title)).toEqual(['Исполнение по мероприятиям']);
  });
});

describe('merges', () => {
  const merge = (startRow: number, startColumn: number, rows = 1) => ({
    startRow,
    endRow: startRow + rows,
    startColumn,
    endColumn: startColumn + 2,
  });

  test('of one row each below each other are one request', () => {
    const requests = planMerges(7, [
      merge(1, 0),
      merge(1, 4),
      merge(2, 0),
      merge(2, 4),
      merge(4, 0),
      merge(5, 0, 2),
    ]);
    expect(
      requests.map(({ mergeCells }) => [
        mergeCells?.mergeType,
        mergeCells?.range?.startRowIndex,
        mergeCells?.range?.endRowIndex,
        mergeCells?.range?.startColumnIndex,
      ]),
    ).toEqual([
      ['MERGE_ROWS', 1, 3, 0],
      ['MERGE_ROWS', 1, 3, 4],
      ['MERGE_ALL', 4, 5, 0],
      ['MERGE_ALL', 5, 7, 0],
    ]);
  });
});

describe('a chart', () => {
  const range = { startRow: 4, endRow: 9, startColumn: 0, endColumn: 1 };
  const chart = {
    title: 'По месяцам',
    labels: range,
    series: [{ range: { ...range, startColumn: 1, endColumn: 2 }, colour: '#000000' as const }],
    row: 4,
    column: 0,
    width: 1000,
    height: 340,
  };

  test.each([
    ['stacked_bar', 'BAR', 'BOTTOM_AXIS'],
    ['stacked_column', 'COLUMN', 'LEFT_AXIS'],
  ] as const)('%s has its figures along the right axis', (kind, chartType, targetAxis) => {
    expect(planChart(7, { ...chart, kind }).addChart?.chart).toMatchObject({
      spec: {
        title: 'По месяцам',
        basicChart: { chartType, stackedType: 'STACKED', headerCount: 1, series: [{ targetAxis }] },
      },
      position: { overlayPosition: { anchorCell: { sheetId: 7, rowIndex: 4, columnIndex: 0 } } },
    });
  });
});
