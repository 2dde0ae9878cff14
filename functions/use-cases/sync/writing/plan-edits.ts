import type { Cell } from '../../../workbook/layout/layout.ts';
import type { ServerCells } from '../../../workbook/server-sheets/server-cells.ts';
import {
  normaliseCell,
  type IdentifiedRow,
  type RowCells,
  type Table,
  type TableRow,
} from '../../../workbook/table/table.ts';
import type { CellBlock, SheetEdit } from '../../ports/spreadsheets.ts';

/**
 * The server's cells of one worksheet that do not stand as they should, as blocks of neighbours in a column.
 * No staff cell is in any block (promise 1).
 */
export function planServerEdits(
  table: Table,
  rows: readonly IdentifiedRow[],
  expected: ServerCells,
): readonly SheetEdit[] {
  const columns = serverColumns(table);
  for (const row of rows) {
    const cells: RowCells = { ...expected(table.worksheet.key, row.id), id: row.id };
    // An empty text is written as an empty cell, and is read as one at the next pass.
    for (const column of columns) want(column, row, normaliseCell(cells[column.key]));
  }
  for (const row of table.leftovers) for (const column of columns) want(column, row, null);
  return columns.flatMap(({ index, wanted }) =>
    blocksOf(wanted.toSorted((a, b) => a.rowIndex - b.rowIndex)).map(({ row, values }): SheetEdit => ({
      kind: 'write_values',
      block: { sheetId: table.sheetId, row, column: index, values },
    })),
  );
}

interface WantedCell {
  readonly rowIndex: number;
  readonly cell: Cell;
}

interface ServerColumn {
  readonly key: string;
  readonly index: number;
  /** Cells that stand otherwise: seldom more than a few, however many rows there are. */
  readonly wanted: WantedCell[];
}

function serverColumns({ worksheet, binding }: Table): readonly ServerColumn[] {
  return worksheet.columns.flatMap(({ key, owner }) => {
    const index = binding.columns.get(key);
    return owner === 'server' && index !== undefined ? [{ key, index, wanted: [] }] : [];
  });
}

function want({ key, wanted }: ServerColumn, row: TableRow, cell: Cell): void {
  if (cell !== standingCell(key, row)) wanted.push({ rowIndex: row.rowIndex, cell });
}

function standingCell(key: string, row: TableRow): Cell {
  if (key === 'id') return row.idCell === '' ? null : row.idCell;
  return row.server[key] ?? null;
}

/** Cells of one column, each run of neighbouring rows as one block. */
function blocksOf(cells: readonly WantedCell[]): readonly Pick<CellBlock, 'row' | 'values'>[] {
  const blocks: { row: number; values: Cell[][] }[] = [];
  for (const { rowIndex, cell } of cells) {
    const last = blocks.at(-1);
    if (last && last.row + last.values.length === rowIndex) last.values.push([cell]);
    else blocks.push({ row: rowIndex, values: [[cell]] });
  }
  return blocks;
}
