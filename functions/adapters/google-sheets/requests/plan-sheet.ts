import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { SheetLayout } from '../../../workbook/layout/layout.ts';
import { toCellFormat, toColorStyle } from './formats.ts';
import { toGridRange } from './grid-range.ts';
import { planContent, planFormats } from './plan-cells.ts';
import { planConditionalRule, planProtection, planValidation } from './plan-rules.ts';
import { planChart } from './plan-chart.ts';
import { planMerges } from './plan-merges.ts';
import { groupIntoRectangles } from './rectangles.ts';
import { planStripping, type StandingSheet } from '../reading/standing.ts';

type Request = sheets_v4.Schema$Request;

/** Pixels; a row of this height grows with its text. */
export const DEFAULT_ROW_HEIGHT = 21;

export interface NewSheet {
  readonly sheetId: number;
  readonly index: number;
  readonly layout: SheetLayout;
}

export function planAddSheet(sheet: NewSheet): Request[] {
  return [planBirth(sheet), ...planDrawing(sheet.sheetId, sheet.layout)];
}

/** The sheet without its cells, and all about it that may not be repeated. */
export function planBareSheet(sheet: NewSheet): Request[] {
  return [planBirth(sheet), ...planBelongings(sheet.sheetId, sheet.layout)];
}

function planBirth({ sheetId, index, layout }: NewSheet): Request {
  return { addSheet: { properties: { sheetId, index, title: layout.title, ...propertiesOf(layout) } } };
}

/** Strips the sheet to an empty grid of the right size, then draws the layout as on a new one. */
export function planReplaceSheet(standing: StandingSheet, layout: SheetLayout): Request[] {
  const { sheetId } = standing.properties;
  return [
    ...planStripping(standing),
    {
      updateSheetProperties: {
        properties: { sheetId, title: layout.title, ...propertiesOf(layout) },
        fields: 'title,tabColorStyle,gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount)',
      },
    },
    { updateCells: { range: { sheetId }, fields: '*' } },
    planHeightReset(sheetId, layout),
    ...planDrawing(sheetId, layout),
    ...planFitting(sheetId, layout),
  ];
}

/** A height that an earlier layout or a person fixed would cut the text of this one. */
function planHeightReset(sheetId: number, layout: SheetLayout): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: sizeOfLayout(layout).rowCount },
      properties: { pixelSize: DEFAULT_ROW_HEIGHT, hiddenByUser: false },
      fields: 'pixelSize,hiddenByUser',
    },
  };
}

/** Once a height was set Google no longer fits the row by itself. */
function planFitting(sheetId: number, layout: SheetLayout): Request[] {
  const unset = layout.rows.map((row) => (row.height === undefined ? true : undefined));
  return groupIntoRectangles([unset]).map(({ startColumn: startIndex, endColumn: endIndex }) => ({
    autoResizeDimensions: { dimensions: { sheetId, dimension: 'ROWS', startIndex, endIndex } },
  }));
}

/** Empties the grid and fills it; what is not in the cells themselves is left alone. */
export function planRefillSheet(sheetId: number, layout: SheetLayout): Request[] {
  return [
    {
      updateSheetProperties: {
        // An earlier version of the sheet may have had fewer columns.
        properties: { sheetId, gridProperties: sizeOfLayout(layout) },
        fields: 'gridProperties(rowCount,columnCount)',
      },
    },
    { updateCells: { range: { sheetId }, fields: 'userEnteredValue,userEnteredFormat,note' } },
    planHeightReset(sheetId, layout),
    ...planFormats(sheetId, layout),
    ...planContent(sheetId, layout.rows),
    ...planSpareFormats(sheetId, layout),
    ...planHeights(sheetId, layout),
    ...planFitting(sheetId, layout),
    ...planFilter(sheetId, layout),
  ];
}

/** Without criteria: rows that a person has filtered away are other rows by now, and would be hidden from all. */
function planFilter(sheetId: number, { filter }: SheetLayout): Request[] {
  return filter ? [{ setBasicFilter: { filter: { range: toGridRange(sheetId, filter) } } }] : [];
}

