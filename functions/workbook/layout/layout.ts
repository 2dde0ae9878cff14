/** What a cell holds: dates are serial numbers (days since 1899-12-30), an empty cell is null. */
export type Cell = string | number | boolean | null;

/** A number as a sheet shows it. */
export interface ShownNumber {
  readonly value: number;
  readonly text: string;
  /** The kind of its format as the vendor calls it (`DATE`, `PERCENT`); undefined for the automatic one. */
  readonly format: string | undefined;
}

/** Rows of cells, as a sheet or a file's table has them; rows may be ragged. */
export type CellGrid = readonly (readonly Cell[])[];

/** A table of somebody else's file, cells as the text a person sees there. */
export interface ForeignTable {
  /**
   * A worksheet by its name, a document's table by its number from 1; a CSV file is one table without a name, and so is
   * the `text` of a document without tables, a paragraph a row.
   */
  readonly kind: 'sheet' | 'table' | 'file' | 'text';
  readonly name: string;
  /** The file's rows from its first one on, blank ones kept: the index tells the row that a person finds. */
  readonly rows: CellGrid;
  /** Letters of the columns where the program that shows the file has such. */
  readonly columnNames?: readonly string[];
  /** What the file holds and does not show: zero-based rows and columns, or the sheet as a whole. */
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly isHidden?: boolean;
  /** A table inside a cell of another one, whose text it is as well. */
  readonly isNested?: boolean;
  /** The last lines of text before the table, where the file has such. */
  readonly heading?: readonly string[];
  /** What the file shows there and the reader has not taken as it stands. */
  readonly leftOut?: readonly LeftOut[];
}

export interface LeftOut {
  /**
   * `struck_out`: a text with a line through it. `too_far_right`: a cell beyond the last column that is read.
   * `open_quote`: a line of CSV whose quotes do not close, taken without them. `unreadable_signs`: bytes that are
   * no letters.
   */
  readonly why: 'struck_out' | 'too_far_right' | 'open_quote' | 'unreadable_signs';
  /** Zero-based. */
  readonly row: number;
  readonly column?: number;
  readonly text: string;
}

/** `#rrggbb`. */
export type Colour = `#${string}`;

export type NumberFormat = 'text' | 'integer' | 'decimal' | 'percent' | 'date' | 'date_time';

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly colour?: Colour;
  readonly background?: Colour;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  /** Thin lines on all four sides; `rows`: above and below alone, for texts that flow over empty neighbours. */
  readonly border?: boolean | 'rows';
  readonly format?: NumberFormat;
}

export interface LayoutCell {
  readonly value: Cell;
  readonly style?: CellStyle;
  readonly note?: string;
  /** A web address, or `#gid=SHEET&range=A5` for a place in the same spreadsheet. */
  readonly link?: string;
}

export interface LayoutRow {
  readonly cells: readonly LayoutCell[];
  /** Pixels; absent: as high as the text needs. */
  readonly height?: number;
}

/** Zero-based, ends excluded; an absent end reaches to the edge of the sheet. */
export interface CellRange {
  readonly startRow: number;
  readonly endRow?: number;
  readonly startColumn: number;
  readonly endColumn?: number;
}

export type ValidationRule =
  | { readonly kind: 'one_of'; readonly values: readonly string[] }
  | {
      readonly kind: 'one_of_range';
      readonly sheetTitle: string;
      readonly column: number;
      readonly startRow: number;
    }
  | { readonly kind: 'date' }
  | { readonly kind: 'number_between'; readonly min: number; readonly max: number };

/** A dropdown or check on a range. Never strict: what a person types is kept and reported (promise 6). */
export interface LayoutValidation {
  readonly range: CellRange;
  readonly rule: ValidationRule;
  readonly help: string;
}

/** Paints the cells of `range` whose text equals (or starts with) `text`. */
export interface ConditionalRule {
  readonly range: CellRange;
  readonly when: 'text_equals' | 'text_starts_with' | 'not_blank';
  readonly text?: string;
  readonly style: Pick<CellStyle, 'background' | 'colour' | 'bold'>;
}

/** Warns (never forbids) whoever types into the range. */
export interface Protection {
  readonly range: CellRange;
  readonly description: string;
}

export interface PrintSetup {
  readonly landscape: boolean;
  /** The first rows, repeated at the head of each page. */
  readonly repeatRows: number;
  /** Pages side by side; wide tables would be too small on one. */
  readonly pagesWide: number;
  /** Pages one below the other, in which all rows are to fit; absent: as many as there are. */
  readonly pagesTall?: number;
  /** Rows above the repeated ones, which stand on the first page alone; 0 where absent. */
  readonly repeatFrom?: number;
  /** The number of the page alone, at the head; absent: the sheet's title and the number at the foot. */
  readonly pageNumbers?: 'all' | 'from_second';
  /** Rows with which a new page begins; honoured by all programs only where `scale` is given. */
  readonly breaks?: readonly number[];
  /** Hundredths of its size in which the sheet is printed; absent: as `pagesWide` needs. */
  readonly scale?: number;
}

/** A chart over figures of the same sheet: column ranges whose first row holds the titles. */
export interface LayoutChart {
  readonly title: string;
  /** Bars lie, columns stand; their parts lie end to end. */
  readonly kind: 'stacked_bar' | 'stacked_column';
  readonly labels: CellRange;
  readonly series: readonly { readonly range: CellRange; readonly colour: Colour }[];
  /** Its upper left corner. */
  readonly row: number;
  readonly column: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * A sheet as people see it, independent of the program that shows it. From this one value are made
 * the requests to Google Sheets and the XLSX file, so the two cannot differ.
 */
export interface SheetLayout {
  readonly title: string;
  /** Folded away in the file as in the workbook; absent: it is seen. */
  readonly isHidden?: boolean;
  readonly tabColour?: Colour;
  /** Pixels. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly LayoutRow[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Empty rows kept below the content, for typing. */
  readonly spareRows: number;
  /** Pixels of each of them; absent: as high as what is typed needs. */
  readonly spareRowHeight?: number;
  /** Formats of whole columns below the header, by column number. */
  readonly columnStyles: readonly (CellStyle | undefined)[];
  readonly merges: readonly CellRange[];
  /** Header and body of the table that people may filter and sort. */
  readonly filter?: CellRange;
  readonly validations: readonly LayoutValidation[];
  readonly conditionalRules: readonly ConditionalRule[];
  readonly protections: readonly Protection[];
  readonly print: PrintSetup;
  readonly charts?: readonly LayoutChart[];
}
