/**
 * The workbook as the page's server sends it to browsers: what people see, and nothing of Google's or of the
 * browser's grid. Rows and columns carry keys, so that what one person types finds its row although another
 * one has moved it meanwhile.
 */

export type CellValue = string | number | boolean;

export interface PageCell {
  /** Absent: the cell is empty but looks like something. */
  readonly v?: CellValue;
  /** What the cell shows, where that is not the value's own text. */
  readonly t?: string;
  readonly f?: string;
  readonly s?: PageStyle;
  readonly n?: string;
  /** A web address, or `#gid=SHEET&range=A5`. */
  readonly l?: string;
}

/** Colours are `#rrggbb`. */
export interface PageStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly colour?: string;
  readonly background?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: 'wrap' | 'clip' | 'overflow';
  /** Colours of the lines. */
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', string>>>;
}

/** Zero-based, ends excluded. */
export interface Box {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface PageValidation {
  readonly boxes: readonly Box[];
  /** `none`: a rule that the page only explains. */
  readonly kind: 'list' | 'date' | 'checkbox' | 'none';
  readonly options?: readonly string[];
  readonly help?: string;
}

export interface PageHighlight {
  readonly boxes: readonly Box[];
  readonly when:
    'equal' | 'beginsWith' | 'endsWith' | 'containsText' | 'notContainsText' | 'notContainsBlanks';
  readonly text?: string;
  readonly style: PageStyle;
}

/** Cells that belong to the system: typing there is refused, for this reason. */
export interface PageGuard {
  readonly box: Box;
  readonly reason: string;
}

/** A chart over the cells, its upper left corner at that of a cell. */
export interface PageChart {
  readonly title: string;
  /** Stacked, from left to right or from bottom to top. */
  readonly kind: 'bar' | 'column';
  readonly row: number;
  readonly column: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  /** A value a label. */
  readonly series: readonly {
    readonly title: string;
    readonly colour: string;
    readonly values: readonly number[];
  }[];
}

/** All of a sheet but its cells. */
export interface PageFrame {
  readonly sheetId: number;
  readonly title: string;
  readonly isHidden: boolean;
  readonly tabColour?: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hidesGridlines: boolean;
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** Pixels by column; absent: `USUAL_SIZE`. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** Pixels by row; absent: as high as the text needs. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Box[];
  readonly validations: readonly PageValidation[];
  readonly highlights: readonly PageHighlight[];
  readonly guards: readonly PageGuard[];
  readonly charts: readonly PageChart[];
}

/** Shorter than the grid is wide; null for an empty cell. */
export type PageRow = readonly (PageCell | null)[];

export interface PageSheet {
  readonly frame: PageFrame;
  /** Shorter than the grid is high; null for an empty row. */
  readonly rows: readonly (PageRow | null)[];
}

export interface PageBook {
  readonly spreadsheetId: string;
  readonly title: string;
  /** Grows with each state that browsers are told of. */
  readonly sequence: number;
  /** In the order of the tabs. */
  readonly sheets: readonly PageSheet[];
}

export interface SheetPatch {
  readonly sheetId: number;
  /** Present where anything but cells has changed. */
  readonly frame?: PageFrame;
  /** Whole rows that have changed, by their number now. */
  readonly rows: readonly (readonly [row: number, cells: PageRow | null])[];
}

/** What changed since the state before. */
export interface BookPatch {
  readonly sequence: number;
  readonly title: string;
  /** All tabs in their order; a sheet that is not among them is gone. */
  readonly sheetIds: readonly number[];
  readonly sheets: readonly SheetPatch[];
}

/** Of a column and a row that nobody has sized, pixels: as in Google Sheets. */
export const USUAL_SIZE = { column: 100, row: 21 } as const;
