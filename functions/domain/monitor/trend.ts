import { addDays, weekdayOf, type CalendarDate } from '../dates/dates.ts';
import type { RunFigures } from './run-figures.ts';

/** What is kept of a day for ever so long: enough to tell whether things got better. */
export interface TrendPoint extends Pick<RunFigures, 'due' | 'done' | 'late' | 'overdue' | 'waiting'> {
  readonly day: CalendarDate;
}

export function toPoint(day: CalendarDate, { due, done, late, overdue, waiting }: RunFigures): TrendPoint {
  return { day, due, done, late, overdue, waiting };
}

/** So many days each has its point; of older weeks the last one stays. */
const DAYS_KEPT = 35;
const MAX_POINTS = 100;

/**
 * The points with that of a new day. A second run of a day takes the place of the first; points of later days go: the
 * clock had been wrong then.
 */
export function addPoint(points: readonly TrendPoint[], point: TrendPoint): readonly TrendPoint[] {
  const before = points.filter(({ day }) => day < point.day);
  const edge = addDays(point.day, -DAYS_KEPT);
  const kept = before.filter(({ day }, at) => {
    const next = before[at + 1]?.day ?? point.day;
    return day >= edge || mondayOf(day) !== mondayOf(next);
  });
  return [...kept, point].slice(-MAX_POINTS);
}

/** The Monday of the day's week. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The latest point that is at least `days` days older than `day`; undefined where there is none so old. */
export function pointBefore(
  points: readonly TrendPoint[],
  day: CalendarDate,
  days: number,
): TrendPoint | undefined {
  return points.findLast((point) => point.day <= addDays(day, -days));
}

/** The last point of each span that `spanOf` names, oldest first, at most `limit` of them. */
export function lastOfEach(
  points: readonly TrendPoint[],
  spanOf: (day: CalendarDate) => string,
  limit: number,
): readonly TrendPoint[] {
  return points
    .filter(({ day }, at) => {
      const next = points[at + 1];
      return next === undefined || spanOf(next.day) !== spanOf(day);
    })
    .slice(-limit);
}
