import type { ForeignTable, LeftOut } from '../../../../workbook/layout/layout.ts';
import { FileGrid } from '../grid.ts';
import { FileLimitError, type Spending } from '../limits.ts';
import { parseRows, type CsvRows } from './csv-rows.ts';
import { decodeText } from './decode.ts';

/** In whatever encoding programs write; the separator is found out. Throws `FileLimitError`. */
export function parseCsvTables(bytes: Uint8Array, spending: Spending): readonly ForeignTable[] {
  const text = decodeText(bytes);
  // A line by which Excel tells itself the separator.
  const [hint = '', told] = /^sep=(.)\r?\n/u.exec(text) ?? [];
  const body = text.slice(hint.length);
  assertCells(body, told === undefined ? SEPARATORS : [told], spending);
  const candidates = (told === undefined ? SEPARATORS : [told]).map((separator) =>
    parseRows(body, separator, spending.limits.rows),
  );
  const best = candidates.toSorted((a, b) => evenness(b) - evenness(a))[0] ?? { rows: [], unquoted: [] };
  return [toTable(best, hint === '' ? 0 : 1, spending)];
}

/** Where two do equally well, the first: a Russian Excel writes semicolons and leaves commas to the texts. */
const SEPARATORS = [';', '\t', ',', '|'];

/** Each separator begins a cell; how many there are is known before a row is made of them. */
function assertCells(text: string, separators: readonly string[], { limits }: Spending): void {
  const most = limits.cells + limits.rows;
  for (const separator of separators) {
    let count = 0;
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
      if ((count += 1) > most) throw new FileLimitError(`в нём больше ${limits.cells} ячеек`);
    }
  }
}

/** How many rows are of the width that most rows have, where that is more than one column. */
function evenness({ rows }: CsvRows): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function toTable({ rows, unquoted }: CsvRows, firstRow: number, spending: Spending): ForeignTable {
  const grid = new FileGrid(spending);
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => grid.put({ text, struck: '' }, row + firstRow, column));
  });
  const lineOf = (why: LeftOut['why'], row: number): LeftOut => {
    const text = (rows[row] ?? []).filter((cell) => cell.trim() !== '').join(' | ');
    return { why, row: row + firstRow, text };
  };
  return {
    kind: 'file',
    name: '',
    rows: grid.toRows(),
    leftOut: [
      ...grid.leftOut,
      ...unquoted.map((row) => lineOf('open_quote', row)),
      ...rows.flatMap((cells, row) =>
        cells.some((cell) => cell.includes('\ufffd')) ? [lineOf('unreadable_signs', row)] : [],
      ),
    ],
  };
}
