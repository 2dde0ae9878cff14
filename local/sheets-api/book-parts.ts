import { z } from 'zod';
import { blankSheet } from './model/sheets/sheets.ts';
import type { Row, Sheet, Spreadsheet } from './model/types.ts';
import { CHUNK_ROWS, formatChunk, parseChunk } from './row-chunks.ts';

/** A spreadsheet in pieces of bounded size, for a backup: itself first, then each sheet and its rows. */
export const bookPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('spreadsheet'), body: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('sheet'), body: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('rows'), chunk: z.string() }),
]);
export type BookPart = z.infer<typeof bookPart>;

export function* splitBook({ sheets, ...book }: Spreadsheet): Generator<BookPart> {
  yield { kind: 'spreadsheet', body: { ...book } };
  for (const { rows, ...sheet } of sheets) {
    yield { kind: 'sheet', body: { ...sheet } };
    for (let from = 0; from < rows.length; from += CHUNK_ROWS)
      yield { kind: 'rows', chunk: formatChunk(rows.slice(from, from + CHUNK_ROWS)) };
  }
}

/** One after the other, as they were split; each call of the answered function gives the book that ended before it. */
export function joinBooks(save: (book: Spreadsheet) => void) {
  let book: Omit<Spreadsheet, 'sheets'> | undefined;
  let sheets: Sheet[] = [];
  let rows: (Row | undefined)[] = [];
  const end = (): void => {
    if (book) save({ ...book, sheets });
    [book, sheets] = [undefined, []];
  };
  return {
    add(part: BookPart): void {
      if (part.kind === 'spreadsheet') {
        end();
        // What stands in a backup was split here, and its hash has been checked.
        book = part.body as unknown as Omit<Spreadsheet, 'sheets'>;
      } else if (part.kind === 'sheet') {
        const body = part.body as unknown as Omit<Sheet, 'rows'>;
        rows = [];
        sheets.push({ ...blankSheet(body.properties), ...body, rows });
      } else rows.push(...parseChunk(part.chunk));
    },
    end,
  };
}
