import type { ColumnStep } from '../../workbook/layout/column-step.ts';
import type { Cell, SheetLayout, ShownNumber } from '../../workbook/layout/layout.ts';

export interface SheetValues {
  readonly sheetId: number;
  readonly title: string;
  /** Rows from the first of the sheet; dates as serial numbers; empty cells are null; rows may be ragged. */
  readonly rows: readonly (readonly Cell[])[];
  /** The same, one by one, where they are not all in memory yet; absent: they are. */
  readonly eachRow?: () => Iterable<readonly Cell[]>;
  /** Of the grid, whatever it holds; absent where the answer did not tell. */
  readonly columnCount?: number;
}

export interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Absent: it is seen. */
  readonly isHidden?: true;
}

export interface SpreadsheetOutline {
  readonly title: string;
  readonly timeZone: string;
  /** `ru_RU`; absent where it was not told. */
  readonly locale?: string;
  /** What `mark_layout` has marked; absent: never marked. */
  readonly layout?: number;
  readonly tabs: readonly Tab[];
}

/** Zero-based; the block of `values` is written with its upper left cell at (`row`, `column`). */
export interface CellBlock {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Cell[])[];
}

/** Zero-based. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where the header and the columns of a sheet stand, zero-based; columns by a key that stays theirs. */
export interface Positions {
  readonly headerRow: number;
  readonly columns: Readonly<Record<string, number>>;
}

/** One edit of a spreadsheet; a list of them is applied whole or not at all, unless it is too large for one call. */
export type SheetEdit =
  /**
   * A precondition: the header row and the columns stand where they stood when they were read, however people have
   * inserted, moved or deleted since; else `SheetMovedError`, and nothing is applied. What was never asserted or
   * marked before is taken on trust.
   */
  | { readonly kind: 'assert_positions'; readonly sheetId: number; readonly positions: Positions }
  /** From now on these are the positions, whatever was asserted before. Costs a look at the spreadsheet. */
  | { readonly kind: 'mark_positions'; readonly sheetId: number; readonly positions: Positions }
  /** `SpreadsheetOutline.layout` from now on; `isMarked`: one stands already. */
  | { readonly kind: 'mark_layout'; readonly layout: number; readonly isMarked: boolean }
  /** Values only: formats, notes and validations of the cells stay. */
  | { readonly kind: 'write_values'; readonly block: CellBlock }
  | {
      readonly kind: 'add_sheet';
      readonly sheetId: number;
      readonly index: number;
      readonly layout: SheetLayout;
    }
  /** The sheet shows the layout and nothing else: grid, values, formats, rules. */
  | { readonly kind: 'replace_sheet'; readonly sheetId: number; readonly layout: SheetLayout }
  /**
   * Values, formats, links and heights as in the layout, and nothing else in the grid; title, widths, merges,
   * rules and protections stay. Unlike `replace_sheet` it needs no look at the sheet: one call in all.
   */
  | { readonly kind: 'refill_sheet'; readonly sheetId: number; readonly layout: SheetLayout }
  /**
   * Validations, rules, protection and the formats of texts from the layout; the values below the header stay, and so
   * does the number format of the cells in `numbers` where the column is for texts: 12.11 would be seen as 46338. How
   * the sheet looks is the people's, but for what `drawn` names; absent: all but the heights of rows is drawn.
   */
  | {
      readonly kind: 'decorate_sheet';
      readonly sheetId: number;
      readonly layout: SheetLayout;
      readonly numbers?: readonly GridPlace[];
      readonly drawn?: DrawnParts;
    }
  /** `ColumnStep`s, one after the other; nothing is frozen then. Repeated by mistake, the columns are scrambled. */
  | { readonly kind: 'arrange_columns'; readonly sheetId: number; readonly steps: readonly ColumnStep[] }
  /** These tabs come first, in this order. */
  | { readonly kind: 'order_sheets'; readonly sheetIds: readonly number[] }
  /**
   * New rows below the last that holds anything; repeated by mistake, they stand twice. `heights`: pixels of the rows
   * from the zero-based one on where they are to land.
   */
  | {
      readonly kind: 'append_rows';
      readonly sheetId: number;
      readonly rows: readonly (readonly Cell[])[];
      readonly heights?: { readonly from: number; readonly pixels: readonly number[] };
    }
  /** An empty row; `row` is its zero-based place, and what stood there moves down. Repeated by mistake, it stands twice. */
  | { readonly kind: 'insert_row'; readonly sheetId: number; readonly row: number }
  | { readonly kind: 'append_columns'; readonly sheetId: number; readonly count: number }
  | { readonly kind: 'rename_sheet'; readonly sheetId: number; readonly title: string }
  /** Folded away: whoever wants to see it finds it in the list of hidden sheets, or follows a link. */
  | { readonly kind: 'hide_sheet'; readonly sheetId: number; readonly isHidden: boolean }
  | { readonly kind: 'delete_sheet'; readonly sheetId: number };

