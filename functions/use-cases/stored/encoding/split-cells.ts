import { splitBySize } from './split-by-size.ts';

type Cells<Value> = Readonly<Record<string, Value>>;

/** What the store adds to a cell on the wire, at most, beside its name and its text. */
const BYTES_PER_CELL = 32;

/** Bytes of UTF-8 that the cells take in the store, a little more rather than less. */
export function sizeOfCells(cells: Cells<unknown>): number {
  return Buffer.byteLength(JSON.stringify(cells), 'utf8') + BYTES_PER_CELL * Object.keys(cells).length;
}

/** The cells in groups of at most `limit` bytes; a cell stays whole. None for no cells. */
export function splitCells<Value>(cells: Cells<Value>, limit: number): Cells<Value>[] {
  // As nearly always: then the cells need not be measured one by one.
  if (sizeOfCells(cells) <= limit) return Object.keys(cells).length === 0 ? [] : [cells];
  const items = Object.entries(cells).map(([key, value]) => ({
    key,
    value,
    size: sizeOfCells({ [key]: value }),
  }));
  return splitBySize(items, limit).map((part) =>
    Object.fromEntries(part.map(({ key, value }) => [key, value])),
  );
}
