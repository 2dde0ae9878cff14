import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import {
  markersOf,
  planAssertions,
  planLayoutMark,
  planMarks,
  type StandingMarker,
} from '../writing/markers.ts';
import { planAppendRows, planWriteValues } from './plan-cells.ts';
import { planArrangement, planTabOrder } from './plan-arrangement.ts';
import { planDecorateSheet } from './plan-decoration.ts';
import { planAddSheet, planRefillSheet, planReplaceSheet, planRowHeights } from './plan-sheet.ts';
import type { StandingSheet } from '../reading/standing.ts';

type Request = sheets_v4.Schema$Request;

/** The sheets of which `planRequests` must be told what stands on them. */
export function sheetsToLookUp(edits: readonly SheetEdit[]): number[] {
  const known = edits.filter((edit) => edit.kind === 'replace_sheet' || edit.kind === 'decorate_sheet');
  return [...new Set(known.map((edit) => edit.sheetId))];
}

export interface EditContext {
  /** The sheets of `sheetsToLookUp`. */
  readonly sheets: ReadonlyMap<number, StandingSheet>;
  /** All markers, where positions are to be marked. */
  readonly markers: readonly StandingMarker[];
}

/** The sub-requests of one atomic `batchUpdate`, given what is known of the spreadsheet before it. */
export function planRequests(
  edits: readonly SheetEdit[],
  sheets: EditContext['sheets'] = new Map(),
  markers: EditContext['markers'] = [],
): Request[] {
  // An assertion makes the markers that were never there.
  const asserted = edits.flatMap((edit) =>
    edit.kind === 'assert_positions' ? markersOf(edit.sheetId, edit.positions) : [],
  );
  return edits.flatMap((edit) => planEdit(edit, { sheets, markers: [...markers, ...asserted] }));
}

function planEdit(edit: SheetEdit, { sheets: standing, markers }: EditContext): Request[] {
  switch (edit.kind) {
    case 'assert_positions':
      return planAssertions(edit.sheetId, edit.positions);
    case 'mark_positions':
      return planMarks(edit.sheetId, edit.positions, markers);
    case 'mark_layout':
      return [planLayoutMark(edit)];
    case 'write_values':
      return edit.block.values.length > 0 ? [planWriteValues(edit.block)] : [];
    case 'append_rows':
      return [...planAppendRows(edit.sheetId, edit.rows), ...planRowHeights(edit.sheetId, edit.heights)];
    case 'insert_row':
      return [planInsertRow(edit.sheetId, edit.row)];
    case 'append_columns':
      return [{ appendDimension: { sheetId: edit.sheetId, dimension: 'COLUMNS', length: edit.count } }];
    case 'add_sheet':
      return planAddSheet(edit);
    case 'replace_sheet':
      return planReplaceSheet(standingOf(standing, edit.sheetId), edit.layout);
    case 'refill_sheet':
      return planRefillSheet(edit.sheetId, edit.layout);
    case 'decorate_sheet':
      return planDecorateSheet(standingOf(standing, edit.sheetId), edit);
    case 'arrange_columns':
      return planArrangement(edit.sheetId, edit.steps);
    case 'order_sheets':
      return planTabOrder(edit.sheetIds);
    case 'rename_sheet':
      return [
        {
          updateSheetProperties: {
            properties: { sheetId: edit.sheetId, title: edit.title },
            fields: 'title',
          },
        },
      ];
    case 'hide_sheet':
      return [
        {
          updateSheetProperties: {
            properties: { sheetId: edit.sheetId, hidden: edit.isHidden },
            fields: 'hidden',
          },
        },
      ];
    case 'delete_sheet':
      return [{ deleteSheet: { sheetId: edit.sheetId } }];
  }
}

function planInsertRow(sheetId: number, row: number): Request {
  const range = { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 };
  return { insertDimension: { range, inheritFromBefore: false } };
}

function standingOf(standing: ReadonlyMap<number, StandingSheet>, sheetId: number): StandingSheet {
  const sheet = standing.get(sheetId);
  if (!sheet) throw new Error(`sheet ${sheetId} was not looked up before planning`);
  return sheet;
}
