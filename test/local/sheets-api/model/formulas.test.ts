import { describe, expect, test } from '@jest/globals';
import { apply, bookOf, sheetOf, valuesOf } from './spreadsheet-builder.ts';

const CELL = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
const formula = (formulaValue: string, at: object = { sheetId: 1, rowIndex: 0, columnIndex: 4 }) => ({
  updateCells: {
    start: at,
    rows: [{ values: [{ userEnteredValue: { formulaValue } }] }],
    fields: 'userEnteredValue',
  },
});
/** What E1 comes to beside the rows. */
function result(text: string, rows: Parameters<typeof bookOf>[0] = [[1, 2, 'а', 44439]]): unknown {
  return valuesOf(apply(bookOf(rows), formula(text)), 'Лист!E1')[0]?.[0];
}
const formulaOf = (book: Parameters<typeof sheetOf>[0]) =>
  JSON.stringify(sheetOf(book, 'data.rowData.values.userEnteredValue.formulaValue')).match(/=[^"]+/g);

describe('a formula is computed', () => {
  test('a blank cell that it names is blank, not zero', () => {
    const book = apply(
      bookOf([['а']]),
      formula('=B1'),
      formula('=E1+1', { sheetId: 1, rowIndex: 1, columnIndex: 4 }),
    );
    expect(valuesOf(book)).toEqual([['а'], ['', '', '', '', 1]]);
    expect(sheetOf(book, 'data.rowData.values(effectiveValue,formattedValue)')).toEqual({
      data: [
        {
          rowData: [
            { values: [{ effectiveValue: { stringValue: 'а' }, formattedValue: 'а' }] },
            { values: [{}, {}, {}, {}, { effectiveValue: { numberValue: 1 }, formattedValue: '1' }] },
          ],
        },
      ],
    });
  });

  test.each([
    ['=A1+B1*3-2^2/4', 6],
    ['=-A1%', -0.01],
    ['=СУММ(A1)', '#NAME?'],
    ['=SUM(A1:C1;10;"2,5")', 15.5],
    ['=AVERAGE(A1:B1)', 1.5],
    ['=MAX(A1:C1)&"-"&MIN(A1:B1)', '2-1'],
    ['=MAX(C1:C1)', 0],
    ['=MIN(E2:E9)-MIN(A1)', -1],
    ['=1,5+,5', 2],
    ['=COUNTA(A1:D3)+COUNTBLANK(A1:D1)', 4],
    ['=COUNTIF(A1:D1;">1")', 2],
    ['=SUMIF(C1:C1;"а";A1:A1)', 1],
    ['=IF(A1<B1;"да";"нет")', 'да'],
    ['=IFERROR(1/0;"нет")', 'нет'],
    ['=AND(A1=1;NOT(B1=1))', true],
    ['=ROUND(2,345;2)', 2.35],
    ['=LEFT(UPPER("школа");3)&LEN("школа")', 'ШКО5'],
    ['=SUBSTITUTE("а-б";"-";"+")', 'а+б'],
    ['=VLOOKUP(1;A1:C1;3;FALSE)', 'а'],
    ['=INDEX(A1:D1;MATCH(2;A1:D1;0))', 2],
    ['=DATE(2021;8;31)=D1', true],
    ['=TODAY()', 46349],
    ['=HYPERLINK("http://a.b";"имя")', 'имя'],
    ['="а"&""', 'а'],
    ["='Лист'!A1", 1],
  ])('%s is %p', (text, value) => {
    expect(result(text)).toBe(value);
  });

  test.each([
    ['=1/0', '#DIV/0!'],
    ['=НЕТ(1)', '#NAME?'],
    ['=Нет', '#NAME?'],
    ['=C1+1', '#VALUE!'],
    ['=ZZ99', '#REF!'],
    ['=Другой!A1', '#REF!'],
    ['=E1', '#REF!'],
    ['=NA()', '#N/A'],
    ['=SQRT(-1)', '#NUM!'],
    ['=SUM(A1,B1)', '#ERROR!'],
    ['=(1', '#ERROR!'],
  ])('%s shows %s', (text, shown) => {
    expect(result(text)).toBe(shown);
  });

  test('again whenever a cell that it names changes', () => {
    const book = apply(bookOf([[1]]), formula('=A1*2'));
    const rows = [{ values: [{ userEnteredValue: { numberValue: 5 } }] }];
    const after = apply(book, { updateCells: { range: CELL, rows, fields: 'userEnteredValue' } });
    expect(valuesOf(after)).toEqual([[5, '', '', '', 10]]);
  });

  test('and names the same cells when rows come and go, sheets get other titles, or it is copied', () => {
    const book = apply(bookOf([[1], [2]]), formula("=A1+$A$2+SUM('Лист'!A1:A2)"));
    const rows = { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    const inserted = apply(book, { insertDimension: { range: rows } });
    expect(formulaOf(inserted)).toEqual(["=A1+$A$3+SUM('Лист'!A1:A3)"]);
    const renamed = apply(inserted, {
      updateSheetProperties: { properties: { sheetId: 1, title: 'Новый' }, fields: 'title' },
    });
    expect(formulaOf(renamed)).toEqual(["=A1+$A$3+SUM('Новый'!A1:A3)"]);
    const deleted = apply(book, { deleteDimension: { range: rows } });
    expect(formulaOf(deleted)).toEqual(["=A1+#REF!+SUM('Лист'!A1:A1)"]);
    const source = { ...CELL, startColumnIndex: 4, endColumnIndex: 5 };
    const destination = { ...source, startRowIndex: 2, endRowIndex: 3 };
    const copied = apply(book, { copyPaste: { source, destination } });
    expect(formulaOf(copied)?.[1]).toBe("=A3+$A$2+SUM('Лист'!A3:A4)");
    const repeat = { range: { ...CELL, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 } };
    const cell = { userEnteredValue: { formulaValue: '=A1*2' } };
    const repeated = apply(bookOf([[1], [2]]), {
      repeatCell: { ...repeat, cell, fields: 'userEnteredValue' },
    });
    expect(valuesOf(repeated)).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });

  test('and told as Google tells it: value, error, inferred format, link', () => {
    const cellOf = (text: string, fields: string) =>
      sheetOf(apply(bookOf([[]]), formula(text, { sheetId: 1 })), `data.rowData.values(${fields})`);
    const told = (cell: object) => ({ data: [{ rowData: [{ values: [cell] }] }] });
    expect(cellOf('=1/0', 'effectiveValue,formattedValue')).toEqual(
      told({
        effectiveValue: {
          errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Function DIVIDE parameter 2 cannot be zero.' },
        },
        formattedValue: '#DIV/0!',
      }),
    );
    expect(cellOf('=""', 'userEnteredValue,effectiveValue,formattedValue')).toEqual(
      told({ userEnteredValue: { formulaValue: '=""' } }),
    );
    expect(cellOf('=DATE(2023;3;19)', 'formattedValue,effectiveFormat.numberFormat')).toEqual(
      told({ formattedValue: '19.03.2023', effectiveFormat: { numberFormat: { type: 'DATE' } } }),
    );
    expect(cellOf('=HYPERLINK("http://a.b";"в")', 'hyperlink,effectiveFormat.hyperlinkDisplayType')).toEqual(
      told({ hyperlink: 'http://a.b', effectiveFormat: { hyperlinkDisplayType: 'LINKED' } }),
    );
  });
});
