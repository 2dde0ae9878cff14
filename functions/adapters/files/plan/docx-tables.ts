import type { HTMLElement } from 'node-html-parser';
import type { CellGrid } from '../../../workbook/layout.ts';

/** Every table of the document; a merged cell stands in each column and row that it covers. */
export async function parseDocxTables(bytes: Buffer): Promise<readonly CellGrid[]> {
  const [{ default: mammoth }, { parse }] = await Promise.all([
    import('mammoth'),
    import('node-html-parser'),
  ]);
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
  return parse(html).querySelectorAll('table').map(readGrid);
}

function readGrid(table: HTMLElement): CellGrid {
  const grid: string[][] = [];
  table.querySelectorAll('tr').forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row.querySelectorAll('td, th')) {
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
