import type { CalendarDate } from '../dates/dates.ts';
import type { Period } from '../dates/period.ts';
import type { ReportAnnex } from '../records/records.ts';
import type { OwnForm } from './own-form/own-form.ts';
import type { FormValues } from './own-form/own-form.ts';

/** What a person can ask for on the menu: each form is its own choice of parts; `own` is one of the authority's. */
export const REPORT_FORMS = [
  'full',
  'brief',
  'overdue',
  'data_bank',
  'school_card',
  'data_quality',
  'own',
  'region',
] as const;
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
  /** 10, the document's date: the day of the workbook's zone on which it was composed; `asOf` may lie before it. */
  readonly date: CalendarDate;
  /** «По состоянию на»: nothing later than this day is looked at. */
  readonly asOf: CalendarDate;
  /** The span reported on: the whole period, a quarter or a month of it; `title` in Russian words. */
  readonly span: Period & { readonly title: string };
  /** The revision of the workbook whose data it shows. */
  readonly revision: number;
  readonly requisites: Requisites;
  readonly parts: readonly ReportPart[];
  /** Annexes that the paper is sent with; absent in reports of an earlier form, whose paper has all their parts. */
  readonly annexes?: readonly ReportAnnex[];
  /** Errors of the data that stood when it was formed although figures may suffer from them; absent where none did. */
  readonly errors?: number;
  /** Of a report by a form of the authority's own: which form, and what it was filled with. */
  readonly ownForm?: OwnForm & { readonly values: FormValues };
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
  /** Below the signature: on screen always, on paper where it was asked for. */
  readonly annex?: ReportAnnex;
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
  /**
   * The same rows once more in other orders (positions in `rows`), each by its own key: figures lead there whose rows
   * stand apart in the table itself. Shown where links work, never on paper.
   */
  readonly orders?: readonly {
    readonly key: string;
    readonly title: string;
    readonly rows: readonly number[];
  }[];
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
  /**
   * Figures that lead to the rows behind them: column key → rows of a table, from inclusive to exclusive; of `details`
   * where none is named.
   */
  readonly links?: Readonly<
    Record<string, { readonly from: number; readonly to: number; readonly table?: string }>
  >;
  /** The workbook's row that this row shows: `details`, `late` and the matrix lead there. */
  readonly source?: { readonly worksheet: string; readonly rowId: string };
}

/** Drawn by Google Sheets and in .docx; the figures stand in the named table as well. */
export interface ReportChart {
  readonly title: string;
  readonly kind: 'stacked_bar' | 'stacked_column';
  readonly tableKey: string;
  readonly labelColumn: string;
  readonly valueColumns: readonly string[];
}
