import type { StaffWorksheetKey } from '../../domain/worksheet-key.ts';
import { firstThatFit, planAppends } from '../append/plan-appends.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { RowsSeen, SheetEdit } from '../ports/spreadsheets.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import { positionsOf } from '../sync/writing/guard-edits.ts';
import { RowsMovedError } from './book-errors.ts';
import type { BookChange, TakenCell } from './plan-book.ts';

/** Well below what one call may carry. */
const CELLS_AT_ONCE = 500;

/**
 * Writes what a person has taken into the rows that were read, then looks whether they still stand there: what landed
 * beside another row is put back and told. Throws `RowsMovedError`, `SheetMovedError`.
 */
export async function writeChanges(
  { spreadsheets }: Dependencies,
  workbookId: string,
  { standing, taken }: { readonly standing: Standing; readonly taken: readonly BookChange[] },
): Promise<void> {
  const cells = taken.filter((change) => change.kind === 'cell');
  for (let from = 0; from < cells.length; from += CELLS_AT_ONCE) {
    const batch = cells.slice(from, from + CELLS_AT_ONCE);
    const spans = batch.map(({ worksheet, row: { rowIndex } }) => {
      const { sheetId, title } = standing.tables[worksheet];
      return { sheetId, title, startRow: rowIndex, endRow: rowIndex + 1 };
    });
    const seen = await spreadsheets.apply(workbookId, planCells(batch, standing), { show: spans });
    const astray = planReturn(batch, seen, standing);
    if (astray.length > 0) {
      await spreadsheets.apply(workbookId, astray);
      throw new RowsMovedError(astray.length);
    }
  }
  let rest = taken.flatMap((change) => (change.kind === 'row' ? [change.addition] : []));
  if (rest.length === 0) return;
  const outline = await spreadsheets.readOutline(workbookId);
  while (rest.length > 0) {
    const batch = firstThatFit(rest);
    await spreadsheets.apply(workbookId, planAppends(batch, standing, outline));
    rest = rest.slice(batch.length);
  }
}

function planCells(changes: readonly TakenCell[], standing: Standing): readonly SheetEdit[] {
  const guards = [...new Set(changes.map(({ worksheet }) => worksheet))].map((worksheet): SheetEdit => {
    const [table, sheet] = [standing.tables[worksheet], standing.sheets[worksheet]];
    const rows = sheet.kind === 'complete' ? sheet.rows : [];
    return { kind: 'assert_positions', sheetId: table.sheetId, positions: positionsOf(table, { rows }) };
  });
  const writes = changes.flatMap(({ worksheet, row, column, value }): SheetEdit[] => {
    const place = placeOf(standing, worksheet, column);
    if (place === undefined) return [];
    const { sheetId } = standing.tables[worksheet];
    return [
      { kind: 'write_values', block: { sheetId, row: row.rowIndex, column: place, values: [[value]] } },
    ];
  });
  return [...guards, ...writes];
}

function placeOf({ tables }: Standing, worksheet: StaffWorksheetKey, column: string): number | undefined {
  const { columns, extra } = tables[worksheet].binding;
  return columns.get(column) ?? extra.find(({ key }) => key === column)?.index;
}

/** The cells of other rows that came to stand there, as they were read. */
function planReturn(
  changes: readonly TakenCell[],
  seen: readonly RowsSeen[],
  standing: Standing,
): readonly SheetEdit[] {
  return changes.flatMap(({ worksheet, row, column }, index): SheetEdit[] => {
    const { sheetId } = standing.tables[worksheet];
    const [idPlace, place] = [placeOf(standing, worksheet, 'id'), placeOf(standing, worksheet, column)];
    const cells = seen[index]?.rows[0];
    if (!cells || idPlace === undefined || place === undefined) return [];
    const id = String(cells[idPlace] ?? '');
    if (id === row.idCell) return [];
    const value = standing.rows[worksheet].find((each) => each.idCell === id)?.staff[column] ?? null;
    return [
      { kind: 'write_values', block: { sheetId, row: row.rowIndex, column: place, values: [[value]] } },
    ];
  });
}
