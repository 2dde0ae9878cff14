import { splitBySize } from './split-by-size.ts';

type Cells<Value> = Readonly<Record<string, Value>>;

/** What the store adds to a cell on the wire, at most, beside its name and its text. */
const BYTES_PER_CELL = 32;

/** Bytes of UTF-8 that the cells take in the store, a little more rather than less. */
export function sizeOfCells(cells: Cells<unknown>): number {
  let size = BRACKETS;
  for (const key in cells) size += BYTES_PER_CELL + Buffer.byteLength(key, 'utf8') + sizeOfValue(cells[key]);
  return size;
}

const BRACKETS = 2;
/** More than the store takes for a number, a truth or nothing. */
const SCALAR_BYTES = 10;

/** Of a cell, or of what stood in it before and afterwards. */
function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value, 'utf8') + BRACKETS;
  if (!Array.isArray(value)) return SCALAR_BYTES;
  let size = BRACKETS;
  for (const item of value) size += sizeOfValue(item);
  return size;
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
