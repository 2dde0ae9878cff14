import { z } from 'zod';
import type { Cell, Row, Scalar } from './model/types.ts';

/** So many rows of a sheet are kept in one row of the database: an edit writes one chunk, not the sheet. */
export const CHUNK_ROWS = 256;

/** Value, formula, format, note, validation, runs, error, computed format; null for an absent part, absent ends cut off. */
type StoredCell = readonly (Scalar | object | null)[];

interface StoredChunk {
  /** Formats, validations and text runs, each once; cells name them by position. */
  readonly shared: readonly object[];
  /** 0 for an empty row or cell. */
  readonly rows: readonly (readonly (StoredCell | 0)[] | 0)[];
}

const PARTS = ['value', 'formula', 'format', 'note', 'validation', 'runs', 'error', 'computed'] as const;
const SHARED: ReadonlySet<string> = new Set(['format', 'validation', 'runs', 'error', 'computed']);

/** The rows as JSON. */
export function formatChunk(rows: readonly (Row | undefined)[]): string {
  const shared: object[] = [];
  const positions = new Map<object, number>();
  const positionOf = (part: object): number => {
    const known = positions.get(part);
    if (known !== undefined) return known;
    positions.set(part, shared.length);
    return shared.push(part) - 1;
  };
  const store = (cell: Cell): StoredCell => {
    const parts = PARTS.map((part) => {
      const value = cell[part];
      return typeof value === 'object' ? positionOf(value) : (value ?? null);
    });
    while (parts.at(-1) === null) parts.pop();
    return parts;
  };
  const stored = rows.map((row) => (row ? row.map((cell) => (cell ? store(cell) : 0)) : 0));
  return JSON.stringify({ shared, rows: stored } satisfies StoredChunk);
}

const chunkSchema = z.object({
  shared: z.array(z.looseObject({}).or(z.array(z.unknown()))),
  rows: z.array(z.union([z.literal(0), z.array(z.unknown())])),
});

/**
 * The rows again; what was shared is shared again.
 * @throws Error where the text is no chunk
 */
export function parseChunk(text: string): (Row | undefined)[] {
  const { shared, rows } = chunkSchema.parse(JSON.parse(text)) as StoredChunk;
  return rows.map((row) => (row === 0 ? undefined : row.map((cell) => parseCell(cell, shared))));
}

function parseCell(stored: StoredCell | 0, shared: readonly object[]): Cell | undefined {
  if (stored === 0) return undefined;
  const cell: Record<string, unknown> = {};
  stored.forEach((part, index) => {
    const name = PARTS[index];
    if (name === undefined || part === null) return;
    cell[name] = SHARED.has(name) ? shared[Number(part)] : part;
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
