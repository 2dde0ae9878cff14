import { give, unsettled, type Matching } from './matching.ts';
import type { BaseRow, SheetRow } from './row.ts';

/** Fewer cells agree by chance: school and mark stand in many rows. */
const MIN_AGREEING = 3;

/** Pairs of rows that are compared; where more are in question, so much was changed that one edit explains nothing. */
const MAX_PAIRS = 50_000;

/**
 * Rows that lost their id and whose very name was edited: a base row that nobody has and that differs in no more than
 * one cell is that row. One of several such is taken in their order.
 */
export function giveBySingleEdit(matching: Matching, columns: readonly string[]): void {
  const open = unsettled(matching);
  if (open.length === 0) return;
  const free = [...matching.base.values()].filter(
    ({ id, isDeleted }) => !isDeleted && !matching.taken.has(id),
  );
  if (open.length * free.length > MAX_PAIRS) return;
  for (const index of open) {
    const row = matching.rows[index];
    const near = row && free.find((base) => !matching.taken.has(base.id) && isNear(base, row, columns));
    if (near) give(matching, index, near.id);
  }
}

function isNear(base: BaseRow, row: SheetRow, columns: readonly string[]): boolean {
  let agreeing = 0;
  let different = 0;
  for (const column of columns) {
    const [before, now] = [base.cells[column] ?? null, row.cells[column] ?? null];
    if (before !== now) different += 1;
    else if (now !== null) agreeing += 1;
  }
  return different <= 1 && agreeing >= MIN_AGREEING;
}
