import { columnNumber } from '../../../../functions/workbook/layout/columns.ts';
import type { PageBook } from '../../../../local/page/wire/book.ts';
import { decodeStyled } from '../../../../local/page/wire/encode-book.ts';

/** What the program gives to a window that opens now. */
export async function readBook(url: string): Promise<PageBook> {
  return decodeStyled(await (await fetch(`${url}api/book`)).text()) as PageBook;
}

/** Of the cell (`F2`). */
export async function readText(url: string, tab: string, cell: string): Promise<string> {
  const { sheets } = await readBook(url);
  const rows = sheets.find(({ frame }) => frame.title === tab)?.rows;
  const found = rows?.[Number(cell.slice(1)) - 1]?.[columnNumber(cell.slice(0, 1))];
  return String(found?.v ?? '');
}
