import { describe, expect, test } from '@jest/globals';
import { addDays, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { addPoint, lastOfEach, mondayOf, pointBefore } from '../../../../functions/domain/monitor/trend.ts';
import type { TrendPoint } from '../../../../functions/domain/monitor/trend.ts';

const at = (day: CalendarDate, overdue = 0): TrendPoint => ({
  day,
  due: 10,
  done: 5,
  late: 0,
  overdue,
  waiting: 0,
});

function runDaily(from: CalendarDate, days: number): readonly TrendPoint[] {
  let points: readonly TrendPoint[] = [];
  for (let day = 0; day < days; day++) points = addPoint(points, at(addDays(from, day), day));
  return points;
}

describe('the trend over the runs', () => {
  test('keeps each of the last 35 days and the last day of each week before', () => {
    const days = runDaily('2026-01-01', 120).map(({ day }) => day);
    const today = addDays('2026-01-01', 119);
    const recent = Array.from({ length: 36 }, (_, back) => addDays(today, back - 35));
    const weekly = days.filter((day) => day < addDays(today, -35));
    expect(days.slice(-36)).toEqual(recent);
    expect(weekly.every((day) => mondayOf(day) !== mondayOf(addDays(day, 1)))).toBe(true);
    expect(weekly).toHaveLength(12);
  });

  test('loses no week where runs come once a week', () => {
    let points: readonly TrendPoint[] = [];
    for (let week = 0; week < 30; week++) points = addPoint(points, at(addDays('2026-02-02', 7 * week)));
    expect(points).toHaveLength(30);
  });

  test('never holds more than a hundred points, whatever the years', () => {
    expect(runDaily('2020-01-01', 3000)).toHaveLength(100);
  });

  test('has one point a day: the second run of a day takes the place of the first, later days go', () => {
    const points = addPoint(
      [at('2026-03-01'), at('2026-03-02', 1), at('2026-04-01', 9)],
      at('2026-03-02', 2),
    );
    expect(points).toEqual([at('2026-03-01'), at('2026-03-02', 2)]);
  });

  test('finds how it was a week ago, or on the last day somebody looked before', () => {
    const points = [at('2026-03-01', 1), at('2026-03-09', 2), at('2026-03-10', 3)];
    expect(pointBefore(points, '2026-03-10', 7)).toEqual(at('2026-03-01', 1));
    expect(pointBefore(points, '2026-03-07', 7)).toBeUndefined();
  });

  test('shows the last day of each month, over the turn of the year and 29 February', () => {
    const days = [
      '2027-12-30',
      '2027-12-31',
      '2028-01-01',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ] as const;
    const months = lastOfEach(
      days.map((day) => at(day)),
      (day) => day.slice(0, 7),
      12,
    );
    expect(months.map(({ day }) => day)).toEqual(['2027-12-31', '2028-01-01', '2028-02-29', '2028-03-01']);
  });
});
