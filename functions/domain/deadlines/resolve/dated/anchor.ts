import { daysBetween, monthOf, yearOf, type CalendarDate } from '../../../dates/dates.ts';
import { NoSuchDayError } from '../day-of.ts';
import type { Setting } from '../outcome.ts';

/** Where a phrase names no year, the year that the period gives; closed days, both included. */
export interface ClosedSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

export interface Anchored {
  /** Default first; more than one where the period leaves the year open. */
  readonly spans: readonly ClosedSpan[];
  /** No candidate touches the period. */
  readonly outside: boolean;
}

/**
 * Places a span that depends on its year into the period: wholly inside wins; a span that crosses an edge of
 * the period is ambiguous unless three quarters of it lie inside.
 */
export function anchor(
  spanIn: (year: number) => ClosedSpan,
  { period, periodKind }: Setting,
  maybeAugustBefore = true,
): Anchored {
  const inside: ClosedSpan[] = [];
  const crossing: ClosedSpan[] = [];
  let refused: NoSuchDayError | undefined;
  for (let year = yearOf(period.start) - 1; year <= yearOf(period.end) + 1; year += 1) {
    const span = tryYear(spanIn, year);
    if (span instanceof NoSuchDayError) refused = refused && !touches(span, period) ? refused : span;
    else if (span.start >= period.start && span.end <= period.end) inside.push(span);
    else if (span.end >= period.start && span.start <= period.end) crossing.push(span);
  }
  const schoolYear = periodKind === 'school_year';
  if (inside.length > 0)
    return { spans: withAugustBefore(inside, spanIn, schoolYear && maybeAugustBefore), outside: false };
  if (crossing.length > 0) return { spans: bestOf(crossing, period, schoolYear), outside: false };
  if (refused) throw refused;
  return { spans: [nearest(spanIn, period)], outside: true };
}

const touches = ({ month }: NoSuchDayError, { start, end }: ClosedSpan): boolean =>
  month >= start.slice(0, 7) && month <= end.slice(0, 7);

function tryYear(spanIn: (year: number) => ClosedSpan, year: number): ClosedSpan | NoSuchDayError {
  try {
    return spanIn(year);
  } catch (error) {
    if (error instanceof NoSuchDayError) return error;
    throw error;
  }
}

/** August closes the school year and also prepares it: without a year «август» is one or the other. */
function withAugustBefore(
  inside: ClosedSpan[],
  spanIn: (year: number) => ClosedSpan,
  schoolYear: boolean,
): ClosedSpan[] {
  const [first] = inside;
  if (!schoolYear || !first || monthOf(first.start) !== 8) return inside;
  return [first, spanIn(yearOf(first.start) - 1)];
}

function bestOf(crossing: ClosedSpan[], period: ClosedSpan, endingFirst: boolean): ClosedSpan[] {
  const share = (span: ClosedSpan): number => {
    const start = span.start < period.start ? period.start : span.start;
    const end = span.end > period.end ? period.end : span.end;
    return (daysBetween(start, end) + 1) / (daysBetween(span.start, span.end) + 1);
  };
  const ordered = crossing
    .map((span) => ({ span, share: share(span), ends: span.end <= period.end }))
    .sort((a, b) =>
      Math.abs(a.share - b.share) > 0.1 ? b.share - a.share : a.ends === endingFirst ? -1 : 1,
    );
  const clear = ordered.find((candidate) => candidate.share >= 0.75);
  return clear ? [clear.span] : ordered.map(({ span }) => span);
}

function nearest(spanIn: (year: number) => ClosedSpan, period: ClosedSpan): ClosedSpan {
  const span = spanIn(yearOf(period.start));
  return span.start >= period.start ? span : spanIn(yearOf(period.start) + 1);
}
