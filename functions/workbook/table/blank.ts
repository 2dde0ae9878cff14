import type { Cell } from '../layout/layout.ts';

/** Nothing that a person has said: an empty cell, blanks, a box that nobody ticked. */
export function isBlank(cell: Cell | undefined): boolean {
  return (
    cell === undefined || cell === null || cell === false || (typeof cell === 'string' && cell.trim() === '')
  );
}
