/** Cells that stand side by side, as one rectangle. */
export interface Block<Item> {
  readonly row: number;
  readonly column: number;
  readonly rows: Item[][];
}

export interface Placed<Item> {
  readonly row: number;
  readonly column: number;
  readonly item: Item;
}

/** Gathers cells into few rectangles: runs within a row, then equal runs below one another. The last of doubles wins. */
export function toBlocks<Item>(cells: readonly Placed<Item>[]): Block<Item>[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const sorted = [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return joinRuns(findRuns(sorted));
}

function findRuns<Item>(sorted: readonly Placed<Item>[]): Block<Item>[] {
  const runs: Block<Item>[] = [];
  for (const { row, column, item } of sorted) {
    const last = runs.at(-1);
    const cells = last?.rows[0];
    if (last && cells && last.row === row && last.column + cells.length === column) cells.push(item);
    else runs.push({ row, column, rows: [[item]] });
  }
  return runs;
}

function joinRuns<Item>(runs: readonly Block<Item>[]): Block<Item>[] {
  const open = new Map<string, Block<Item>>();
  const blocks: Block<Item>[] = [];
  for (const run of runs) {
    const key = `${run.column}:${run.rows[0]?.length}`;
    const above = open.get(key);
    if (above && above.row + above.rows.length === run.row) above.rows.push(...run.rows);
    else {
      open.set(key, run);
      blocks.push(run);
    }
  }
  return blocks;
}
