import type { CellFormat } from '../../sheets-api/schema/cell.ts';
import { formatA1 } from '../../sheets-api/wire/a1.ts';
import { rangeOfBox } from '../../sheets-api/model/ranges/boxes.ts';
import type { CellValue } from '../wire/book.ts';
import type { Entered, StepOf } from '../wire/edits.ts';
import { toBlocks, type Placed } from './blocks.ts';
import { columnTitle, explainGuard, findGuard } from '../wire/explain-guard.ts';
import { EditRefusedError, type PlannedSheet, type Planning } from './planning.ts';
import { toFormat } from './to-format.ts';

/** Values and typed texts; the system's cells are left as they are, and said so. */
export function planCells(planning: Planning, step: StepOf<'cells'>): void {
  const sheet = planning.sheet(step.sheetId);
  const found = findPlaces(planning, sheet, step.cells);
  const open = withoutGuarded(planning, sheet, found);
  planTyped(
    planning,
    sheet,
    open.flatMap(({ row, column, item }) => ('text' in item ? [{ row, column, item: item.text }] : [])),
  );
  planValues(
    planning,
    sheet,
    open.flatMap(({ row, column, item }) => ('value' in item ? [{ row, column, item: item.value }] : [])),
  );
}

function findPlaces(
  planning: Planning,
  { places }: PlannedSheet,
  cells: StepOf<'cells'>['cells'],
): Placed<Entered>[] {
  return cells.flatMap(([rowKey, columnKey, item]) => {
    const row = places.indexOf('rows', rowKey);
    const column = places.indexOf('columns', columnKey);
    if (row !== undefined && column !== undefined) return [{ row, column, item }];
    planning.notices.add(explainGone(item, row === undefined));
    return [];
  });
}

function explainGone(item: Entered, isRow: boolean): string {
  const text = 'text' in item ? item.text : String(item.value ?? '');
  const what = isRow ? 'Строку тем временем удалили' : 'Столбец тем временем удалили';
  return text === '' ? `${what}.` : `${what}; набранное туда не записано: «${text}».`;
}

function withoutGuarded(
  planning: Planning,
  sheet: PlannedSheet,
  cells: readonly Placed<Entered>[],
): Placed<Entered>[] {
  const columns = new Set<number>();
  const open = cells.filter(({ row, column }) => {
    if (!findGuard(sheet.shown.frame, row, column)) return true;
    if (sheet.newRows.has(sheet.places.keys('rows')[row] ?? '')) return true;
    columns.add(column);
    return false;
  });
  if (columns.size === 0) return open;
  if (open.length === 0) throw new EditRefusedError(explainGuard(sheet.shown, columns));
  const names = [...columns].map((column) => `«${columnTitle(sheet.shown, column)}»`).join(', ');
  planning.notices.add(`Остальное вставлено, а серые столбцы не изменены, их заполняет система: ${names}.`);
  return open;
}

function planTyped(planning: Planning, sheet: PlannedSheet, cells: readonly Placed<string>[]): void {
  for (const { row, column, rows } of toBlocks(cells)) {
    const endColumn = column + (rows[0]?.length ?? 0);
    const box = { startRow: row, endRow: row + rows.length, startColumn: column, endColumn };
    planning.typed.push({ range: formatA1(sheet.stored.properties.title, box), values: rows });
  }
}

function planValues(
  planning: Planning,
  { sheetId }: PlannedSheet,
  cells: readonly Placed<CellValue | null>[],
): void {
  for (const { row, column, rows } of toBlocks(cells)) {
    planning.requests.push({
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: column },
        rows: rows.map((values) => ({ values: values.map(toCellData) })),
        fields: 'userEnteredValue',
      },
    });
  }
}

function toCellData(value: CellValue | null): object {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

export function planStyle(planning: Planning, step: StepOf<'style'>): void {
  const sheet = planning.sheet(step.sheetId);
  const { format, fields } = toFormat(step.style);
  const cells = step.cells.flatMap(([rowKey, columnKey]) => {
    const row = sheet.places.indexOf('rows', rowKey);
    const column = sheet.places.indexOf('columns', columnKey);
    return row === undefined || column === undefined ? [] : [{ row, column, item: format }];
  });
  for (const { row, column, rows } of toBlocks<CellFormat>(cells)) {
    const endColumn = column + (rows[0]?.length ?? 0);
    const box = { startRow: row, endRow: row + rows.length, startColumn: column, endColumn };
    planning.requests.push({
      repeatCell: { range: rangeOfBox(step.sheetId, box), cell: { userEnteredFormat: format }, fields },
    });
  }
}
