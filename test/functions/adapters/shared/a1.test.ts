import { describe, expect, test } from '@jest/globals';
import {
  parseColumnReference,
  parseSheetTitle,
  quoteSheetTitle,
} from '../../../../functions/adapters/shared/a1.ts';

describe('A1 notation', () => {
  test.each([
    ['Sheet1!A1:Z1000', 'Sheet1'],
    ["'О системе'!A1:C5", 'О системе'],
    ["'Бланк ''А''! черновик'!A1", "Бланк 'А'! черновик"],
    ['Школы', 'Школы'],
  ])('%s names the sheet «%s»', (range, title) => {
    expect(parseSheetTitle(range)).toBe(title);
  });

  test('a quoted title is read back as it was', () => {
    const title = "Отчёт 'черновик'";
    expect(parseSheetTitle(`${quoteSheetTitle(title)}!A1`)).toBe(title);
  });

  test.each([
    ["='Школы'!$B$2:$B", { sheetTitle: 'Школы', column: 1, startRow: 1 }],
    ['Регламент!AA10:AA99', { sheetTitle: 'Регламент', column: 26, startRow: 9 }],
    ['=Школы!$B$2:$C', undefined],
    ['=СЕГОДНЯ()', undefined],
  ])('%s is a column %j', (reference, expected) => {
    expect(parseColumnReference(reference)).toEqual(expected);
  });
});
