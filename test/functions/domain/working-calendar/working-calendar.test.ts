import { describe, expect, test } from '@jest/globals';
import { addDays, weekdayOf, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import {
  createWorkingCalendar,
  shiftToWorkingDay,
  type DayOverride,
} from '../../../../functions/domain/working-calendar/index.ts';
import type { DayKind } from '../../../../functions/domain/working-calendar/working-calendar.ts';

const calendar = createWorkingCalendar();

function workingDaysOf(year: number): number {
  let count = 0;
  for (
    let day: CalendarDate = `${year}-01-01` as CalendarDate;
    day.startsWith(String(year));
    day = addDays(day, 1)
  ) {
    if (calendar.isWorkingDay(day) || calendar.dayKind(day) === 'decree_day_off') {
      if (calendar.isWorkingDay(day) || weekdayOf(day) <= 5) count += 1;
    }
  }
  return count;
}

describe('The official calendar', () => {
  // The yearly norms of the 40-hour week as published, before the days off by decree.
  test.each([
    [2019, 247],
    [2020, 248],
    [2021, 247],
    [2022, 247],
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysOf(year)).toBe(count);
  });

  test.each([
    ['2021-02-20', 'shortened'],
    ['2024-04-27', 'working'],
    ['2024-11-02', 'shortened'],
    ['2024-12-28', 'working'],
    ['2025-11-01', 'shortened'],
    ['2022-03-05', 'shortened'],
  ] as const)('%s is a working Saturday (%s)', (date, kind) => {
    expect([weekdayOf(date), calendar.dayKind(date), calendar.isWorkingDay(date)]).toEqual([6, kind, true]);
  });

  test.each(['2020-04-15', '2020-06-24', '2020-07-01', '2021-05-04', '2021-11-02'] as const)(
    '%s is a day off by decree, a kind of its own',
    (date) => {
      expect([calendar.dayKind(date), calendar.isWorkingDay(date)]).toEqual(['decree_day_off', false]);
    },
  );

  test('transferred days are off, shortened days are worked', () => {
    expect(calendar.dayKind('2021-12-31')).toBe('day_off');
    expect(calendar.dayKind('2026-01-09')).toBe('day_off');
    expect([calendar.dayKind('2026-04-30'), calendar.isWorkingDay('2026-04-30')]).toEqual([
      'shortened',
      true,
    ]);
  });
});

describe('Counting', () => {
  test('finds the nearest working day, the day itself included', () => {
    expect(calendar.nextWorkingDay('2021-01-01')).toBe('2021-01-11');
    expect(calendar.previousWorkingDay('2021-01-10')).toBe('2020-12-31');
    expect(calendar.nextWorkingDay('2021-08-31')).toBe('2021-08-31');
  });

  test('starts with the next working day after the event', () => {
    expect(calendar.addWorkingDays('2020-12-30', 1)).toBe('2020-12-31');
    expect(calendar.addWorkingDays('2020-12-30', 2)).toBe('2021-01-11');
    expect(calendar.addWorkingDays('2021-02-19', 1)).toBe('2021-02-20');
    expect(calendar.addWorkingDays('2020-03-27', 1)).toBe('2020-05-12');
  });

  test('goes back as well, and nowhere for no days', () => {
    expect(calendar.addWorkingDays('2021-01-11', -1)).toBe('2020-12-31');
    expect(calendar.addWorkingDays('2021-01-02', 0)).toBe('2021-01-02');
  });

  test.each<readonly [from: CalendarDate, days: number, reached: CalendarDate]>([
    ['2021-06-10', 1.9, '2021-06-11'],
    ['2021-06-15', -1, '2021-06-11'],
    ['2021-06-14', -1, '2021-06-11'],
    ['2021-06-15', -2, '2021-06-10'],
  ])('from %s %d working days', (from, days, reached) => {
    expect(calendar.addWorkingDays(from, days)).toBe(reached);
  });

  test.each<readonly [day: CalendarDate, previous: CalendarDate, next: CalendarDate]>([
    ['2021-05-01', '2021-04-30', '2021-05-11'],
    ['2021-02-20', '2021-02-20', '2021-02-20'],
    ['2021-02-23', '2021-02-20', '2021-02-24'],
    ['2020-05-08', '2020-03-27', '2020-05-12'],
  ])('%s goes to %s or %s, as the setting says, or nowhere', (day, previous, next) => {
    const shifted = (['previous', 'next', 'none'] as const).map((to) => shiftToWorkingDay(day, to, calendar));
    expect(shifted).toEqual([previous, next, day]);
  });
});

