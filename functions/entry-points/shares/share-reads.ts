import type { SheetValues, SpreadsheetOutline, Spreadsheets } from '../../use-cases/ports/spreadsheets.ts';
import { createCoalescer } from './coalesce.ts';

/**
 * Equal reads that are wanted while one goes on are one, which begins when that is over: it sees whatever was there
 * when they were asked for. What is read is shared, and read-only to all.
 */
export function shareReads(spreadsheets: Spreadsheets): Spreadsheets {
  const values = createCoalescer<readonly SheetValues[]>();
  const outlines = createCoalescer<SpreadsheetOutline>();
  return {
    ...spreadsheets,
    readValues: (...asked) => values(JSON.stringify(asked), () => spreadsheets.readValues(...asked)),
    readOutline: (id) => outlines(id, () => spreadsheets.readOutline(id)),
  };
}
