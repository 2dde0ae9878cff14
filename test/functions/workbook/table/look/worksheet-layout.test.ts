import { describe, expect, test } from '@jest/globals';
import { parseLabel } from '../../../../../functions/domain/assessment/parse-label.ts';
import { layoutWorksheet } from '../../../../../functions/workbook/table/look/worksheet-layout.ts';
import { EXECUTIONS } from '../../../../../functions/workbook/worksheets/executions.ts';
import { WORKSHEETS, WORKSHEETS_IN_ORDER } from '../../../../../functions/workbook/worksheets/index.ts';
import { roomFor } from '../../../../../functions/workbook/layout/row-height.ts';
import { widthOfText } from '../../../../../functions/workbook/layout/text-width.ts';

describe('«За какой срок»', () => {
  const layout = layoutWorksheet(EXECUTIONS, []);
  const at = EXECUTIONS.columns.findIndex(({ key }) => key === 'occurrence');
  const column = EXECUTIONS.columns[at];
  const offered = layout.validations.find(({ range }) => range.startColumn === at)?.rule;

  test('offers the parts of the year in which measures recur, and stays text', () => {
    expect(offered).toMatchObject({
      kind: 'one_of',
      values: expect.arrayContaining(['III квартал', 'II полугодие', 'сентябрь']) as unknown,
    });
    expect(layout.columnStyles[at]).toMatchObject({ format: 'text' });
  });

  test('understands all that it offers and all that its help teaches', () => {
    const values = offered?.kind === 'one_of' ? offered.values : [];
    const taught = [...(column?.note ?? '').matchAll(/«([^»]+)»/gu)].flatMap(([, label]) => label ?? []);
    expect(taught.length).toBeGreaterThan(3);
    expect([...values, ...taught].filter((label) => !parseLabel(label))).toEqual([]);
  });
});

describe('on a screen 1280 pixels wide', () => {
  /** Of the window of the sheet, beside the numbers of its rows. */
  const ROOM = 1234;
  const verdictOf = ({ columns }: (typeof WORKSHEETS_IN_ORDER)[number]) =>
    columns.findIndex(({ key }) => key === 'check') + 1;

  test.each(WORKSHEETS_IN_ORDER)(
    '$title: the verdict stays in sight, and there is room to type',
    (worksheet) => {
      const { frozenColumns, columnWidths } = layoutWorksheet(worksheet, []);
      const frozen = columnWidths.slice(0, frozenColumns).reduce((sum, width) => sum + width, 0);
      const [next = 0] = columnWidths.slice(frozenColumns);
      expect(frozen + next).toBeLessThan(ROOM);
      const verdict = columnWidths.slice(0, verdictOf(worksheet)).reduce((sum, width) => sum + width, 0);
      expect(verdict).toBeLessThan(ROOM - 400);
      // «Настройки» is no wider than the screen.
      if (worksheet.key !== 'settings') expect(frozenColumns).toBe(verdictOf(worksheet));
    },
  );

  test('«Исполнение» shows the verdict, the mark and its day without scrolling', () => {
    const { columns } = WORKSHEETS.executions;
    const seen = columns.slice(0, columns.findIndex(({ key }) => key === 'doneOn') + 1);
    expect(seen.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['state', 'controlDate', 'check', 'mark']),
    );
    expect(seen.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(ROOM);
  });

  test('no word of a header is cut', () => {
    const cut = WORKSHEETS_IN_ORDER.flatMap(({ columns }) =>
      columns.flatMap(({ title, width }) =>
        title.split(/[\s/]/u).filter((word) => widthOfText(word) > roomFor({ width, bold: true })),
      ),
    );
    expect(cut).toEqual([]);
  });
});

test('a row without findings is as high as one with them, and a text of the staff is seen whole', () => {
  const [, row] = layoutWorksheet(WORKSHEETS.journal, [{ topic: 'Семинар '.repeat(60) }]).rows;
  const { spareRowHeight } = layoutWorksheet(WORKSHEETS.journal, [{ check: 'Ошибка '.repeat(60) }]);
  expect(spareRowHeight).toBe(34);
  expect(layoutWorksheet(WORKSHEETS.journal, [{ check: 'Ошибка '.repeat(60) }]).rows[1]?.height).toBe(34);
  expect(row?.height).toBeGreaterThan(100);
});
