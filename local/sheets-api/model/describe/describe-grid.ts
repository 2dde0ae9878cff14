import { below, type Mask } from '../../wire/field-mask.ts';
import type { Dimension } from '../../schema/common.ts';
import type { DeveloperMetadata } from '../../schema/sheet.ts';
import { cellDescriber, trimEmpty, type CellContext } from './describe-cell.ts';
import { describeMetadata } from './describe-ranges.ts';
import type { Box, Sheet } from '../types.ts';

const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

export interface GridContext {
  readonly mask: Mask;
  readonly context: CellContext;
  /** All of the spreadsheet. */
  readonly metadata: readonly DeveloperMetadata[];
  /** The rows that a filter hides. */
  readonly filtered: ReadonlySet<number>;
}

/** `GridData`: the cells of the box, blanks at the ends trimmed, and the sizes of its rows and columns. */
export function describeGrid(
  sheet: Sheet,
  box: Box,
  { mask, context, metadata, filtered }: GridContext,
): object {
  const rowMask = below(mask, 'rowData');
  const rowData = rowMask === undefined ? [] : describeRows(sheet, box, { mask: rowMask, context });
  return {
    ...(box.startRow > 0 && { startRow: box.startRow }),
    ...(box.startColumn > 0 && { startColumn: box.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    ...(below(mask, 'rowMetadata') !== undefined && {
      rowMetadata: describeLine(
        sheet,
        { dimension: 'ROWS', start: box.startRow, end: box.endRow, filtered },
        metadata,
      ),
    }),
    ...(below(mask, 'columnMetadata') !== undefined && {
      columnMetadata: describeLine(
        sheet,
        { dimension: 'COLUMNS', start: box.startColumn, end: box.endColumn },
        metadata,
      ),
    }),
  };
}

function describeRows(
  sheet: Sheet,
  box: Box,
  { mask, context }: { mask: Mask; context: CellContext },
): object[] {
  const cellMask = below(mask, 'values');
  if (cellMask === undefined) return [];
  const describeRow = cellDescriber(cellMask, context);
  const rows = sheet.rows.slice(box.startRow, box.endRow).map((row, offset) => {
    const corner = { row: box.startRow + offset, column: box.startColumn };
    const values = describeRow(row?.slice(box.startColumn, box.endColumn), corner);
    return values.length > 0 ? { values } : {};
  });
  return trimEmpty(rows);
}

interface Line {
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
  readonly filtered?: ReadonlySet<number>;
}

/** Each row or column of the line: its size, whether it is hidden, and the metadata attached to it. */
function describeLine(sheet: Sheet, line: Line, metadata: readonly DeveloperMetadata[]): object[] {
  const rows = line.dimension === 'ROWS';
  const properties = rows ? sheet.rowProperties : sheet.columnProperties;
  const pixelSize = rows ? ROW_HEIGHT : COLUMN_WIDTH;
  const own = attachedTo(sheet, line.dimension, metadata);
  return Array.from({ length: line.end - line.start }, (_, offset) => {
    const index = line.start + offset;
    const developerMetadata = own.get(index);
    return {
      pixelSize,
      ...properties[index],
      ...(line.filtered?.has(index) && { hiddenByFilter: true }),
      ...(developerMetadata && { developerMetadata }),
    };
  });
}

function attachedTo(
  sheet: Sheet,
  dimension: Dimension,
  metadata: readonly DeveloperMetadata[],
): Map<number, DeveloperMetadata[]> {
  const { sheetId } = sheet.properties;
  const own = metadata.filter(({ location }) => {
    const range = location?.dimensionRange;
    return range?.dimension === dimension && (range.sheetId ?? 0) === sheetId;
  });
  const placeOf = ({ location }: DeveloperMetadata): number => location?.dimensionRange?.startIndex ?? 0;
  const groups = Map.groupBy(own, placeOf);
  return new Map([...groups].map(([place, entries]) => [place, entries.map(describeMetadata)]));
}
