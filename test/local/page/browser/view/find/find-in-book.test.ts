import { expect, test } from '@jest/globals';
import { findInBook, replaceIn } from '../../../../../../local/page/browser/view/find/find-in-book.ts';
import type { PageBook, PageFrame, PageRow } from '../../../../../../local/page/wire/book.ts';

const sheet = (sheetId: number, title: string, rows: readonly (PageRow | null)[], isHidden = false) => ({
  frame: { sheetId, title, isHidden } as PageFrame,
  rows,
});
const BOOK: PageBook = {
  spreadsheetId: 'book',
  title: 'ШНОР',
  sequence: 1,
  sheets: [
    sheet(1, 'Школы', [null, [{ v: 'Отчёт за год' }, null, { v: 46_000, t: '10.12.2025' }]]),
    sheet(2, 'Скрытый', [[{ v: 'отчет' }]], true),
    sheet(3, 'Журнал', [[{ v: 'ОТЧЕТ', f: '=A1' }]]),
  ],
};

test('the text is found in all tabs that are shown, whatever its case, with «е» for «ё»', () => {
  expect(findInBook(BOOK, 'отчет')).toEqual([
    { sheetId: 1, tab: 'Школы', row: 1, column: 0, text: 'Отчёт за год', isFormula: false },
    { sheetId: 3, tab: 'Журнал', row: 0, column: 0, text: 'ОТЧЕТ', isFormula: true },
  ]);
});

test('dates are found as they are shown, and nothing is found by nothing', () => {
  expect(findInBook(BOOK, '10.12').map(({ text }) => text)).toEqual(['10.12.2025']);
  expect(findInBook(BOOK, '')).toEqual([]);
});

test('each place is replaced, and the rest stays as it was written', () => {
  expect(replaceIn('Отчёт и отчет. ОТЧЁТ!', 'отчет', 'акт')).toBe('акт и акт. акт!');
  expect(replaceIn('ничего', 'отчет', 'акт')).toBe('ничего');
});
