/** A block of cells, ends excluded, that all carry the same mark. */
export interface Rectangle<T> {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly mark: T;
}

interface Open<T> extends Omit<Rectangle<T>, 'endRow'> {
  endRow: number;
  readonly key: string;
}

/**
 * Covers all marked cells with few rectangles: equal neighbours of a row form a run, equal runs of
 * consecutive rows a rectangle. A batch then needs one request a block instead of one a cell.
 */
export function groupIntoRectangles<T>(rows: readonly (readonly (T | undefined)[])[]): Rectangle<T>[] {
  const idOf = createIds();
  const done: Open<T>[] = [];
  let open = new Map<string, Open<T>>();
  rows.forEach((row, index) => {
    if (index > 0 && row === rows[index - 1]) {
      for (const each of open.values()) each.endRow++;
      return;
    }
    const next = new Map<string, Open<T>>();
    for (const run of groupRow(row, index, idOf)) {
      const above = open.get(run.key);
      if (above) above.endRow++;
      next.set(run.key, above ?? run);
      open.delete(run.key);
    }
    done.push(...open.values());
    open = next;
  });
  return [...done, ...open.values()].map(({ key: _key, ...rectangle }) => rectangle).sort(byPosition);
}

type IdOf = (mark: unknown) => number;

function groupRow<T>(row: readonly (T | undefined)[], index: number, idOf: IdOf): Open<T>[] {
  const runs: Open<T>[] = [];
  let start = 0;
  while (start < row.length) {
    const mark = row[start];
    const id = idOf(mark);
    let end = start + 1;
    while (end < row.length && idOf(row[end]) === id) end++;
    if (mark !== undefined) {
      const key = `${start}:${end}:${id}`;
      runs.push({ startRow: index, endRow: index + 1, startColumn: start, endColumn: end, mark, key });
    }
    start = end;
  }
  return runs;
}

/** Equal marks get equal numbers. Large sheets share a few objects: each is compared by its content only once. */
function createIds(): IdOf {
  const byText = new Map<string, number>();
  const byObject = new WeakMap<object, number>();
  const look = (mark: unknown) => {
    const text = JSON.stringify(mark) ?? '';
    const id = byText.get(text) ?? byText.size;
    byText.set(text, id);
    return id;
  };
  return (mark) => {
    if (typeof mark !== 'object' || mark === null) return look(mark);
    const id = byObject.get(mark) ?? look(mark);
    byObject.set(mark, id);
    return id;
  };
}

function byPosition(a: Rectangle<unknown>, b: Rectangle<unknown>): number {
  return a.startRow - b.startRow || a.startColumn - b.startColumn;
}
