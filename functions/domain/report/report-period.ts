import { formatDate, type CalendarDate } from '../dates/dates.ts';
import type { Period } from '../dates/period.ts';
import { firstRowsOf, type ListedPeriod, type Settings } from '../records/records.ts';
import { ReportSpanError } from './report-errors.ts';
import { daysOf, formatPeriod, type SpanChoice } from './report-span.ts';

interface Asked {
  readonly span: SpanChoice;
  readonly asOf: CalendarDate;
}

/**
 * The settings with the period that the report is about: the one that was named; that of the quarter or month; else that
 * in which the day lies, so that a report as of a day of a former period comes out as it did then. Throws
 * `ReportSpanError` for a period that the workbook does not have.
 */
export function settingsOver(settings: Settings, asked: Asked): Settings {
  const { period, firstRow: _first, firstPlanRow: _plan, ...kept } = settings;
  const { otherPeriods: others = [] } = kept;
  const chosen = chosenPeriod(asked, period, others);
  if (!chosen) return settings;
  const own: ListedPeriod = { ...period, ...firstRowsOf(settings) };
  const rest = [...others.filter((each) => each !== chosen), own];
  return {
    ...kept,
    period: { start: chosen.start, end: chosen.end },
    otherPeriods: rest.toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    ...firstRowsOf(chosen),
  };
}

/** Undefined where it is the period in force. */
function chosenPeriod(
  { span, asOf }: Asked,
  period: Period,
  others: readonly ListedPeriod[],
): ListedPeriod | undefined {
  if (span.kind === 'former') {
    if (span.start === period.start) return undefined;
    const former = others.find(({ start }) => start === span.start);
    if (former) return former;
    throw new ReportSpanError(`период с ${formatDate(span.start)}`, formatPeriod(period));
  }
  const days = span.kind === 'period' ? { start: asOf, end: asOf } : daysOf(span);
  if (!days || meets(period, days)) return undefined;
  return others.find((other) => meets(other, days));
}

const meets = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end;
