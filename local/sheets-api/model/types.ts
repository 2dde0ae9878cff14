import type { CellFormat, DataValidationRule, NumberFormat, TextFormatRun } from '../schema/cell.ts';
import type { BandedRange, BasicFilter, EmbeddedChart, FilterView, Slicer } from '../schema/objects.ts';
import type {
  ConditionalFormatRule,
  DeveloperMetadata,
  DimensionGroup,
  DimensionProperties,
  GridProperties,
  NamedRange,
  ProtectedRange,
  SheetProperties,
  SpreadsheetProperties,
} from '../schema/sheet.ts';

export type Scalar = string | number | boolean;

export type FaultType = 'ERROR' | 'NULL_VALUE' | 'DIVIDE_BY_ZERO' | 'VALUE' | 'REF' | 'NAME' | 'NUM' | 'N_A';

/** What a formula gives instead of a value: as `errorValue` tells it on the wire. */
export interface Fault {
  readonly type: FaultType;
  readonly message: string;
}

/** A cell that holds something; an empty one is undefined. A cell is never changed, only replaced. */
export interface Cell {
  /** What the cell shows; of a formula, its result. */
  readonly value?: Scalar;
  readonly formula?: string;
  /** What a formula came to instead of a value; `value` is then how the cell shows it: `#DIV/0!`. */
  readonly error?: Fault;
  /** How a formula's result is shown where the format of the cell says nothing. */
  readonly computed?: NumberFormat;
  readonly format?: CellFormat;
  readonly note?: string;
  readonly validation?: DataValidationRule;
  readonly runs?: readonly TextFormatRun[];
}

/** Sparse: shorter than the grid is wide, with undefined for an empty cell. */
export type Row = readonly (Cell | undefined)[];

/** The grid is always there, and its position in the spreadsheet stands for the index. */
export type OwnSheetProperties = Omit<SheetProperties, 'index' | 'gridProperties' | 'sheetId' | 'title'> & {
  readonly sheetId: number;
  readonly title: string;
  readonly gridProperties: GridProperties & { readonly rowCount: number; readonly columnCount: number };
};

export interface Sheet {
  readonly properties: OwnSheetProperties;
  /** Sparse: shorter than the grid is high, with undefined for an empty row. */
  readonly rows: readonly (Row | undefined)[];
  readonly rowProperties: readonly (DimensionProperties | undefined)[];
  readonly columnProperties: readonly (DimensionProperties | undefined)[];
  readonly merges: readonly Box[];
  readonly protectedRanges: readonly ProtectedRange[];
  readonly conditionalFormats: readonly ConditionalFormatRule[];
  readonly basicFilter: BasicFilter | undefined;
  readonly filterViews: readonly FilterView[];
  readonly bandedRanges: readonly BandedRange[];
  readonly charts: readonly EmbeddedChart[];
  readonly slicers: readonly Slicer[];
  readonly rowGroups: readonly DimensionGroup[];
  readonly columnGroups: readonly DimensionGroup[];
}

/**
 * A spreadsheet as a value. Two states share every row, sheet and format that did not change, so a
 * comparison by reference tells what to write to disk.
 */
export interface Spreadsheet {
  readonly id: string;
  readonly properties: SpreadsheetProperties & { readonly title: string; readonly locale: string };
  /** In the order of the tabs. */
  readonly sheets: readonly Sheet[];
  readonly namedRanges: readonly NamedRange[];
  /** All of the spreadsheet, whatever they are attached to. */
  readonly developerMetadata: readonly DeveloperMetadata[];
}

/** A rectangle inside a grid: zero-based, ends excluded. */
export interface Box {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export type IdKind =
  | 'spreadsheet'
  | 'sheet'
  | 'namedRange'
  | 'protectedRange'
  | 'developerMetadata'
  | 'filterView'
  | 'bandedRange'
  | 'chart'
  | 'slicer';

/** What a change needs from outside of the spreadsheet. */
export interface Surroundings {
  /** The instant of the call: dates typed without a year take its year. */
  readonly now: Date;
  /** A fresh id: decimal digits, except for a spreadsheet. */
  readonly newId: (kind: IdKind) => string;
  /** The caller's address, where one is known. */
  readonly email: string | undefined;
}
