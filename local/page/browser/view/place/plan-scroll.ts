/** Rows or columns of a sheet, with what of them moves in view. */
export interface Lines {
  /** Pixels; 0 for one that is hidden. */
  readonly sizeOf: (index: number) => number;
  /** How many at the beginning stand still. */
  readonly frozen: number;
  /** Pixels in which all the others move. */
  readonly room: number;
  /** The first of the others that is in view now. */
  readonly first: number;
  /** Pixels of it that are cut off. */
  readonly cut: number;
}

/**
 * The line that is to be the first in view, so that the target is seen whole, clear of what is frozen, and with `lead` of
 * the room before it. What is frozen, or stands well in view, moves nothing.
 */
export function planScroll(lines: Lines, target: number, lead: number): number {
  if (target < lines.frozen || isWellSeen(lines, target)) return lines.first;
  let first = target;
  let before = lines.room * lead;
  while (first > lines.frozen && lines.sizeOf(first - 1) <= before) {
    first -= 1;
    before -= lines.sizeOf(first);
  }
  return first;
}

/** So near to the end of the view a line is looked for, not seen. */
const EDGE = 2 / 3;

function isWellSeen({ sizeOf, room, first, cut }: Lines, target: number): boolean {
  if (target < first || (target === first && cut > 0)) return false;
  let end = -cut;
  for (let index = first; index <= target; index++) {
    end += sizeOf(index);
    if (end > room) return false;
  }
  return end - sizeOf(target) <= room * EDGE;
}
