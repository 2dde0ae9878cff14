import { describe, expect, test } from '@jest/globals';
import { apply, bookOf, reply, sheetOf, valuesOf } from '../spreadsheet-builder.ts';

function titles(book: ReturnType<typeof bookOf>) {
  return book.sheets.map((sheet) => sheet.properties.title);
}

function three() {
  return apply(
    bookOf([['а']]),
    { addSheet: { properties: { sheetId: 2, title: 'Второй' } } },
    { addSheet: { properties: { sheetId: 3, title: 'Третий' } } },
  );
}

describe('sheets', () => {
  test('the caller may choose the id, the title and the place of a new sheet', () => {
    expect(reply(three(), { addSheet: { properties: { sheetId: 9, title: 'Новый', index: 1 } } })).toEqual({
      addSheet: {
        properties: {
          sheetId: 9,
          title: 'Новый',
          index: 1,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    });
  });

  test.each([
    [0, ['Лист', 'Второй', 'Третий']],
    [1, ['Лист', 'Второй', 'Третий']],
    [2, ['Второй', 'Лист', 'Третий']],
    [3, ['Второй', 'Третий', 'Лист']],
  ])('an index counts the tabs before the move: the first to %s', (index, order) => {
    const request = { updateSheetProperties: { properties: { sheetId: 1, index }, fields: 'index' } };
    expect(titles(apply(three(), request))).toEqual(order);
  });

  test('a sheet can be swapped for a new one in one batch', () => {
    const swapped = apply(
      three(),
      { addSheet: { properties: { sheetId: 9, title: 'Временный', index: 1 } } },
      { deleteSheet: { sheetId: 2 } },
      { updateSheetProperties: { properties: { sheetId: 9, title: 'Второй' }, fields: 'title' } },
    );
    expect(titles(swapped)).toEqual(['Лист', 'Второй', 'Третий']);
  });

  test('a copy has the cells and rules of its source, and its own protections', () => {
    const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1 };
    const book = apply(
      bookOf([['а']]),
      { addProtectedRange: { protectedRange: { protectedRangeId: 5, range, warningOnly: true } } },
      { duplicateSheet: { sourceSheetId: 1, newSheetId: 2, newSheetName: 'Копия', insertSheetIndex: 1 } },
    );
    expect(valuesOf(book, 'Копия')).toEqual([['а']]);
    expect(book.sheets[1]?.protectedRanges).toEqual([
      { protectedRangeId: 101, range: { ...range, sheetId: 2 }, warningOnly: true },
    ]);
  });

  test('what was set to its default is not told', () => {
    const properties = {
      sheetId: 1,
      hidden: false,
      tabColor: { red: 1 },
      gridProperties: { frozenRowCount: 1 },
    };
    const book = apply(three(), {
      updateSheetProperties: { properties, fields: 'hidden,tabColor,gridProperties.frozenRowCount' },
    });
    expect(sheetOf(book, 'properties')).toEqual({
      properties: {
        sheetId: 1,
        title: 'Лист',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: 10, columnCount: 5, frozenRowCount: 1 },
        tabColor: { red: 1 },
        tabColorStyle: { rgbColor: { red: 1 } },
      },
    });
  });

  test.each([
    ['half a step goes down', 0.5, 0.49803922],
    ['what is nearer to the step above goes up', 0.7515, 0.7529412],
    ['zero is left out', 0.001, undefined],
    ['a colour written in hexadecimal stays', 217 / 255, 0.8509804],
  ])('a tab keeps its colour in whole steps of 255: %s', (_name, given, kept) => {
    const properties = { sheetId: 1, tabColorStyle: { rgbColor: { red: 1, blue: given } } };
    const book = apply(three(), { updateSheetProperties: { properties, fields: 'tabColorStyle' } });
    expect(sheetOf(book, 'properties.tabColorStyle')).toEqual({
      properties: { tabColorStyle: { rgbColor: { red: 1, blue: kept } } },
    });
  });

  test('a smaller grid loses the cells outside, and a larger one gets none back', () => {
    const size = (rowCount: number) => ({
      updateSheetProperties: {
        properties: { sheetId: 1, gridProperties: { rowCount } },
        fields: 'gridProperties.rowCount',
      },
    });
    expect(valuesOf(apply(bookOf([['а'], ['б']]), size(1), size(10)))).toEqual([['а']]);
  });

  test('conditional rules are put in front, moved, replaced and deleted', () => {
    const ranges = [{ sheetId: 1, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 }];
    const rule = (text: string) => ({
      ranges,
      booleanRule: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] }, format: {} },
    });
    const book = apply(
      bookOf([]),
      { addConditionalFormatRule: { rule: rule('а') } },
      { addConditionalFormatRule: { rule: rule('б') } },
      { updateConditionalFormatRule: { sheetId: 1, index: 0, newIndex: 1 } },
      { updateConditionalFormatRule: { sheetId: 1, index: 0, rule: rule('в') } },
    );
    expect(sheetOf(book, 'conditionalFormats')).toEqual({ conditionalFormats: [rule('в'), rule('б')] });
    expect(reply(book, { deleteConditionalFormatRule: { sheetId: 1, index: 1 } })).toEqual({
      deleteConditionalFormatRule: { rule: rule('б') },
    });
  });

  test('developer metadata follows its row and goes with it', () => {
    const location = { dimensionRange: { sheetId: 1, dimension: 'ROWS', startIndex: 2, endIndex: 3 } };
    const developerMetadata = { metadataId: 4, metadataKey: 'row', visibility: 'DOCUMENT', location };
    const rows = { sheetId: 1, dimension: 'ROWS' };
    const book = apply(
      bookOf([['а'], ['б'], ['в']]),
      { createDeveloperMetadata: { developerMetadata } },
      { insertDimension: { range: { ...rows, startIndex: 0, endIndex: 1 } } },
    );
    const place = { ...location.dimensionRange, startIndex: 3, endIndex: 4 };
    const attached = { ...developerMetadata, location: { locationType: 'ROW', dimensionRange: place } };
    expect(sheetOf(book, 'data.rowMetadata.developerMetadata')).toEqual({
      data: [{ rowMetadata: [{}, {}, {}, { developerMetadata: [attached] }, {}, {}, {}, {}, {}, {}, {}] }],
    });
    const gone = apply(book, { deleteDimension: { range: { ...rows, startIndex: 3, endIndex: 4 } } });
    expect(gone.developerMetadata).toEqual([]);
  });
});
