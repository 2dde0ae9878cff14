import { seedDemo } from '../../local/demo/seed-demo.ts';
import { TODAY, type Book, type Office } from './office.ts';

/** Makes a workbook with the demo in it at each call; typing it in is done once. */
export async function openDemoBooks(office: Office): Promise<() => Promise<Book>> {
  const book = await office.provision();
  await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today: TODAY });
  return office.copy(book);
}
