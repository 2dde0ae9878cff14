import { z } from 'zod';
import type { Cell, Row, Scalar } from './model/types.ts';
import { addLink, createSharing, type Sharing, type StoredLink } from './shared-parts.ts';

/** So many rows of a sheet are kept in one row of the database: an edit writes one chunk, not the sheet. */
export const CHUNK_ROWS = 256;

/** Value, formula, format, note, validation, runs, error, computed format; null for an absent part, absent ends cut off. */
type StoredCell = readonly (Scalar | object | null)[];

interface StoredChunk {
  /** Formats, validations and text runs, each once; cells name them by position. */
  readonly shared: readonly object[];
  /** Formats that are others with a link; cells name them by negative numbers, -1 for the first. */
  readonly links?: readonly StoredLink[];
  /** 0 for an empty row. */
  readonly rows: readonly (readonly StoredItem[] | 0)[];
}

/** A cell, 0 for an empty one; a number above it: so many more of the cell before. */
type StoredItem = StoredCell | number;

const PARTS = ['value', 'formula', 'format', 'note', 'validation', 'runs', 'error', 'computed'] as const;
const SHARED: ReadonlySet<string> = new Set(['format', 'validation', 'runs', 'error', 'computed']);

/** The rows as JSON. */
export function formatChunk(rows: readonly (Row | undefined)[]): string {
  const sharing = createSharing();
  const stored = rows.map((row) => (row ? storeRow(row, sharing) : 0));
  const { shared, links } = sharing;
  return JSON.stringify({ shared, links, rows: stored } satisfies StoredChunk);
}

function storeRow(row: Row, sharing: Sharing): StoredItem[] {
  const items: StoredItem[] = [];
  for (let column = 0; column < row.length;) {
    const cell = row[column];
    const start = column;
    // Blank cells beside each other are one and the same.
    while (column < row.length && row[column] === cell) column++;
    const stored = cell ? storeCell(cell, sharing) : 0;
    if (stored === 0) for (let empty = start; empty < column; empty++) items.push(0);
    else items.push(stored, ...(column - start > 1 ? [column - start - 1] : []));
  }
  return items;
}

function storeCell(cell: Cell, sharing: Sharing): StoredCell {
  const { formula, note, validation, runs, error, computed } = cell;
  if ((formula ?? note ?? validation ?? runs ?? error ?? computed) !== undefined) {
    return storeParts(cell, sharing);
  }
  // As nearly every cell is.
  const { value = null, format } = cell;
  return format ? [value, null, sharing.positionOfFormat(format)] : [value];
}

function storeParts(cell: Cell, { positionOf, positionOfFormat }: Sharing): StoredCell {
  const parts = PARTS.map((part) => {
    if (part === 'format') return cell.format ? positionOfFormat(cell.format) : null;
    const value = cell[part];
    return typeof value === 'object' ? positionOf(value) : (value ?? null);
  });
  while (parts.at(-1) === null) parts.pop();
  return parts;
}

const chunkSchema = z.object({
  shared: z.array(z.looseObject({}).or(z.array(z.unknown()))),
  links: z.array(z.tuple([z.int(), z.string()])).default([]),
  rows: z.array(z.union([z.literal(0), z.array(z.unknown())])),
});

/**
 * The rows again; what was shared is shared again.
 * Throws `Error` where the text is no chunk.
 */
export function parseChunk(text: string): (Row | undefined)[] {
  const { shared, links, rows } = chunkSchema.parse(JSON.parse(text)) as Required<StoredChunk>;
  const linked = links.map(([position, uri]) => addLink(shared[position], uri));
  const partAt = (position: number) => (position < 0 ? linked[-1 - position] : shared[position]);
  return rows.map((row) => (row === 0 ? undefined : parseRow(row, partAt)));
}

/** What stands at the position of a chunk's shared parts. */
type PartAt = (position: number) => object | undefined;

function parseRow(items: readonly StoredItem[], partAt: PartAt): Row {
  const row: (Cell | undefined)[] = [];
  for (const item of items) {
    if (typeof item !== 'number') row.push(parseCell(item, partAt));
    else if (item === 0) row.push(undefined);
    else for (let repeated = row.at(-1), left = item; left > 0; left--) row.push(repeated);
  }
  return row;
}

function parseCell(stored: StoredCell, partAt: PartAt): Cell {
  const cell: Record<string, unknown> = {};
  stored.forEach((part, index) => {
    const name = PARTS[index];
    if (name === undefined || part === null) return;
    cell[name] = SHARED.has(name) ? partAt(Number(part)) : part;
  });
  return cell;
}

/** The numbers of the chunks of `after` whose rows are not those of `before`. */
export function changedChunks(
  before: readonly (Row | undefined)[],
  after: readonly (Row | undefined)[],
): number[] {
  const changed: number[] = [];
  for (let start = 0; start < after.length; start += CHUNK_ROWS) {
    const end = Math.min(start + CHUNK_ROWS, after.length);
    const grown = Math.min(before.length, start + CHUNK_ROWS) !== end;
    if (grown || hasChange(before, after, { start, end })) changed.push(start / CHUNK_ROWS);
  }
  return changed;
}

function hasChange(
  before: readonly (Row | undefined)[],
  after: readonly (Row | undefined)[],
  { start, end }: { start: number; end: number },
): boolean {
  for (let row = start; row < end; row++) if (before[row] !== after[row]) return true;
  return false;
}
