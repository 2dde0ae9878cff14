import { describe, expect, test } from '@jest/globals';
import { apply, bookOf, sheetOf } from '../spreadsheet-builder.ts';

const RANGE = { sheetId: 1, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 };
const RED = { red: 1 };
const rule = (type: string, operands: string[], format: object) => ({
  addConditionalFormatRule: {
    rule: {
      ranges: [RANGE],
      booleanRule: {
        condition: { type, values: operands.map((userEnteredValue) => ({ userEnteredValue })) },
        format,
      },
    },
    index: 9,
  },
});
/** For each row of the first column whether the rule paints it. */
function painted(values: Parameters<typeof bookOf>[0], type: string, operands: string[]): boolean[] {
  const added = rule(type, operands, { backgroundColor: RED });
  added.addConditionalFormatRule.index = 0;
  const sheet = sheetOf(
    apply(bookOf(values), added),
    'data.rowData.values.effectiveFormat.backgroundColor',
  ) as {
    data: { rowData: { values: { effectiveFormat: { backgroundColor: object } }[] }[] }[];
  };
  return (
    sheet.data[0]?.rowData.map(
      (row) => !('green' in (row.values[0]?.effectiveFormat.backgroundColor ?? {})),
    ) ?? []
  );
}

describe('how a cell looks in the end', () => {
  test.each([
    ['TEXT_EQ', ['Да']],
    ['TEXT_STARTS_WITH', ['д']],
    ['TEXT_CONTAINS', ['А']],
    ['TEXT_ENDS_WITH', ['да']],
    ['NUMBER_LESS', ['3']],
    ['NUMBER_BETWEEN', ['1', '2']],
    ['DATE_BEFORE', ['05.09.2026']],
  ])('%s %p paints what meets it, and no more', (type, operands) => {
    const meets = type.startsWith('TEXT') ? 'да' : type.startsWith('DATE') ? 46269 : 2;
    const fails = type.startsWith('TEXT') ? 'нет' : 50_000;
    expect(painted([[meets], [fails]], type, operands)).toEqual([true, false]);
  });

  test('of several rules the first wins, field by field', () => {
    const first = rule('NOT_BLANK', [], { backgroundColor: RED, textFormat: { bold: true } });
    first.addConditionalFormatRule.index = 0;
    const second = rule('NOT_BLANK', [], { backgroundColor: { blue: 1 }, textFormat: { italic: true } });
    second.addConditionalFormatRule.index = 1;
    const fields = 'data.rowData.values.effectiveFormat(backgroundColor,textFormat(bold,italic))';
    expect(sheetOf(apply(bookOf([['а']]), first, second), fields)).toEqual({
      data: [
        {
          rowData: [
            {
              values: [
                { effectiveFormat: { backgroundColor: RED, textFormat: { bold: true, italic: true } } },
              ],
            },
          ],
        },
      ],
    });
  });

  test('text stands left, numbers right, yes and no in the middle, unless the cell says otherwise', () => {
    const fields = 'data.rowData.values.effectiveFormat(horizontalAlignment,hyperlinkDisplayType)';
    const seen = (horizontalAlignment: string) => ({
      effectiveFormat: { horizontalAlignment, hyperlinkDisplayType: 'PLAIN_TEXT' },
    });
    expect(sheetOf(bookOf([['а', 1, true]]), fields)).toEqual({
      data: [{ rowData: [{ values: [seen('LEFT'), seen('RIGHT'), seen('CENTER')] }] }],
    });
  });
});

test('a colour scale is kept with its colours in both spellings, and paints nothing here', () => {
  const gradientRule = { minpoint: { color: RED, type: 'MIN' }, maxpoint: { color: {}, type: 'MAX' } };
  const added = { addConditionalFormatRule: { rule: { ranges: [RANGE], gradientRule }, index: 0 } };
  expect(sheetOf(apply(bookOf([[1]]), added), 'conditionalFormats.gradientRule')).toEqual({
    conditionalFormats: [
      {
        gradientRule: {
          minpoint: { color: RED, colorStyle: { rgbColor: RED }, type: 'MIN' },
          maxpoint: { color: {}, colorStyle: { rgbColor: {} }, type: 'MAX' },
        },
      },
    ],
  });
});

describe('a filter', () => {
  test('hides the rows below its header that its criteria do not let through', () => {
    const filterCriteria = { hiddenValues: ['нет'] };
    const filter = { range: RANGE, filterSpecs: [{ columnIndex: 0, filterCriteria }] };
    const book = apply(bookOf([['нет'], ['нет'], ['да']]), { setBasicFilter: { filter } });
    expect(sheetOf(book, 'data.rowMetadata.hiddenByFilter,basicFilter.criteria')).toEqual({
      data: [{ rowMetadata: [{}, { hiddenByFilter: true }, {}, {}, {}, {}, {}, {}, {}, {}] }],
      basicFilter: { criteria: { 0: filterCriteria } },
    });
  });
});
