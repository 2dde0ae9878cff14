import { addDays, daysBetween, formatDate, type CalendarDate, type DateSpan } from '../dates/dates.ts';
import { countOf, NOUNS } from '../text/russian.ts';

/** The days between the last run and `today` on which nobody looked; undefined where there are none. */
export function daysMissed(last: CalendarDate | null, today: CalendarDate): DateSpan | undefined {
  if (last === null || daysBetween(last, today) < 2) return undefined;
  return { start: addDays(last, 1), end: addDays(today, -1) };
}

/** «Пропущено 3 дня (20.11.2026 – 22.11.2026), проверено за все сразу.» */
export function describeMissed({ start, end }: DateSpan): string {
  const count = countOf(daysBetween(start, end) + 1, NOUNS.day);
  const days = start === end ? formatDate(start) : `${formatDate(start)} – ${formatDate(end)}`;
  return `Проверки не было ${count} (${days}): сроки проверены сразу за всё это время.`;
}

/** Further back than any zone or leap can explain: the clock was wrong, then or now. */
const MAX_AHEAD = 1;

/**
 * How the last run's day stands to today's. `ahead`: it is tomorrow's already, so nothing is to be done; `set_back`:
 * it is so far ahead that a clock was wrong, and waiting for that day would mean no run at all.
 */
export function compareWithLast(
  last: CalendarDate | null,
  today: CalendarDate,
): 'earlier' | 'same' | 'ahead' | 'set_back' {
  if (last === null || last < today) return 'earlier';
  if (last === today) return 'same';
  return daysBetween(today, last) <= MAX_AHEAD ? 'ahead' : 'set_back';
}
