import { countRows, editedRows, planGuards, standAsRead, type Guard, type Reading } from './guard-edits.ts';
import type { SheetEdit, Spreadsheets } from '../../ports/spreadsheets.ts';
import { SheetMovedError } from '../../ports/spreadsheet-errors.ts';

/** More rows are looked at by reading everything again: the answer of the write would grow too large. */
const MAX_SHOWN_ROWS = 2000;

export interface Written {
  /**
   * `moved`: the write was refused, columns have moved since the reading; `disturbed`: it is not known that all rows
   * stood as they were read, so another pass must look.
   */
  readonly end: 'settled' | 'disturbed' | 'moved';
  /** What an assertion would say, to tell two refusals apart. */
  readonly positions: string;
}

/** One call, whose answer shows at once whether the rows still stood as they were read. */
export async function writeGuarded(
  spreadsheets: Spreadsheets,
  edits: readonly SheetEdit[],
  { workbookId, guard, ...reading }: Reading & { readonly workbookId: string; readonly guard: Guard },
): Promise<Written> {
  const guards = planGuards(edits, reading, guard);
  const positions = JSON.stringify(planGuards(edits, reading, 'assert'));
  const rows = editedRows(edits, reading);
  const isShown = countRows(rows) <= MAX_SHOWN_ROWS;
  try {
    const seen = await spreadsheets.apply(workbookId, [...guards, ...edits], { show: isShown ? rows : [] });
    return { end: isShown && standAsRead(seen, reading) ? 'settled' : 'disturbed', positions };
  } catch (error) {
    if (error instanceof SheetMovedError) return { end: 'moved', positions };
    throw error;
  }
}

/** Writes that were refused one after another for the same positions. */
export interface Refusal {
  readonly times: number;
  readonly positions: string;
}

export const NOT_REFUSED: Refusal = { times: 0, positions: '' };

export function addRefusal(before: Refusal, positions: string): Refusal {
  return { times: positions === before.positions ? before.times + 1 : 1, positions };
}

/**
 * Columns that stand where they stood at the last refusal have not moved since: the headers were retyped by hand, and
 * the markers are to follow them. A spreadsheet that does not accept even that must not be locked for ever.
 */
export function guardAfter({ times }: Refusal): Guard {
  if (times < 2) return 'assert';
  return times < 3 ? 'mark' : 'trust';
}
