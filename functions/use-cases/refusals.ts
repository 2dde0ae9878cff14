import type { Guard } from './sync/guard-edits.ts';

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
