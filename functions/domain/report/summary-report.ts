import type { CalendarDate } from '../dates.ts';
import type { State } from '../obligation.ts';
import type { Period } from '../period.ts';
import type { Tally } from './tally.ts';

/** One measure in the summary by measures (form of `domain.md` section 10, sheet 2). */
export interface MeasureLine {
  readonly number: string;
  readonly title: string;
  readonly deadlinePhrase: string;
  readonly controlDate: CalendarDate | null;
  /** Stands in the place of the control date where there is none, in Russian. */
  readonly noDateReason: string | null;
  readonly responsible: string;
  readonly tally: Tally;
  /** Proofs on record, counted by kind in Russian: `приказ — 3`. */
  readonly evidence: string;
  readonly note: string;
}

export interface SectionPart {
  readonly title: string;
  readonly lines: readonly MeasureLine[];
  readonly subtotal: Tally;
}

/** A school's row in the matrix; `states` in the order of the report's `measureNumbers`, null: not counted. */
export interface SchoolLine {
  readonly school: string;
  readonly states: readonly (State | null)[];
  readonly tally: Tally;
}

export interface LateLine {
  readonly school: string;
  readonly measure: string;
  readonly title: string;
  readonly controlDate: CalendarDate;
  /** Calendar days past the control date; negative: days left. */
  readonly days: number;
  readonly state: State;
}

export interface NoteLine {
  readonly measure: string;
  readonly deadlinePhrase: string;
  readonly explanation: string;
}

/**
 * The summary report as a plain value, immutable once stored. Every figure is computed here; what shows it
 * (worksheet, file) only places it.
 */
export interface SummaryReport {
  readonly form: 'full-1';
  readonly number: number;
  /** «По состоянию на». */
  readonly asOf: CalendarDate;
  readonly period: Period;
  /** The revision of the workbook whose data it shows. */
  readonly revision: number;
  readonly institution: string;
  readonly addressee: string;
  readonly signerPosition: string;
  readonly signerName: string;
  readonly preparedBy: string;
  /** The sentences at the head of the report, in Russian. */
  readonly statements: readonly string[];
  readonly schoolCount: number;
  readonly sections: readonly SectionPart[];
  readonly total: Tally;
  readonly measureNumbers: readonly string[];
  readonly schools: readonly SchoolLine[];
  readonly overdue: readonly LateLine[];
  readonly atRisk: readonly LateLine[];
  readonly notes: readonly NoteLine[];
}
