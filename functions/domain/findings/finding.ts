import type { CalendarDate } from '../dates/dates.ts';
import type { Place } from '../records/worksheet-key.ts';

/** From worst to mildest; findings are shown in this order. */
export const SEVERITIES = ['error', 'overdue', 'warning', 'reminder'] as const;

export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  error: 'Ошибка',
  overdue: 'Просрочено',
  warning: 'Предупреждение',
  reminder: 'Напоминание',
};

/** Something wrong or due, tied to a place in the workbook. */
export interface Finding {
  /** A stable English word for programs and tests, e.g. `date_impossible`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** Russian: whose and of what (`ОО № 5, мероприятие 2.1`), for whoever does not see the row. */
  readonly subject?: string;
  /** The school that it is about, as the sheets call it; absent where it is of none. */
  readonly school?: string;
  /** How much it tells of, where no one row stands for it; absent: of one execution. */
  readonly owed?: { readonly executions: number; readonly schools: number };
  /** The measure's number; several of one act: `1.1; 5.1`. */
  readonly measure?: string;
  /** Of a measure of a school's plan, which has no number: its title. */
  readonly title?: string;
  /** The position that answers for it: the row's executor, else whom the regulation names. */
  readonly responsible?: string;
  /** Russian: what is wrong. */
  readonly message: string;
  /** Russian: what to do about it. */
  readonly advice: string;
  /** The control date that it is about. */
  readonly dueOn?: CalendarDate;
  /** For `overdue` and `reminder`: calendar days past the control date (negative: still to come). */
  readonly days?: number;
}

/** Worst first, the longest overdue first among equals; otherwise the given order stays. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (b.days ?? 0) - (a.days ?? 0),
  );
}
