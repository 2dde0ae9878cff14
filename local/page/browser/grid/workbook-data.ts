import type {
  IColumnData,
  IObjectArrayPrimitiveType,
  IRange,
  IRowData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import { USUAL_SIZE, type Box, type PageBook, type PageFrame, type PageSheet } from '../../wire/book.ts';
import { toCellData, toStyle } from './cell-data.ts';

const UNIVER_VERSION = '0.25.1';
const RUSSIAN = 'ruRU';
/** Of Google Sheets: Arial 10, at the bottom of the cell. */
export const DEFAULT_STYLE = { ff: 'Arial', fs: 10, vt: 3 } as const;
export const VALIDATION_RESOURCE = 'SHEET_DATA_VALIDATION_PLUGIN';
export const HIGHLIGHT_RESOURCE = 'SHEET_CONDITIONAL_FORMATTING_PLUGIN';

/** The workbook as Univer opens it. */
export function toWorkbookData(book: PageBook): IWorkbookData {
  const sheets = book.sheets.map((sheet) => toWorksheetData(sheet));
  return {
    id: book.spreadsheetId,
    name: book.title,
    appVersion: UNIVER_VERSION,
    locale: RUSSIAN as IWorkbookData['locale'],
    styles: {},
    defaultStyle: DEFAULT_STYLE,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [
      { name: VALIDATION_RESOURCE, data: bySheet(book, toValidations) },
      { name: HIGHLIGHT_RESOURCE, data: bySheet(book, toHighlights) },
    ],
  };
}

function bySheet(book: PageBook, describe: (frame: PageFrame) => readonly object[]): string {
  return JSON.stringify(
    Object.fromEntries(book.sheets.map(({ frame }) => [String(frame.sheetId), describe(frame)])),
  );
}

export function toWorksheetData({ frame, rows }: PageSheet): IWorksheetData {
  const cellData: IWorksheetData['cellData'] = {};
  rows.forEach((row, index) => {
    if (!row) return;
    const cells = row.flatMap((cell, column) => (cell ? [[column, toCellData(cell)] as const] : []));
    cellData[index] = Object.fromEntries(cells);
  });
  return {
    id: String(frame.sheetId),
    name: frame.title,
    tabColor: frame.tabColour ?? '',
    hidden: frame.isHidden ? 1 : 0,
    freeze: toFreeze(frame),
    rowCount: frame.rowKeys.length,
    columnCount: frame.columnKeys.length,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: USUAL_SIZE.column,
    defaultRowHeight: USUAL_SIZE.row,
    mergeData: frame.merges.map(toRange),
    cellData,
    rowData: toRowData(frame),
    columnData: toColumnData(frame),
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: frame.hidesGridlines ? 0 : 1,
    rightToLeft: 0,
    defaultStyle: DEFAULT_STYLE,
  };
}

export function toFreeze({ frozenRows, frozenColumns }: PageFrame): IWorksheetData['freeze'] {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

/** Univer's ranges include their ends. */
export function toRange({ startRow, endRow, startColumn, endColumn }: Box): IRange {
  return { startRow, endRow: endRow - 1, startColumn, endColumn: endColumn - 1 };
}

export function toRowData(frame: PageFrame): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const data: IObjectArrayPrimitiveType<Partial<IRowData>> = {};
  for (const [row, h] of Object.entries(frame.rowHeights)) data[Number(row)] = { h, ia: 0 };
  for (const row of frame.hiddenRows) data[row] = { ...data[row], hd: 1 };
  return data;
}

export function toColumnData(frame: PageFrame): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const data: IObjectArrayPrimitiveType<Partial<IColumnData>> = {};
  for (const [column, w] of Object.entries(frame.columnWidths)) data[Number(column)] = { w };
  for (const column of frame.hiddenColumns) data[column] = { ...data[column], hd: 1 };
  return data;
}

/** Dropdowns and dates; nothing stops typing, for what is mistyped is kept and reported beside the row. */
export function toValidations(frame: PageFrame): readonly object[] {
  return frame.validations.flatMap(({ kind, boxes, options = [], help }, index) => {
    if (kind === 'none') return [];
    const common = {
      uid: `${frame.sheetId}-${index}`,
      ranges: boxes.map(toRange),
      allowBlank: true,
      showErrorMessage: false,
      errorStyle: 2,
      ...(help && { prompt: help, showInputMessage: true }),
    };
    if (kind === 'list')
      return [
        { ...common, type: 'list', formula1: JSON.stringify(options), showDropDown: true, renderMode: 1 },
      ];
    if (kind === 'checkbox') return [{ ...common, type: 'checkbox' }];
    return [];
  });
}

export function toHighlights(frame: PageFrame): readonly object[] {
  return frame.highlights.map(({ boxes, when, text, style }, index) => ({
    cfId: `${frame.sheetId}-${index}`,
    ranges: boxes.map(toRange),
    stopIfTrue: true,
    rule: {
      type: 'highlightCell',
      subType: 'text',
      operator: when,
      ...(text !== undefined && { value: text }),
      style: toStyle(style),
    },
  }));
}
