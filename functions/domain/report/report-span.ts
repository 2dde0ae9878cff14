import { calendarDate, endOfMonth, formatDate, monthOf, yearOf, type CalendarDate } from '../dates/dates.ts';
import { kindOfPeriod, type Period } from '../dates/period.ts';
import { MONTHS, QUARTERS } from '../text/russian.ts';
import { ReportSpanError } from './report-errors.ts';

/** What a report is asked for: the whole period of the workbook, a quarter of the calendar or a month. */
export type SpanChoice =
  | { readonly kind: 'period' }
  /** Another period of the workbook, the whole of it, by its first day. */
  | { readonly kind: 'former'; readonly start: CalendarDate }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'month'; readonly year: number; readonly month: number };

export interface ReportSpan extends Period {
  readonly title: string;
  /** Deadlines without a date and dates outside the period belong to the whole period alone. */
  readonly isWhole: boolean;
}

/** Throws `ReportSpanError` where the choice and the period have no day in common. */
export function resolveSpan(choice: SpanChoice, period: Period): ReportSpan {
  if (choice.kind === 'period' || choice.kind === 'former')
    return { ...period, title: formatPeriod(period), isWhole: true };
  const asked = daysOf(choice);
  const title = titleOf(choice);
  if (!asked || asked.end < period.start || asked.start > period.end) {
    throw new ReportSpanError(title, formatPeriod(period));
  }
  const start = asked.start < period.start ? period.start : asked.start;
  const end = asked.end > period.end ? period.end : asked.end;
  const isCut = start !== asked.start || end !== asked.end;
  return { start, end, isWhole: false, title: isCut ? `${title} (${formatSpan({ start, end })})` : title };
}

type Part = Extract<SpanChoice, { kind: 'quarter' | 'month' }>;

export function daysOf(choice: Part): Period | undefined {
  const first = choice.kind === 'month' ? choice.month : choice.quarter * 3 - 2;
  const last = choice.kind === 'month' ? choice.month : choice.quarter * 3;
  const start = calendarDate(choice.year, first, 1);
  const lastStart = calendarDate(choice.year, last, 1);
  return start && lastStart && { start, end: endOfMonth(lastStart) };
}

function titleOf(choice: Part): string {
  if (choice.kind === 'quarter') return `${QUARTERS[choice.quarter - 1]} квартал ${choice.year} года`;
  return `${MONTHS[choice.month - 1] ?? `месяц ${choice.month}`} ${choice.year} года`;
}

/** `сентябрь 2021`. */
export function formatMonth(date: CalendarDate): string {
  return `${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
}

/** `2021 год`, `2020/2021 учебный год`, else the two days. */
export function formatPeriod(period: Period): string {
  const year = yearOf(period.start);
  const kind = kindOfPeriod(period);
  if (kind === 'calendar_year') return `${year} год`;
  return kind === 'school_year' ? `${year}/${year + 1} учебный год` : formatSpan(period);
}

/** `за 2021 год`, `за III квартал 2021 года`, `с 01.02.2021 по 30.06.2021`. */
export function formatOver({ title }: Pick<ReportSpan, 'title'>): string {
  return title.startsWith('с ') ? title : `за ${title}`;
}

export function formatSpan({ start, end }: Period): string {
  return `с ${formatDate(start)} по ${formatDate(end)}`;
}