describe('How many working days lie between', () => {
  test.each<readonly [from: CalendarDate, to: CalendarDate, count: number]>([
    ['2021-06-10', '2021-06-10', 0],
    ['2021-06-10', '2021-06-11', 1],
    ['2021-06-11', '2021-06-14', 0],
    ['2021-06-11', '2021-06-15', 1],
    ['2021-02-19', '2021-02-24', 2],
    ['2020-12-31', '2021-01-15', 5],
    ['2021-06-11', '2021-06-10', 0],
  ])('%s and %s, of which the latter is counted: %i', (from, to, count) => {
    const asked = createWorkingCalendar();
    expect([asked.workingDaysBetween(from, to), asked.workingDaysBetween(from, to)]).toEqual([count, count]);
  });

  test('is not counted beyond 4000 days', () => {
    const everyDay = Array.from({ length: 4_100 }, (_, index): DayOverride => ({
      date: addDays('2001-01-01', index),
      kind: 'working',
    }));
    const worked = createWorkingCalendar(everyDay);
    const counts = [3_999, 4_000, 4_001, 9_000].map((days) =>
      worked.workingDaysBetween('2001-01-01', addDays('2001-01-01', days)),
    );
    expect(counts).toEqual([3_999, 4_000, 4_000, 4_000]);
  });
});

describe('The department’s own days', () => {
  test('win over the official ones', () => {
    const own = createWorkingCalendar([
      { date: '2021-09-01', kind: 'day_off', basis: 'приказ УО' },
      { date: '2021-05-04', kind: 'working' },
    ]);
    expect(own.nextWorkingDay('2021-09-01')).toBe('2021-09-02');
    expect(own.isWorkingDay('2021-05-04')).toBe(true);
  });

  test('known are the years of the official calendar', () => {
    expect([2018, 2019, 2026, 2027].map((year) => calendar.hasDataFor(year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  const typed = (kind: DayKind, days: readonly number[], year = 2027) =>
    days.map((day) => ({ date: `${year}-01-0${day}` as CalendarDate, kind }));

  test.each<readonly [what: string, overrides: readonly DayOverride[], isKnown: boolean]>([
    ['one day off', typed('day_off', [1]), false],
    ['seven days off', typed('day_off', [1, 2, 3, 4, 5, 6, 7]), false],
    ['eight days off', typed('day_off', [1, 2, 3, 4, 5, 6, 7, 8]), true],
    ['eight working days', typed('working', [1, 2, 3, 4, 5, 6, 7, 8]), false],
    ['eight shortened days', typed('shortened', [1, 2, 3, 4, 5, 6, 7, 8]), false],
    ['eight days off by decree', typed('decree_day_off', [1, 2, 3, 4, 5, 6, 7, 8]), false],
    [
      'seven days off and a working day',
      [...typed('day_off', [1, 2, 3, 4, 5, 6, 7]), ...typed('working', [8])],
      false,
    ],
    [
      'eight days off of two years',
      [...typed('day_off', [1, 2, 3, 4]), ...typed('day_off', [5, 6, 7, 8], 2028)],
      false,
    ],
  ])('%s typed for 2027: whether the year is known', (_, overrides, isKnown) => {
    expect(createWorkingCalendar(overrides).hasDataFor(2027)).toBe(isKnown);
  });

  test('a typed holiday of an unknown year may be worked, and a day with no working day near stays itself', () => {
    const own = createWorkingCalendar([{ date: '2031-01-02', kind: 'shortened' }]);
    expect(own.addWorkingDays('2030-12-31', 1)).toBe('2031-01-02');
    const never = createWorkingCalendar(
      Array.from({ length: 900 }, (_, index) => ({ date: addDays('2021-01-01', index), kind: 'day_off' })),
    );
    expect([never.nextWorkingDay('2021-03-01'), never.previousWorkingDay('2022-12-31')]).toEqual([
      '2021-03-01',
      '2022-12-31',
    ]);
  });

  test('a year without data still has its weekends and the holidays of art. 112 ТК РФ', () => {
    expect(calendar.nextWorkingDay('2031-09-06')).toBe('2031-09-08');
    expect(calendar.nextWorkingDay('2031-01-01')).toBe('2031-01-09');
    expect([calendar.isWorkingDay('2031-06-12'), calendar.hasDataFor(2031)]).toEqual([false, false]);
  });
});
