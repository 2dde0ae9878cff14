import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { ColumnStep } from '../../../workbook/layout/column-step.ts';

type Request = sheets_v4.Schema$Request;

/** No column is moved over the edge of what is frozen: nothing is, while they move. */
export function planArrangement(sheetId: number, steps: readonly ColumnStep[]): Request[] {
  const unfrozen = { sheetId, gridProperties: { frozenColumnCount: 0 } };
  return [
    { updateSheetProperties: { properties: unfrozen, fields: 'gridProperties.frozenColumnCount' } },
    ...steps.map((step) => planStep(sheetId, step)),
  ];
}

function planStep(sheetId: number, step: ColumnStep): Request {
  const place = step.kind === 'insert' ? step.at : step.from;
  const column = { sheetId, dimension: 'COLUMNS', startIndex: place, endIndex: place + 1 };
  return step.kind === 'insert'
    ? { insertDimension: { range: column, inheritFromBefore: false } }
    : { moveDimension: { source: column, destinationIndex: step.to } };
}

/** From the last to the first, each before all others: only this place is the same before and after the move. */
export function planTabOrder(sheetIds: readonly number[]): Request[] {
  return sheetIds.toReversed().map((sheetId) => ({
    updateSheetProperties: { properties: { sheetId, index: 0 }, fields: 'index' },
  }));
}
