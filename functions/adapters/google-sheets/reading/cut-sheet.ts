import type { SheetValues } from '../../../use-cases/ports/spreadsheets.ts';
import type { Cell } from '../../../workbook/layout/layout.ts';
import type { RowSpans } from './cut-answer.ts';
import { parseSheetRow } from './parse-cells.ts';

/** Sheets of which so little arrived keep a copy of it, so that the answer of all sheets can go. */
const SMALL_BYTES = 1_000_000;
/** Texts that come again and again, as names of schools do, are kept once: of each column so many at a time. */
const MAX_SHARED = 2_000;
const MAX_SHARED_LENGTH = 200;

interface CutSheetOptions extends Omit<SheetValues, 'rows' | 'eachRow'> {
  readonly bytes: Buffer;
  readonly spans: RowSpans;
}

/**
 * A sheet as it arrived: its rows are values only while somebody looks at them one by one, and all at once from the first
 * time that somebody asks for `rows`.
 */
export function openCutSheet({ bytes, spans, ...sheet }: CutSheetOptions): SheetValues {
  const start = spans[0] ?? 0;
  const length = (spans.at(-1) ?? 0) - start;
  const source = bytes.subarray(start, start + length);
  let held: Buffer | readonly (readonly Cell[])[] = length < SMALL_BYTES ? Buffer.from(source) : source;
  /** Whoever is half through keeps its bytes, whatever is let go meanwhile. */
  function* read(from: Buffer): Generator<readonly Cell[]> {
    let blank = 0;
    for (let index = 0; index < spans.length; index += 2) {
      const text = from.toString('utf8', (spans[index] ?? 0) - start, (spans[index + 1] ?? 0) - start);
      const row = parseSheetRow(JSON.parse(text) as readonly unknown[]);
      // Nothing empty stands at the end of the sheet.
      if (row.length === 0) blank += 1;
      else {
        for (; blank > 0; blank--) yield [];
        yield row;
      }
    }
  }
  return {
    ...sheet,
    get rows() {
      if (Buffer.isBuffer(held)) held = shareTexts(read(held));
      return held;
    },
    eachRow: () => (Buffer.isBuffer(held) ? read(held) : held),
  };
}

/** Row by row: what a row was parsed into goes before the next one comes. */
function shareTexts(rows: Iterable<readonly Cell[]>): readonly (readonly Cell[])[] {
  const sharers: ((cell: Cell) => Cell)[] = [];
  const shared: (readonly Cell[])[] = [];
  for (const row of rows) shared.push(row.map((cell, column) => (sharers[column] ??= createSharer())(cell)));
  return shared;
}

/** A column of texts that never come again, as ids are, forgets them by and by. */
function createSharer(): (cell: Cell) => Cell {
  const known = new Map<string, string>();
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > MAX_SHARED_LENGTH) return cell;
    const same = known.get(cell);
    if (same !== undefined) return same;
    if (known.size === MAX_SHARED) known.clear();
    known.set(cell, cell);
    return cell;
  };
}
