import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { GridPlace } from '../../../use-cases/ports/spreadsheets.ts';
import type { CellRange, SheetLayout } from '../../../workbook/layout/layout.ts';
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
export function planDecorateSheet(
  standing: StandingSheet,
  layout: SheetLayout,
  numbers: readonly GridPlace[] = [],
): Request[] {
  const { sheetId } = standing.properties;
  const header = layout.rows.slice(0, layout.frozenRows);
  return [
    ...planStrippingOfOwn(standing, layout),
    ...planGrowth(standing, layout),
    planFreezing(sheetId, layout),
    ...planFormats(sheetId, layout, { startRow: 0, rows: header }),
    ...planContent(sheetId, header),
    ...planColumnFormats(sheetId, layout, numbers),
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

function planColumnFormats(
  sheetId: number,
  { columnStyles, frozenRows }: SheetLayout,
  numbers: readonly GridPlace[],
): Request[] {
  return columnStyles.flatMap((style, column) => {
    const whole = toCellFormat(style ?? {});
    const kept =
      style?.format === 'text' ? numbers.filter((each) => each.column === column).map(({ row }) => row) : [];
    const { numberFormat, ...others } = whole;
    const plan = (rows: RowRange, format: sheets_v4.Schema$CellFormat): Request[] => {
      const fields = fieldsOfFormat(format);
      const range = toGridRange(sheetId, { ...rows, startColumn: column, endColumn: column + 1 });
      return fields ? [{ repeatCell: { range, cell: { userEnteredFormat: format }, fields } }] : [];
    };
    if (kept.length === 0 || !numberFormat) return plan({ startRow: frozenRows }, whole);
    return [
      ...plan({ startRow: frozenRows }, others),
      ...rowsBetween(frozenRows, kept).flatMap((rows) => plan(rows, { numberFormat })),
    ];
  });
}

type RowRange = Pick<CellRange, 'startRow' | 'endRow'>;

/** The runs of rows from `start` on that hold none of `kept`; the last is open below. */
function rowsBetween(start: number, kept: readonly number[]): readonly RowRange[] {
  const edges = kept.toSorted((a, b) => a - b);
  const starts = [start, ...edges.map((row) => row + 1)];
  return starts
    .map((startRow, index) => ({ startRow, endRow: edges[index] }))
    .flatMap(({ startRow, endRow }) => {
      if (endRow === undefined) return [{ startRow }];
      return endRow > startRow ? [{ startRow, endRow }] : [];
    });
}
