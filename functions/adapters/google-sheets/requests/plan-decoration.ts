import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { DrawnParts, GridPlace, SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import type { CellRange, SheetLayout } from '../../../workbook/layout/layout.ts';
import { fieldsOfFormat, toCellFormat, toColorStyle } from './formats.ts';
import { toGridRange } from './grid-range.ts';
import { planContent, planFormats } from './plan-cells.ts';
import { planConditionalRule, planProtection, planValidation } from './plan-rules.ts';
import { planSizes, sizeOfLayout } from './plan-sheet.ts';
import { planHeaderUnmerging, planStrippingOfOwn, sizeOf, type StandingSheet } from '../reading/standing.ts';

type Request = sheets_v4.Schema$Request;
type Decoration = Pick<Extract<SheetEdit, { kind: 'decorate_sheet' }>, 'layout' | 'numbers' | 'drawn'>;

/**
 * Puts all that helps typing onto a sheet in use, and the header and the looks of what is to be drawn. Below the header
 * no value, note or format changes except the formats that the layout names for whole columns; the title stays too,
 * for staff may have renamed the tab. Done twice it changes nothing more.
 */
export function planDecorateSheet(
  standing: StandingSheet,
  { layout, numbers = [], drawn = wholeOf(layout) }: Decoration,
): Request[] {
  const { sheetId } = standing.properties;
  const columns = new Set(drawn.columns);
  return [
    ...(drawn.frame ? planHeaderUnmerging(standing, layout) : []),
    ...planStrippingOfOwn(standing, layout),
    ...planGrowth(standing, layout),
    ...(drawn.frame ? planFrame(sheetId, layout, drawn.frame) : []),
    ...planHeader(sheetId, layout, drawn),
    ...planColumnFormats(sheetId, layout, { numbers, columns }),
    ...planSizes(
      sheetId,
      'COLUMNS',
      layout.columnWidths.map((width, column) => (columns.has(column) ? width : undefined)),
    ),
    ...layout.validations.map((validation) => planValidation(sheetId, validation)),
    ...layout.conditionalRules.map((rule, index) => planConditionalRule(sheetId, rule, index)),
    ...layout.protections.map((protection) => planProtection(sheetId, protection)),
  ];
}

function wholeOf({ columnWidths }: SheetLayout): DrawnParts {
  const all = [...columnWidths.keys()];
  return { headers: all, columns: all, frame: { heights: [] } };
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

function planFrame(sheetId: number, layout: SheetLayout, frame: NonNullable<DrawnParts['frame']>): Request[] {
  const colour = layout.tabColour && toColorStyle(layout.tabColour);
  return [
    {
      updateSheetProperties: {
        properties: {
          sheetId,
          gridProperties: { frozenRowCount: layout.frozenRows, frozenColumnCount: layout.frozenColumns },
          ...(colour && { tabColorStyle: colour }),
        },
        fields: `gridProperties(frozenRowCount,frozenColumnCount)${colour ? ',tabColorStyle' : ''}`,
      },
    },
    ...layout.merges
      .filter((merge) => (merge.endRow ?? Infinity) <= layout.frozenRows)
      .map((merge) => ({ mergeCells: { range: toGridRange(sheetId, merge), mergeType: 'MERGE_ALL' } })),
    ...planSizes(sheetId, 'ROWS', frame.heights),
  ];
}

function planHeader(sheetId: number, layout: SheetLayout, { headers, columns }: DrawnParts): Request[] {
  const rows = layout.rows.slice(0, layout.frozenRows);
  const contents = runsOf(new Set(headers)).flatMap(({ start, end }) =>
    planContent(
      sheetId,
      rows.map((row) => ({ ...row, cells: row.cells.slice(start, end) })),
      start,
    ),
  );
  const formats = planFormats(sheetId, layout, { startRow: 0, rows, columns: new Set(columns) });
  return [...formats, ...contents];
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The runs of neighbours, ends excluded. */
function runsOf(columns: ReadonlySet<number>): readonly Run[] {
  const sorted = [...columns].sort((a, b) => a - b);
  const starts = sorted.filter((column) => !columns.has(column - 1));
  const ends = sorted.filter((column) => !columns.has(column + 1));
  return starts.map((start, index) => ({ start, end: (ends[index] ?? start) + 1 }));
}

interface Formatted {
  readonly numbers: readonly GridPlace[];
  /** Of the others the format of texts alone is set: without it a sheet makes dates of numbers. */
  readonly columns: ReadonlySet<number>;
}

function planColumnFormats(
  sheetId: number,
  { columnStyles, frozenRows }: SheetLayout,
  { numbers, columns }: Formatted,
): Request[] {
  return columnStyles.flatMap((style, column) => {
    const isText = style?.format === 'text';
    const drawn = columns.has(column) ? (style ?? {}) : isText ? { format: 'text' as const } : {};
    const whole = toCellFormat(drawn);
    const kept = isText ? numbers.filter((each) => each.column === column).map(({ row }) => row) : [];
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
