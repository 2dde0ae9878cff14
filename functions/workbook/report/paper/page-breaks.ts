/** A row on paper. */
export interface PrintedRow {
  /** Pixels. */
  readonly height: number;
  /** The next row must stand on the same page. */
  readonly keepsNext: boolean;
}

export interface Paper {
  /** Pixels between the upper and the lower margin. */
  readonly room: number;
  /** Rows that stand again at the head of each page after their own; the end excluded. */
  readonly repeated?: { readonly start: number; readonly end: number } | undefined;
}

/** Excel takes 1,023 breaks a sheet; the pages after so many begin where the program likes. */
const MAX_BREAKS = 1000;

/** The rows with which a new page begins. Rows that are kept together and higher than a page are split as they fall. */
export function planPageBreaks(rows: readonly PrintedRow[], { room, repeated }: Paper): readonly number[] {
  const breaks: number[] = [];
  const headHeight = repeated ? sumOf(rows.slice(repeated.start, repeated.end)) : 0;
  let used = 0;
  const breakBefore = (row: number) => {
    breaks.push(row);
    used = repeated && row >= repeated.end ? headHeight : 0;
  };
  for (let from = 0; from < rows.length && breaks.length < MAX_BREAKS;) {
    const to = endOfRun(rows, from);
    const run = rows.slice(from, to);
    if (used > 0 && used + sumOf(run) > room) breakBefore(from);
    run.forEach(({ height }, index) => {
      if (index > 0 && used + height > room) breakBefore(from + index);
      used += height;
    });
    from = to;
  }
  return breaks;
}

/** The row after those that stay with the one at `from`. */
function endOfRun(rows: readonly PrintedRow[], from: number): number {
  let last = from;
  while (last < rows.length - 1 && rows[last]?.keepsNext) last++;
  return last + 1;
}

function sumOf(rows: readonly PrintedRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}
