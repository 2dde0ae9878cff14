import type { PageBook } from '../../../../local/page/wire/book.ts';
import { decodeStyled } from '../../../../local/page/wire/encode-book.ts';

/** What the program gives to a window that opens now. */
export async function readBook(url: string): Promise<PageBook> {
  return decodeStyled(await (await fetch(`${url}api/book`)).text()) as PageBook;
}

/** Rows of the values in it. */
export async function readTexts(url: string, tab: string): Promise<string[][]> {
  const { sheets } = await readBook(url);
  const rows = sheets.find(({ frame }) => frame.title === tab)?.rows ?? [];
  return rows.map((cells) => (cells ?? []).map((cell) => String(cell?.v ?? '')));
}
