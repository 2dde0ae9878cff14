import type { SheetValues } from '../../../use-cases/ports/spreadsheets.ts';
import type { Cell } from '../../../workbook/layout/layout.ts';
import type { RowSpans } from './cut-answer.ts';
import { parseSheetRow } from './parse-cells.ts';

/** Sheets of which so little arrived keep a copy of it, so that the answer of all sheets can go. */
const SMALL_BYTES = 1_000_000;
/** Texts that come again and again, as names of schools do, are kept once. */
const MAX_SHARED = 20_000;
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
  let source: Buffer | undefined = bytes.subarray(start, start + length);
  if (length < SMALL_BYTES) source = Buffer.from(source);
  let rows: (readonly Cell[])[] | undefined;
  function* read(): Generator<readonly Cell[]> {
    let blank = 0;
    for (let index = 0; index < spans.length; index += 2) {
      const text = source?.toString('utf8', (spans[index] ?? 0) - start, (spans[index + 1] ?? 0) - start);
      const row = parseSheetRow(JSON.parse(text ?? '[]') as readonly unknown[]);
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
      if (rows) return rows;
      const share = createSharer();
      rows = [];
      for (const row of read()) rows.push(row.map(share));
      source = undefined;
      return rows;
    },
    eachRow: () => rows ?? read(),
  };
}

function createSharer(): (cell: Cell) => Cell {
  const known = new Map<string, string>();
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > MAX_SHARED_LENGTH) return cell;
    const same = known.get(cell);
    if (same !== undefined) return same;
    if (known.size < MAX_SHARED) known.set(cell, cell);
    return cell;
  };
}
