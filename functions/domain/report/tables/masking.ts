import type { ReportCell } from './table-of.ts';

/** Groups smaller than this could show a person behind a figure. */
const SMALL_GROUP = 10;

export const MASKED_COUNT = 'менее 10';
export const MASKED_SHARE = 'скрыто';

/** A count of people; an empty group shows nobody and stays. */
export function maskCount(count: number | undefined): ReportCell {
  if (count === undefined) return null;
  return count > 0 && count < SMALL_GROUP ? MASKED_COUNT : count;
}

/** A share of a group: hidden where the group is small, or where nobody has said how large it is. */
export function maskShare(share: number | undefined, group: number | undefined): ReportCell {
  if (share === undefined) return null;
  return group !== undefined && group >= SMALL_GROUP ? share : MASKED_SHARE;
}

/**
 * The sum of what is shown. A sum of all would give a hidden figure away to whoever subtracts the others, so no
 * figure of the report is ever counted from a hidden one.
 */
export function sumShown(cells: readonly ReportCell[]): number | null {
  const shown = cells.filter((cell) => typeof cell === 'number');
  return shown.length === 0 ? null : shown.reduce((sum, count) => sum + count, 0);
}
