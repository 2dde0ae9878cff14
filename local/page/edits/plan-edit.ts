import type { Spreadsheet } from '../../sheets-api/model/types.ts';
import type { AxisKeys } from '../wire/axis-keys.ts';
import type { PageBook } from '../wire/book.ts';
import type { Edit, Step } from '../wire/edits.ts';
import { openPlaces } from './places.ts';
import { planCells, planStyle } from './plan-cells.ts';
import { planDelete, planHide, planInsert, planMove, planSize } from './plan-lines.ts';
import { planReorder } from './plan-reorder.ts';
import {
  planAddSheet,
  planCopySheet,
  planDeleteSheet,
  planMerge,
  planSheetProperties,
} from './plan-sheets.ts';
import { EditRefusedError, type EditPlan, type PlannedSheet, type Planning } from './planning.ts';

/** The edit as requests of the Sheets API, against the state that stands. Throws `EditRefusedError`. */
export function planEdit(book: Spreadsheet, shown: PageBook, { steps }: Pick<Edit, 'steps'>): EditPlan {
  const sheets = new Map<number, PlannedSheet>();
  const planning = openPlanning(book, shown, sheets);
  for (const step of steps) planStep(planning, step);
  const keys = new Map<number, AxisKeys>();
  for (const { sheetId, places } of sheets.values())
    if (!planning.removedSheets.has(sheetId))
      keys.set(sheetId, { rows: places.keys('rows'), columns: places.keys('columns') });
  const notices = [...planning.notices].join(' ');
  return {
    requests: planning.requests,
    typed: planning.typed,
    keys,
    message: notices === '' ? undefined : notices,
  };
}

function openPlanning(book: Spreadsheet, shown: PageBook, sheets: Map<number, PlannedSheet>): Planning {
  return {
    book,
    requests: [],
    typed: [],
    notices: new Set(),
    removedSheets: new Set(),
    sheet(sheetId) {
      const sheet = sheets.get(sheetId) ?? openSheet(book, shown, sheetId);
      sheets.set(sheetId, sheet);
      return sheet;
    },
  };
}

function openSheet(book: Spreadsheet, shown: PageBook, sheetId: number): PlannedSheet {
  const page = shown.sheets.find(({ frame }) => frame.sheetId === sheetId);
  const stored = book.sheets.find(({ properties }) => properties.sheetId === sheetId);
  if (!page || !stored)
    throw new EditRefusedError('Этот лист тем временем удалили; набранное на нём не записано.');
  const { rowKeys: rows, columnKeys: columns } = page.frame;
  return { sheetId, shown: page, stored, places: openPlaces({ rows, columns }), newRows: new Set() };
}

function planStep(planning: Planning, step: Step): void {
  switch (step.kind) {
    case 'cells':
      return planCells(planning, step);
    case 'style':
      return planStyle(planning, step);
    case 'insert':
      return planInsert(planning, step);
    case 'delete':
      return planDelete(planning, step);
    case 'move':
      return planMove(planning, step);
    case 'reorder':
      return planReorder(planning, step);
    case 'size':
      return planSize(planning, step);
    case 'hide':
      return planHide(planning, step);
    case 'merge':
    case 'unmerge':
      return planMerge(planning, step);
    case 'add_sheet':
      return planAddSheet(planning, step);
    case 'copy_sheet':
      return planCopySheet(planning, step);
    case 'delete_sheet':
      return planDeleteSheet(planning, step);
    case 'rename_sheet':
    case 'move_sheet':
    case 'hide_sheet':
    case 'colour_sheet':
    case 'freeze':
      return planSheetProperties(planning, step);
  }
}
