import type { CalendarDate } from '../dates.ts';
import type { Period } from '../period.ts';

// For A, B and C while they build at once (to be deleted at the end):
// - C calls `layoutReport(document, proof, place)` with the `ReportProof` of report-proof.ts (C's), and `place`:
//   { sheetId: the report's own tab, sheetIds: gid of each staff worksheet by key, rowNumbers? }. Files are made without `proof.state`,
//   so that their bytes stay the same when the paper is signed; the tab shows `proof.state` as a line of its own.
//   B: made so: `layoutReport(document, proof, { sheetId, title, findPlace })` in workbook/report-layout.ts; `findPlace` is the
//   FindPlace of control-sheet.ts; `title` is that of the tab, which C chooses. Files: `formatReportFile('xlsx' | 'docx', document,
//   proof)` in adapters/files/report-file.ts gives the bytes (pinned to `document.date`).
// - B → A: looked at on paper, «Примечание» of `measures` (23 mm) makes rows of ten lines; 48, 27, 21, 27, …, note 38 would be well.
// - Titles of the tabs are C's: workbook/server-sheets.ts `reportTabTitle(form, number)`.
// - C splits an `add_sheet` that is larger than a batch (adapters/google-sheets/split-edits.ts): B need only plan one.
// - A: report-span.ts is yours (C deleted nothing of it); C passes `SpanChoice`, `asOf`, `today`, `school` (as typed: name), `previous?`.

// - A: C imports `ReportAggregates` from report-aggregates.ts (plain JSON value; kept in the workbook's head) and expects
//   `aggregatesOf(...)` for the full form; `composeRegion(...)` takes them by workbook.

// A: stands now (grows inside, the signatures stay):
// - `composeReport({ form, number, date, revision, assessment, asOf?, span?, school?, previous? }): ReportDocument` in compose-document.ts:
//   give it the assessment of today; it looks back by itself. Throws the UserFacingErrors of report-errors.ts.
// - `aggregatesOf({ assessment, asOf?, span? })` and `ReportAggregates` in report-aggregates.ts;
//   `composeRegion({ number, date, revision, requisites, span?, members: [{ workbook: title, aggregates: ReportAggregates | null }] })`
//   in compose-region.ts (null: has not reported).
// - B: a masked figure is a text («менее 10») in a column of kind count or percent; state columns can stand 24 mm to 13 mm wide.
//   `links` can name columns that the table does not have: leave those out. Sample with all kinds: test/support/sample-report.ts.

/** What a person can ask for on the menu: each form is its own choice of parts. */
export const REPORT_FORMS = ['full', 'brief', 'overdue', 'data_bank', 'school_card', 'region'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/**
 * A report as a plain document: everything that is printed stands in it as a value, so a stored one never depends
 * on the form, the regulation or the code of a later day. Worksheet, XLSX and DOCX only place it.
 */
export interface ReportDocument {
  readonly schema: 'report-document-1';
  readonly form: ReportForm;
  /** 0: a draft, which has no number and is printed as «ЧЕРНОВИК». */
  readonly number: number;
  /** 10, the document's date: the day of the workbook's zone on which it was composed; `asOf` may lie before it. (Added by B.) */
  readonly date: CalendarDate;
  /** «По состоянию на»: nothing later than this day is looked at. */
  readonly asOf: CalendarDate;
  /** The span reported on: the whole period, a quarter or a month of it; `title` in Russian words. */
  readonly span: Period & { readonly title: string };
  /** The revision of the workbook whose data it shows. */
  readonly revision: number;
  readonly requisites: Requisites;
  readonly parts: readonly ReportPart[];
}

/** Requisites of GOST R 7.0.97; numbers in comments are those of the 2016 edition. */
export interface Requisites {
  readonly standard: 'ГОСТ Р 7.0.97-2016' | 'ГОСТ Р 7.0.97-2025';
  /** 05, 08. */
  readonly institution: string;
  readonly contacts: string;
  /** 09: «СВОДНЫЙ ОТЧЁТ», «СПРАВКА»… */
  readonly documentKind: string;
  /** 12: the letter that asked for it; '' where none did. */
  readonly reference: string;
  /** 15. */
  readonly addressee: string;
  /** 17: «О …». */
  readonly heading: string;
  /** 22. */
  readonly signer: { readonly position: string; readonly name: string };
  /** 25: name and telephone; '' where not given. */
  readonly executor: string;
}

export interface ReportPart {
  /** Stable within the form: `summary`, `schools`, `details`… */
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'text'; readonly style: 'body' | 'subheading' | 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly chart: ReportChart };

export interface ReportTable {
  /** Stable within the document. */
  readonly key: string;
  /** '' where the part's title says it. */
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Said in the place of the rows where there are none. */
  readonly emptyText: string;
}

/**
 * `count`: whole number. `percent`: hundredths of the denominator that the column's title names, one decimal
 * place (66.7). `date`: CalendarDate. `state`: a `State`. `days`: whole number, signed. Any cell may be null; a figure
 * that is masked is a text («менее 10») in the place of the number.
 */
export type ColumnKind = 'text' | 'count' | 'percent' | 'date' | 'state' | 'days';

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  /** Columns that stand side by side under one common title. */
  readonly group?: string;
  readonly kind: ColumnKind;
  /** Share of the page's width, in millimetres on A4 landscape (267 in all). */
  readonly width: number;
}

export interface ReportRow {
  readonly level: 'row' | 'group' | 'subtotal' | 'total';
  /** In the order of the columns; a `group` row has its title in the first cell and nothing else. */
  readonly cells: readonly (string | number | null)[];
  /** Figures that lead to the rows behind them: column key → rows of the table `details`, from inclusive to exclusive. */
  readonly links?: Readonly<Record<string, { readonly from: number; readonly to: number }>>;
  /** The workbook's row that this row shows: `details`, `late` and the matrix lead there. */
  readonly source?: { readonly worksheet: string; readonly rowId: string };
}

/** Drawn by Google Sheets and by nothing else; the figures stand in the named table as well. */
export interface ReportChart {
  readonly title: string;
  readonly kind: 'stacked_bar' | 'stacked_column';
  readonly tableKey: string;
  readonly labelColumn: string;
  readonly valueColumns: readonly string[];
}
