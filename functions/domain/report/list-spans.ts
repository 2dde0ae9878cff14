import { monthOf, yearOf } from '../dates/dates.ts';
import type { Period } from '../dates/period.ts';
import type { Settings } from '../records/records.ts';
import { formatPeriod, resolveSpan, type SpanChoice } from './report-span.ts';

export interface NamedSpan {
  /** `III квартал 2026 года`. */
  readonly title: string;
  readonly choice: SpanChoice;
}

/** Of a period that is longer, typed by mistake perhaps, only the first months are listed. */
const MAX_MONTHS = 36;

/** What a report may be asked for: the period first, then every quarter and every month that has a day in it. */
export function listSpans(period: Period): readonly NamedSpan[] {
  const first = indexOf(period.start);
  const last = Math.min(indexOf(period.end), first + MAX_MONTHS - 1);
  const indices = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  const quarters = [...new Set(indices.map((index) => Math.floor(index / 3)))];
  const choices: SpanChoice[] = [{ kind: 'period' }, ...quarters.map(quarterOf), ...indices.map(monthAt)];
  return choices.map((choice) => ({ choice, title: resolveSpan(choice, period).title }));
}

/** Those that are over, the latest first. */
export function listFormer({ period, otherPeriods = [] }: Settings): readonly NamedSpan[] {
  return otherPeriods
    .filter(({ start }) => start < period.start)
    .toReversed()
    .map((former) => ({
      title: `${formatPeriod(former)} (прежний период)`,
      choice: { kind: 'former', start: former.start },
    }));
}

/** Months since the year 0. */
function indexOf(day: Period['start']): number {
  return yearOf(day) * 12 + monthOf(day) - 1;
}

function monthAt(index: number): SpanChoice {
  return { kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function quarterOf(index: number): SpanChoice {
  return { kind: 'quarter', year: Math.floor(index / 4), quarter: ((index % 4) + 1) as 1 | 2 | 3 | 4 };
}
