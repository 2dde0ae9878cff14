import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellBlock } from '../../../use-cases/ports/spreadsheets.ts';
import type { Cell, CellStyle, LayoutCell, LayoutRow, SheetLayout } from '../../../workbook/layout/layout.ts';
import { styleOfCell } from '../../shared/layout-style.ts';
import { toCellFormat } from './formats.ts';
import { toGridRange } from './grid-range.ts';
import { groupIntoRectangles } from './rectangles.ts';

type Request = sheets_v4.Schema$Request;

/**
 * A typed value and never a formula: text that begins with `=`, `+`, `-` or `@` stays text (CWE-1236).
 * Null empties the cell.
 */
export function toExtendedValue(value: Cell): { userEnteredValue?: sheets_v4.Schema$ExtendedValue } {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

/** Values only; formats, notes and validations of the cells stay. */
export function planWriteValues({ sheetId, row, column, values }: CellBlock): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: values.map((cells) => ({ values: cells.map(toExtendedValue) })),
      fields: 'userEnteredValue',
    },
  };
}

/** Below the last row that holds anything, whatever people insert meanwhile. */
export function planAppendRows(sheetId: number, rows: readonly (readonly Cell[])[]): Request[] {
  if (rows.length === 0) return [];
  const data = rows.map((cells) => ({ values: cells.map(toExtendedValue) }));
  return [{ appendCells: { sheetId, rows: data, fields: 'userEnteredValue' } }];
}

const CONTENT = 'userEnteredValue,note';

/**
 * Values, notes and links of `rows`, which stand at the top of the sheet from that column on and have their formats
 * already: a format that is set later would take the links away.
 */
export function planContent(sheetId: number, rows: readonly LayoutRow[], columnIndex = 0): Request[] {
  if (rows.length === 0) return [];
  const hasLinks = rows.some(({ cells }) => cells.some(({ link }) => link !== undefined));
  return [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex },
        rows: rows.map((row) => ({ values: row.cells.map(toCellData) })),
        fields: hasLinks ? `${CONTENT},userEnteredFormat.textFormat.link` : CONTENT,
      },
    },
  ];
}

/** Most cells of a large sheet stand blank under a wide one: one object is enough for all of them. */
const BLANK: sheets_v4.Schema$CellData = {};

function toCellData({ value, note, link }: LayoutCell): sheets_v4.Schema$CellData {
  if (value === null && !note && link === undefined) return BLANK;
  return {
    ...toExtendedValue(value),
    ...(note && { note }),
    ...(link !== undefined && { userEnteredFormat: { textFormat: { link: { uri: link } } } }),
  };
}

/** Formats of the layout's rows, or of some of them, one request a block of equal cells. */
export function planFormats(
  sheetId: number,
  layout: SheetLayout,
  { startRow, rows, columns }: RowsAt = { startRow: 0, rows: layout.rows },
): Request[] {
  const all = formatsOfRows(layout, { startRow, rows });
  const marks = columns
    ? all.map((formats) => formats.map((format, column) => (columns.has(column) ? format : undefined)))
    : all;
  return groupIntoRectangles(marks).map(({ mark, ...range }) => ({
    repeatCell: {
      range: toGridRange(sheetId, {
        ...range,
        startRow: startRow + range.startRow,
        endRow: startRow + range.endRow,
      }),
      cell: { userEnteredFormat: mark },
      fields: 'userEnteredFormat',
    },
  }));
}

/** Rows of a layout from that one on. */
interface RowsAt {
  readonly startRow: number;
  readonly rows: readonly LayoutRow[];
  /** Absent: all. */
  readonly columns?: ReadonlySet<number>;
}

type Formats = readonly (sheets_v4.Schema$CellFormat | undefined)[];

/** Rows of a long table look alike: they have one list of formats, which is then known to be the same. */
function formatsOfRows(layout: SheetLayout, { startRow, rows }: RowsAt): readonly Formats[] {
  let formats: Formats = [];
  return rows.map((row, offset) => {
    const above = rows[offset - 1];
    const isAlike =
      startRow + offset > layout.frozenRows && above !== undefined && haveSameStyles(row, above);
    if (!isAlike) formats = formatsOfRow(layout, row, startRow + offset);
    return formats;
  });
}

function haveSameStyles({ cells }: LayoutRow, { cells: others }: LayoutRow): boolean {
  return (
    cells.length === others.length && cells.every(({ style }, column) => style === others[column]?.style)
  );
}

function formatsOfRow(layout: SheetLayout, row: LayoutRow, index: number): Formats {
  const width = Math.max(row.cells.length, index < layout.frozenRows ? 0 : layout.columnStyles.length);
  return Array.from({ length: width }, (_, column) => {
    const format = formatOf(styleOfCell(layout, index, column));
    return Object.keys(format).length > 0 ? format : undefined;
  });
}

const formats = new WeakMap<CellStyle, sheets_v4.Schema$CellFormat>();

function formatOf(style: CellStyle): sheets_v4.Schema$CellFormat {
  const format = formats.get(style) ?? toCellFormat(style);
  formats.set(style, format);
  return format;
}
