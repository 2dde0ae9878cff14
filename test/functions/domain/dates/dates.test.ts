import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dateInZone } from '../../../../functions/domain/dates/moment.ts';
import {
  addDays,
  calendarDate,
  dateFromSerial,
  dateToSerial,
  daysBetween,
  endOfMonth,
  formatDateWithWeekday,
  parseIsoDate,
  parseRussianDate,
  weekdayOf,
  type CalendarDate,
} from '../../../../functions/domain/dates/dates.ts';

const days = fc
  .integer({ min: 0, max: 80_000 })
  .map((count) => DateTime.utc(1900, 1, 1).plus({ days: count }))
  .map((moment) => ({ moment, date: moment.toISODate() as CalendarDate }));

describe('calendar dates', () => {
  test('agree with luxon on every operation', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: -5000, max: 5000 }), (a, b, count) => {
        expect({
          parsed: parseIsoDate(a.date),
          moved: addDays(a.date, count),
          apart: daysBetween(a.date, b.date),
          weekday: weekdayOf(a.date),
          monthEnd: endOfMonth(a.date),
          serial: dateToSerial(a.date),
          back: dateFromSerial(dateToSerial(a.date) + 0.9),
        }).toEqual({
          parsed: a.date,
          moved: a.moment.plus({ days: count }).toISODate(),
          apart: Math.round(b.moment.diff(a.moment, 'days').days),
          weekday: a.moment.weekday,
          monthEnd: a.moment.endOf('month').toISODate(),
          serial: Math.round(a.moment.diff(DateTime.utc(1899, 12, 30), 'days').days),
          back: a.date,
        });
      }),
    );
  });

  test('never roll a day over that the calendar does not have', () => {
    expect([calendarDate(2021, 2, 29), calendarDate(2021, 9, 31), calendarDate(2024, 2, 29)]).toEqual([
      undefined,
      undefined,
      '2024-02-29',
    ]);
    expect([
      parseRussianDate('31.09.2026'),
      parseRussianDate('1.2.2026'),
      parseRussianDate('1.2.26'),
    ]).toEqual(['impossible', '2026-02-01', undefined]);
  });

  test('are shown as people write them', () => {
    expect(formatDateWithWeekday('2021-08-31')).toBe('31.08.2021 (вт)');
  });

  test('of an instant depend on the zone: late evening in UTC is the next day in Yekaterinburg', () => {
    expect(dateInZone('2026-11-23T19:30:00Z', 'Asia/Yekaterinburg')).toBe('2026-11-24');
    expect(dateInZone('2026-11-23T19:30:00Z', 'UTC')).toBe('2026-11-23');
  });
});