function planDrawing(sheetId: number, layout: SheetLayout): Request[] {
  return [
    ...planFormats(sheetId, layout),
    ...planContent(sheetId, layout.rows),
    ...planFrame(sheetId, layout),
  ];
}

function planFrame(sheetId: number, layout: SheetLayout): Request[] {
  return [...planFinish(sheetId, layout), ...planBelongings(sheetId, layout)];
}

/** What the cells are joined to and how large they are shown: once they stand. Done twice it changes nothing more. */
export function planFinish(sheetId: number, layout: SheetLayout): Request[] {
  return [
    ...planSpareFormats(sheetId, layout),
    ...planMerges(sheetId, layout.merges),
    ...planWidths(sheetId, layout),
    ...planHeights(sheetId, layout),
  ];
}

function planBelongings(sheetId: number, layout: SheetLayout): Request[] {
  return [
    ...layout.validations.map((validation) => planValidation(sheetId, validation)),
    ...layout.conditionalRules.map((rule, index) => planConditionalRule(sheetId, rule, index)),
    ...layout.protections.map((protection) => planProtection(sheetId, protection)),
    ...(layout.charts ?? []).map((chart) => planChart(sheetId, chart)),
    ...planFilter(sheetId, layout),
  ];
}

/** The rows kept for typing have the formats of their columns. */
function planSpareFormats(sheetId: number, layout: SheetLayout): Request[] {
  const startRow = Math.max(layout.rows.length, layout.frozenRows);
  const endRow = sizeOfLayout(layout).rowCount;
  if (startRow >= endRow) return [];
  const formats = layout.columnStyles.map((style) => (style ? toCellFormat(style) : undefined));
  return groupIntoRectangles([formats]).map(({ mark, startColumn, endColumn }) => ({
    repeatCell: {
      range: toGridRange(sheetId, { startRow, endRow, startColumn, endColumn }),
      cell: { userEnteredFormat: mark },
      fields: 'userEnteredFormat',
    },
  }));
}

export function planWidths(sheetId: number, layout: SheetLayout): Request[] {
  return planSizes(sheetId, 'COLUMNS', layout.columnWidths);
}

function planHeights(sheetId: number, layout: SheetLayout): Request[] {
  const { rows, spareRowHeight } = layout;
  const spare = spareRowHeight === undefined ? 0 : sizeOfLayout(layout).rowCount - rows.length;
  const heights = rows.map((row) => row.height);
  return planSizes(sheetId, 'ROWS', [...heights, ...Array.from({ length: spare }, () => spareRowHeight)]);
}

/** Of the rows from that one on. */
export function planRowHeights(
  sheetId: number,
  heights: { readonly from: number; readonly pixels: readonly number[] } | undefined,
): Request[] {
  if (!heights) return [];
  const above = Array.from({ length: heights.from }, () => undefined);
  return planSizes(sheetId, 'ROWS', [...above, ...heights.pixels]);
}

export function planSizes(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  sizes: readonly (number | undefined)[],
): Request[] {
  return groupIntoRectangles([sizes]).map(({ mark, startColumn, endColumn }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: startColumn, endIndex: endColumn },
      properties: { pixelSize: mark },
      fields: 'pixelSize',
    },
  }));
}

function propertiesOf(layout: SheetLayout): sheets_v4.Schema$SheetProperties {
  return {
    gridProperties: {
      ...sizeOfLayout(layout),
      frozenRowCount: layout.frozenRows,
      frozenColumnCount: layout.frozenColumns,
    },
    ...(layout.tabColour && { tabColorStyle: toColorStyle(layout.tabColour) }),
  };
}

/** Google refuses a sheet without cells and one whose rows or columns are all frozen. */
export function sizeOfLayout(layout: SheetLayout): { rowCount: number; columnCount: number } {
  const widest = layout.rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
  return {
    rowCount: Math.max(layout.rows.length + layout.spareRows, layout.frozenRows + 1),
    columnCount: Math.max(layout.columnWidths.length, widest, layout.frozenColumns + 1),
  };
}
