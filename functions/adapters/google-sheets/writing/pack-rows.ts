import type { SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import { toExtendedValue } from '../requests/plan-cells.ts';

export type Write = Extract<SheetEdit, { kind: 'write_values' }>;

/** What a block takes on the wire beside its rows, and a row beside its cells. */
const BYTES = { block: 150, row: 14 } as const;

/** Rows of one sheet, the last one not among them. */
interface Span {
  readonly sheetId: number;
  readonly start: number;
  end: number;
}

/**
 * The written values in parts of at most `limit` bytes each: so many rows of a sheet with all that is written into
 * them, the next rows, and so on. Whoever looks between two parts sees whole rows, and no part comes by a row that
 * another has written. A single row is left whole, however large.
 */
export function packRows(writes: readonly Write[], limit: number): Write[][] {
  const spans = [...Map.groupBy(writes, ({ block }) => block.sheetId)].map(
    ([sheetId, those]) => [sheetId, measureRows(those)] as const,
  );
  return packSpans(spans, limit).map((part) => writes.flatMap((write) => part.flatMap(cutOut(write))));
}

interface Measured {
  /** Bytes by the number of the row. */
  readonly rows: ReadonlyMap<number, number>;
  /** Of the blocks that go on from the part before, at most. */
  readonly opening: number;
}

function measureRows(writes: readonly Write[]): Measured {
  const rows = new Map<number, number>();
  for (const { block } of writes)
    block.values.forEach((cells, offset) => {
      const row = block.row + offset;
      const bytes = (offset === 0 ? BYTES.block : 0) + BYTES.row + bytesOf(cells.map(toExtendedValue));
      rows.set(row, (rows.get(row) ?? 0) + bytes);
    });
  const columns = new Set(writes.map(({ block }) => block.column));
  return { rows, opening: BYTES.block * columns.size };
}

function packSpans(sheets: readonly (readonly [sheetId: number, Measured])[], limit: number): Span[][] {
  const parts: Span[][] = [];
  let size = Infinity;
  for (const [sheetId, { rows, opening }] of sheets) {
    let span: Span | undefined;
    for (const row of [...rows.keys()].toSorted((a, b) => a - b)) {
      const own = rows.get(row) ?? 0;
      if (size + own > limit) {
        parts.push([]);
        size = opening;
        span = undefined;
      }
      size += own;
      if (span) span.end = row + 1;
      else parts.at(-1)?.push((span = { sheetId, start: row, end: row + 1 }));
    }
  }
  return parts;
}

/** What of the write stands in the rows of a span. */
function cutOut(write: Write): (span: Span) => Write[] {
  const { sheetId, row, values } = write.block;
  return ({ start, end, ...span }) => {
    const [from, to] = [Math.max(start - row, 0), Math.min(end - row, values.length)];
    if (span.sheetId !== sheetId || from >= to) return [];
    if (from === 0 && to === values.length) return [write];
    return [{ ...write, block: { ...write.block, row: row + from, values: values.slice(from, to) } }];
  };
}

/** Of the JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
