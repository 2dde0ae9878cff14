import type { RowId } from '../../../domain/worksheet-key.ts';
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
  const { worksheet, binding } = table;
  const cellsOf = new Map(rows.map(({ id }) => [id, { ...expected(worksheet.key, id), id }]));
  return worksheet.columns.flatMap((column) => {
    const index = binding.columns.get(column.key);
    if (column.owner !== 'server' || index === undefined) return [];
    const wanted = wantedCells(column.key, { table, rows, cellsOf });
    return blocksOf(wanted.filter(({ cell, standing }) => cell !== standing)).map(
      ({ row, values }): SheetEdit => ({
        kind: 'write_values',
        block: { sheetId: table.sheetId, row, column: index, values },
      }),
    );
  });
}

interface WantedCell {
  readonly rowIndex: number;
  readonly cell: Cell;
  readonly standing: Cell;
}

interface WantedInput {
  readonly table: Table;
  readonly rows: readonly IdentifiedRow[];
  /** The server's cells of each row, the id among them. */
  readonly cellsOf: ReadonlyMap<RowId, RowCells>;
}

function wantedCells(key: string, { table, rows, cellsOf }: WantedInput): readonly WantedCell[] {
  const wanted = rows.map((row) => ({
    rowIndex: row.rowIndex,
    // An empty text is written as an empty cell, and is read as one at the next pass.
    cell: normaliseCell(cellsOf.get(row.id)?.[key]),
    standing: standingCell(key, row),
  }));
  const cleared = table.leftovers.map((row) => ({
    rowIndex: row.rowIndex,
    cell: null,
    standing: standingCell(key, row),
  }));
  return [...wanted, ...cleared].toSorted((a, b) => a.rowIndex - b.rowIndex);
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
