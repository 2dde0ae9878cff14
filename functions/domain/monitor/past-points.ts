import { assessWorkbook } from '../assessment/assessment.ts';
import type { Assessment } from '../assessment/assessed.ts';
import { addDays, type CalendarDate } from '../dates/dates.ts';
import { recordsAsOf } from '../report/as-of.ts';
import { countFigures, MONTH_DAYS, WEEK_DAYS } from './run-figures.ts';
import { mondayOf, toPoint, type TrendPoint } from './trend.ts';

/** So many ends of weeks and of months are looked back at, within the period: each is an assessment of its own. */
const WEEKS_BACK = 6;
const MONTHS_BACK = 4;

/**
 * How things stood before anybody looked, as the days in the rows tell it: for the first run, so that the head sees at
 * once whether it gets better. What has no date (marks, postponements) stood then as it does today.
 */
export function pastPoints({ today, records }: Assessment): readonly TrendPoint[] {
  const compared = [addDays(today, -WEEK_DAYS), addDays(today, -MONTH_DAYS)];
  const days = [...compared, ...weekEnds(today), ...monthEnds(today)].filter(
    (day) => day >= records.settings.period.start,
  );
  return [...new Set(days)].toSorted().map((day) => {
    const then = recordsAsOf(records, { asOf: day, today });
    return toPoint(day, countFigures(assessWorkbook(then.records, day)));
  });
}

function weekEnds(today: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: WEEKS_BACK }, (_, back) => addDays(mondayOf(today), -1 - 7 * back));
}

function monthEnds(today: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  let day = today;
  while (days.length < MONTHS_BACK) {
    day = addDays(day, -Number(day.slice(8)));
    days.push(day);
  }
  return days;
}
