import type { RowId } from '../records/worksheet-key.ts';
import { freeOwn, type Matching } from './matching.ts';

/**
 * Which of the open rows are copies: another row bears the same id, and has it. A copy is a new row sooner than one
 * that somebody else may be, so it comes after all others.
 */
export function copiesAmong({ rows, ids, taken }: Matching, open: readonly number[]): ReadonlySet<number> {
  const idCellAt = (index: number) => rows[index]?.idCell ?? '';
  const doubled = open.filter((index) => taken.has(idCellAt(index)));
  if (doubled.length === 0) return new Set();
  const held = new Set(ids.filter((id, index) => id === idCellAt(index)));
  return new Set(doubled.filter((index) => held.has(idCellAt(index))));
}

/** The ids that stand beside open rows: those may be their rows, edited. */
export function idsBeside(matching: Matching, open: readonly number[]): ReadonlySet<RowId> {
  return new Set(open.flatMap((index) => freeOwn(matching, index)?.id ?? []));
}
