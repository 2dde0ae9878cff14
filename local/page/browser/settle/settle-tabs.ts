import type { PageBook, PageFrame } from '../../wire/book.ts';
import type { Axes } from '../grid/axes.ts';
import { executorOf } from '../grid/executor.ts';
import type { Grid } from '../grid/univer.ts';
import { toHighlights, toValidations, toWorksheetData } from '../grid/workbook-data.ts';

/** Adds, removes and orders the grid's tabs as the server has them. New ones come with all their cells. */
export function settleTabs(
  grid: Grid,
  book: PageBook,
  { axes, applied }: { readonly axes: Axes; readonly applied: Map<number, PageFrame> },
): void {
  const { workbook } = grid;
  const unitId = workbook.getUnitId();
  const execute = executorOf(grid);
  const wanted = new Set(book.sheets.map(({ frame }) => String(frame.sheetId)));
  book.sheets.forEach((sheet, index) => {
    const subUnitId = String(sheet.frame.sheetId);
    if (workbook.getSheetBySheetId(subUnitId)) return;
    execute('sheet.mutation.insert-sheet', { unitId, index, sheet: toWorksheetData(sheet) });
    for (const rule of toValidations(sheet.frame))
      execute('data-validation.mutation.addRule', { unitId, subUnitId, rule });
    for (const rule of toHighlights(sheet.frame).toReversed())
      execute('sheet.mutation.add-conditional-rule', { unitId, subUnitId, rule });
    const { sheetId, rowKeys: rows, columnKeys: columns } = sheet.frame;
    axes.set(sheetId, { rows, columns });
    applied.set(sheetId, sheet.frame);
  });
  for (const worksheet of workbook.getSheets()) {
    const subUnitId = worksheet.getSheetId();
    if (wanted.has(subUnitId)) continue;
    if (workbook.getActiveSheet()?.getSheetId() === subUnitId) activateOther(grid, book);
    execute('sheet.mutation.remove-sheet', { unitId, subUnitId, subUnitName: worksheet.getName() });
    axes.remove(Number(subUnitId));
    applied.delete(Number(subUnitId));
  }
  orderTabs(grid, book);
}

function orderTabs(grid: Grid, book: PageBook): void {
  const { workbook } = grid;
  const order = () => workbook.getSheets().map((sheet) => sheet.getSheetId());
  book.sheets.forEach(({ frame }, toOrder) => {
    const subUnitId = String(frame.sheetId);
    const fromOrder = order().indexOf(subUnitId);
    if (fromOrder === toOrder || fromOrder < 0) return;
    const params = { unitId: workbook.getUnitId(), subUnitId, fromOrder, toOrder };
    executorOf(grid)('sheet.mutation.set-worksheet-order', params);
  });
}

function activateOther({ workbook, injector }: Grid, book: PageBook): void {
  const first = book.sheets.find(
    ({ frame }) => !frame.isHidden && workbook.getSheetBySheetId(String(frame.sheetId)),
  );
  if (first)
    executorOf({ injector })('sheet.operation.set-worksheet-active', {
      unitId: workbook.getUnitId(),
      subUnitId: String(first.frame.sheetId),
    });
}
