import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetLayout } from '../../../workbook/layout/layout.ts';
import { fieldsOfFormat, toCellFormat, toColorStyle } from './formats.ts';
import { toGridRange } from './grid-range.ts';
import { planContent, planFormats } from './plan-cells.ts';
import { planConditionalRule, planProtection, planValidation } from './plan-rules.ts';
import { planWidths, sizeOfLayout } from './plan-sheet.ts';
import { planStrippingOfOwn, sizeOf, type StandingSheet } from '../reading/standing.ts';

type Request = sheets_v4.Schema$Request;

/**
 * Puts the header and all that helps typing onto a sheet in use. Below the header no value, note or
 * format changes except the formats that the layout names for whole columns; the title stays too, for
 * staff may have renamed the tab. Done twice it changes nothing more.
 */
export function planDecorateSheet(standing: StandingSheet, layout: SheetLayout): Request[] {
  const { sheetId } = standing.properties;
  const header = layout.rows.slice(0, layout.frozenRows);
  return [
    ...planStrippingOfOwn(standing, layout),
    ...planGrowth(standing, layout),
    planFreezing(sheetId, layout),
    ...planFormats(sheetId, layout, { startRow: 0, rows: header }),
    ...planContent(sheetId, header),
    ...planColumnFormats(sheetId, layout),
    ...layout.merges
      .filter((merge) => (merge.endRow ?? Infinity) <= layout.frozenRows)
      .map((merge) => ({ mergeCells: { range: toGridRange(sheetId, merge), mergeType: 'MERGE_ALL' } })),
    ...planWidths(sheetId, layout),
    ...layout.validations.map((validation) => planValidation(sheetId, validation)),
    ...layout.conditionalRules.map((rule, index) => planConditionalRule(sheetId, rule, index)),
    ...layout.protections.map((protection) => planProtection(sheetId, protection)),
  ];
}

/** A grid is only ever made larger: rows and columns of the staff are never cut off. */
function planGrowth(standing: StandingSheet, layout: SheetLayout): Request[] {
  const { sheetId } = standing.properties;
  const now = sizeOf(standing);
  const wanted = sizeOfLayout(layout);
  const append = (dimension: 'ROWS' | 'COLUMNS', length: number): Request[] =>
    length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
  return [
    ...append('ROWS', wanted.rowCount - now.rowCount),
    ...append('COLUMNS', wanted.columnCount - now.columnCount),
  ];
}

function planFreezing(sheetId: number, layout: SheetLayout): Request {
  const colour = layout.tabColour && toColorStyle(layout.tabColour);
  return {
    updateSheetProperties: {
      properties: {
        sheetId,
        gridProperties: { frozenRowCount: layout.frozenRows, frozenColumnCount: layout.frozenColumns },
        ...(colour && { tabColorStyle: colour }),
      },
      fields: `gridProperties(frozenRowCount,frozenColumnCount)${colour ? ',tabColorStyle' : ''}`,
    },
  };
}

function planColumnFormats(sheetId: number, layout: SheetLayout): Request[] {
  return layout.columnStyles.flatMap((style, column) => {
    const format = toCellFormat(style ?? {});
    const fields = fieldsOfFormat(format);
    if (!fields) return [];
    const range = { startRow: layout.frozenRows, startColumn: column, endColumn: column + 1 };
    return [
      {
        repeatCell: { range: toGridRange(sheetId, range), cell: { userEnteredFormat: format }, fields },
      },
    ];
  });
}