/** What of a sheet in use is to look as in the layout. */
export interface DrawnParts {
  /** Zero-based columns whose title and its note are written. */
  readonly headers: readonly number[];
  /** Zero-based columns: widths, formats of the header and below it. */
  readonly columns: readonly number[];
  /** What is frozen, merges of the header, the tab's colour, and the heights of rows from the first on; absent: none. */
  readonly frame?: { readonly heights: readonly (number | undefined)[] };
}

/** Rows of a sheet, ends excluded. */
export interface RowSpan {
  readonly sheetId: number;
  /** The tab's title as read with the values: the vendor names rows by it. */
  readonly title: string;
  readonly startRow: number;
  readonly endRow: number;
}

/** Rows as they stood right after a write; undefined: a formula calculates the cell. */
export interface RowsSeen {
  readonly sheetId: number;
  readonly startRow: number;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
}

/** A part of one column, end excluded. */
export interface ColumnSpan {
  readonly sheetId: number;
  readonly column: number;
  readonly startRow: number;
  readonly endRow: number;
}

export interface ShownColumn extends ColumnSpan {
  /** From `startRow` on; undefined for what is no number; nothing behind the last that is one. */
  readonly numbers: readonly (ShownNumber | undefined)[];
}

/** Where a row or column that `assert_positions` or `mark_positions` named stands today. */
export interface Marker {
  readonly sheetId: number;
  /** The column's key; null for the header row. */
  readonly key: string | null;
  readonly index: number;
}

/**
 * The spreadsheets of an office suite. Every method is one call where its answer fits one.
 * All throw `SpreadsheetError` and its kinds (`adapters` translate the vendor's): not found, no access,
 * quota, unreachable, refused.
 */
export interface Spreadsheets {
  create(title: string, options: { readonly timeZone: string }): Promise<string>;
  readOutline(spreadsheetId: string): Promise<SpreadsheetOutline>;
  /** The whole grids of the named sheets in one call. Throws `SheetMissingError` where one is gone. */
  readValues(spreadsheetId: string, sheetIds: readonly number[]): Promise<readonly SheetValues[]>;
  /** What a person sees of the numbers there, in the order of the spans; one call, none for no span. */
  readShown(spreadsheetId: string, spans: readonly ColumnSpan[]): Promise<readonly ShownColumn[]>;
  /** The zero-based rows in which people struck something through there, in the order of the spans; one call. */
  readStruck(spreadsheetId: string, spans: readonly ColumnSpan[]): Promise<readonly (readonly number[])[]>;
  /**
   * One atomic call; only where it would be too large, `write_values` go in calls of their own, each with the
   * assertions of its sheets. Nothing is sent for an empty list. Throws `SheetMovedError` where an assertion fails.
   * `show`: the answer tells how these rows stand after the last call, at no further call.
   */
  apply(
    spreadsheetId: string,
    edits: readonly SheetEdit[],
    options?: { readonly show?: readonly RowSpan[] },
  ): Promise<readonly RowsSeen[]>;
  /** One call. Rows and columns whose marker was deleted with them are absent. */
  readMarkers(spreadsheetId: string): Promise<readonly Marker[]>;
  /** Everything that is seen, for a file: one layout a tab, in the order of the tabs. */
  readLayouts(spreadsheetId: string): Promise<readonly SheetLayout[]>;
}
