import type { HTMLElement } from 'node-html-parser';
import type { CellGrid, ForeignTable } from '../../../workbook/layout/layout.ts';
import { assertGridSize, assertUnpackedSize } from './file-limits.ts';

/** Every table of the document; a merged cell stands in each column and row that it covers. */
export async function parseDocxTables(bytes: Buffer): Promise<readonly ForeignTable[]> {
  await assertUnpackedSize(bytes);
  const [{ default: mammoth }, { parse }] = await Promise.all([
    import('mammoth'),
    import('node-html-parser'),
  ]);
  // Pictures would come along as text, megabytes of it.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage });
  const html = parse(value);
  // The mark of a footnote is no part of a deadline.
  for (const mark of html.querySelectorAll('a[href^="#footnote"], a[href^="#endnote"]')) mark.remove();
  const outer = html.querySelectorAll('table').filter((table) => !isNested(table));
  return outer.map((table, index) => ({ kind: 'table', name: String(index + 1), rows: parseGrid(table) }));
}

/** A table inside a cell is that cell's text. */
function isNested(table: HTMLElement): boolean {
  return (table.parentNode?.closest('td') ?? table.parentNode?.closest('th') ?? null) !== null;
}

function parseGrid(table: HTMLElement): CellGrid {
  const grid: string[][] = [];
  const rows = table.querySelectorAll('tr').filter((row) => row.closest('table') === table);
  assertGridSize(rows.length);
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.querySelectorAll('td, th').filter((each) => each.closest('tr') === row)) {
      while (grid[rowIndex]?.[column] !== undefined) column += 1;
      fill(grid, { cell, row: rowIndex, column });
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}
function fill(
  grid: string[][],
  { cell, row, column }: { cell: HTMLElement; row: number; column: number },
): void {
  const text = cell.structuredText.trim();
  for (let down = 0; down < spanOf(cell, 'rowspan'); down++) {
    const target = (grid[row + down] ??= []);
    for (let right = 0; right < spanOf(cell, 'colspan'); right++) target[column + right] = text;
  }
}

/** Word itself has at most 63 columns; no plan merges more rows. */
const MAX_SPAN = 63;

function spanOf(cell: HTMLElement, attribute: 'rowspan' | 'colspan'): number {
  return Math.min(MAX_SPAN, Number(cell.getAttribute(attribute) ?? 1));
}
