import { columnNumber } from '../../../../../functions/workbook/layout/columns.ts';
import { ICommandService } from '@univerjs/core';
import { HoverManagerService } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import type { Grid } from '../../grid/univer.ts';

/** A click on a linked cell leads to its place in the workbook, or opens the page it names in a new tab. */
export function followLinks(grid: Grid): void {
  grid.injector.get(HoverManagerService).currentClickedCell$.subscribe((clicked) => {
    const { subUnitId, row, col } = clicked.location;
    const cell = grid.workbook.getSheetBySheetId(subUnitId)?.getCellRaw(row, col);
    const link = (cell?.custom as { link?: string } | null | undefined)?.link;
    if (link === undefined) return;
    const place = placeIn(link);
    if (place) void showPlace(grid, place.gid, place.range);
    else if (/^https?:\/\//u.test(link)) window.open(link, '_blank', 'noopener,noreferrer');
  });
}

/** `#gid=148001&range=A5`, as links in letters have it too. */
function placeIn(link: string): { readonly gid: string; readonly range: string | undefined } | undefined {
  const place = /^#gid=(?<gid>\d+)(?:&range=(?<range>[A-Z]+\d+))?/u.exec(link)?.groups;
  return place && { gid: place['gid'] ?? '', range: place['range'] };
}

/** Opens the place that the page's own address names, where it names one. */
export async function openPlace(grid: Grid): Promise<void> {
  const place = placeIn(location.hash);
  if (place) await showPlace(grid, place.gid, place.range);
}

/** A link out of a letter into a page that is open already. */
export function followAddress(grid: Grid): void {
  window.addEventListener('hashchange', () => void openPlace(grid));
}

/** Opens the tab and selects the cell (`A5`). */
export async function showPlace(grid: Grid, subUnitId: string, range: string | undefined): Promise<void> {
  const { workbook, injector } = grid;
  const commands = injector.get(ICommandService);
  const unitId = workbook.getUnitId();
  const worksheet = workbook.getSheetBySheetId(subUnitId);
  if (!worksheet) return;
  await commands.executeCommand('sheet.operation.set-worksheet-active', { unitId, subUnitId });
  // Keys go to the grid, wherever they went before.
  injector.get(ILayoutService).focus();
  const place = range && parseCell(range);
  if (!place) return;
  const { row, column } = place;
  const cells = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const primary = {
    startRow: row,
    endRow: row,
    startColumn: column,
    endColumn: column,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  const selections = [{ range: cells, primary, style: null }];
  await commands.executeCommand('sheet.operation.set-selections', { unitId, subUnitId, selections });
  await commands.executeCommand('sheet.operation.scroll-to-cell', { unitId, range: cells });
}

export function parseCell(text: string): { row: number; column: number } | undefined {
  const [, letters, row] = /^([A-Z]+)(\d+)$/u.exec(text) ?? [];
  return letters === undefined ? undefined : { row: Number(row) - 1, column: columnNumber(letters) };
}
