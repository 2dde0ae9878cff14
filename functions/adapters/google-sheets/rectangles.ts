/** A block of cells, ends excluded, that all carry the same mark. */
export interface Rectangle<T> {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly mark: T;
}

interface Open<T> extends Rectangle<T> {
  readonly key: string;
}

/**
 * Covers all marked cells with few rectangles: equal neighbours of a row form a run, equal runs of
 * consecutive rows a rectangle. A batch then needs one request a block instead of one a cell.
 */
export function groupIntoRectangles<T>(rows: readonly (readonly (T | undefined)[])[]): Rectangle<T>[] {
  const done: Open<T>[] = [];
  let open = new Map<string, Open<T>>();
  rows.forEach((row, index) => {
    const next = new Map<string, Open<T>>();
    for (const run of groupRow(row, index)) {
      const above = open.get(run.key);
      next.set(run.key, above ? { ...above, endRow: index + 1 } : run);
      open.delete(run.key);
    }
    done.push(...open.values());
    open = next;
  });
  return [...done, ...open.values()].map(({ key: _key, ...rectangle }) => rectangle).sort(byPosition);
}

function groupRow<T>(row: readonly (T | undefined)[], index: number): Open<T>[] {
  const runs: Open<T>[] = [];
  let start = 0;
  while (start < row.length) {
    const mark = row[start];
    const text = textOf(mark);
    let end = start + 1;
    while (end < row.length && textOf(row[end]) === text) end++;
    if (mark !== undefined) {
      const key = `${start}:${end}:${text}`;
      runs.push({ startRow: index, endRow: index + 1, startColumn: start, endColumn: end, mark, key });
    }
    start = end;
  }
  return runs;
}

const texts = new WeakMap<object, string>();

/** Large sheets share a few marks: each is put into words once. */
function textOf(mark: unknown): string {
  if (typeof mark !== 'object' || mark === null) return JSON.stringify(mark) ?? '';
  const text = texts.get(mark) ?? JSON.stringify(mark);
  texts.set(mark, text);
  return text;
}

function byPosition(a: Rectangle<unknown>, b: Rectangle<unknown>): number {
  return a.startRow - b.startRow || a.startColumn - b.startColumn;
}
