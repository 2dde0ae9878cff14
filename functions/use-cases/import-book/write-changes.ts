import type { Cell } from '../../workbook/layout/layout.ts';
import { placeOfColumn } from '../../workbook/table/bind-columns.ts';
import { writeRows } from '../append/append-rows.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { RowsSeen, SheetEdit } from '../ports/spreadsheets.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import { editedRows, planGuards } from '../sync/writing/guard-edits.ts';
import { RowsMovedError } from './book-errors.ts';
import type { BookChange, TakenCell } from './plan-book.ts';

/** Well below what one call may carry. */
const CELLS_AT_ONCE = 500;

/**
 * Writes what a person has taken into the rows that were read, then looks whether they still stand there: what landed
 * beside another row is put back and told. Throws `RowsMovedError`, `SheetMovedError`.
 */
export async function writeChanges(
  deps: Dependencies,
  workbookId: string,
  { standing, taken }: { readonly standing: Standing; readonly taken: readonly BookChange[] },
): Promise<void> {
  const cells = taken.filter((change) => change.kind === 'cell');
  for (let from = 0; from < cells.length; from += CELLS_AT_ONCE) {
    const batch = cells.slice(from, from + CELLS_AT_ONCE);
    const writes = batch.flatMap((change) => writeOf(change, change.value, standing));
    const edits = [...planGuards(writes, standing, 'assert'), ...writes];
    const seen = await deps.spreadsheets.apply(workbookId, edits, { show: editedRows(writes, standing) });
    const astray = planReturn(batch, seen, standing);
    if (astray.length > 0) {
      await deps.spreadsheets.apply(workbookId, astray);
      throw new RowsMovedError(astray.length);
    }
  }
  const additions = taken.flatMap((change) => (change.kind === 'row' ? [change.addition] : []));
  await writeRows(deps, workbookId, { standing, additions });
}

function writeOf({ worksheet, row, column }: TakenCell, value: Cell, { tables }: Standing): SheetEdit[] {
  const { sheetId, binding } = tables[worksheet];
  const place = placeOfColumn(binding, column);
  if (place === undefined) return [];
  return [{ kind: 'write_values', block: { sheetId, row: row.rowIndex, column: place, values: [[value]] } }];
}

/** The cells of other rows that came to stand there, as they were read. */
function planReturn(
  changes: readonly TakenCell[],
  seen: readonly RowsSeen[],
  standing: Standing,
): readonly SheetEdit[] {
  return changes.flatMap((change, index): SheetEdit[] => {
    const { worksheet, row, column } = change;
    const idPlace = placeOfColumn(standing.tables[worksheet].binding, 'id');
    const cells = seen[index]?.rows[0];
    if (!cells || idPlace === undefined) return [];
    const id = String(cells[idPlace] ?? '');
    if (id === row.idCell) return [];
    const other = standing.rows[worksheet].find((each) => each.idCell === id);
    return writeOf(change, other?.staff[column] ?? null, standing);
  });
}
