import { expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { calendarYear } from '../../../../functions/domain/dates/period.ts';
import type { Settings } from '../../../../functions/domain/records/records.ts';
import { settingsOver } from '../../../../functions/domain/report/report-period.ts';
import type { SpanChoice } from '../../../../functions/domain/report/report-span.ts';
import { SETTINGS } from '../records/records-builder.ts';

const [Y2020, Y2021, Y2022, Y2023] = [2020, 2021, 2022, 2023].map((year) => calendarYear(year));

/** Kept in 2022; the first rows of 2021 and 2022 were noted. */
const IN_2022 = {
  ...SETTINGS,
  period: Y2022,
  firstRow: 40,
  otherPeriods: [{ ...Y2021, firstRow: 20 }, Y2020, Y2023],
} as Settings;

const over = (span: SpanChoice, asOf: CalendarDate = '2022-10-15', settings = IN_2022) =>
  settingsOver(settings, { span, asOf });

const OVER_2021 = {
  ...SETTINGS,
  period: Y2021,
  firstRow: 20,
  otherPeriods: [Y2020, { ...Y2022, firstRow: 40 }, Y2023],
};
const { firstRow: _, ...UNNOTED } = IN_2022;
const OVER_2020 = {
  ...SETTINGS,
  period: Y2020,
  otherPeriods: [{ ...Y2021, firstRow: 20 }, { ...Y2022, firstRow: 40 }, Y2023],
};

test.each<[string, SpanChoice, CalendarDate, Settings]>([
  ['the whole period, as of a day of it', { kind: 'period' }, '2022-10-15', IN_2022],
  ['the whole period, as of its first day', { kind: 'period' }, '2022-01-01', IN_2022],
  ['the whole period, as of a day of the last', { kind: 'period' }, '2021-12-31', OVER_2021 as Settings],
  ['the whole period, as of a day of none', { kind: 'period' }, '2019-12-31', IN_2022],
  ['a quarter of the period', { kind: 'quarter', year: 2022, quarter: 1 }, '2022-10-15', IN_2022],
  [
    'a quarter of the last one',
    { kind: 'quarter', year: 2021, quarter: 4 },
    '2022-10-15',
    OVER_2021 as Settings,
  ],
  ['a month of one before', { kind: 'month', year: 2020, month: 5 }, '2022-10-15', OVER_2020 as Settings],
  ['a month of none', { kind: 'month', year: 2019, month: 5 }, '2022-10-15', IN_2022],
  ['a month that no calendar has', { kind: 'month', year: 2021, month: 13 }, '2022-10-15', IN_2022],
  [
    'the last period by its first day',
    { kind: 'former', start: '2021-01-01' },
    '2022-10-15',
    OVER_2021 as Settings,
  ],
  ['its own period by its first day', { kind: 'former', start: '2022-01-01' }, '2022-10-15', IN_2022],
])('a report on %s', (_what, span, asOf, settings) => expect(over(span, asOf)).toEqual(settings));

test('a first row that nobody noted is not invented', () =>
  expect(over({ kind: 'former', start: '2020-01-01' }, '2022-10-15', UNNOTED as Settings)).toEqual({
    ...OVER_2020,
    otherPeriods: [{ ...Y2021, firstRow: 20 }, Y2022, Y2023],
  }));

test('a workbook of one period has it whatever the day', () =>
  expect(over({ kind: 'period' }, '2021-05-05', { ...SETTINGS, period: calendarYear(2022) })).toEqual({
    ...SETTINGS,
    period: Y2022,
  }));

test('a period that the workbook does not have is refused with its name', () =>
  expect(() => over({ kind: 'former', start: '2019-09-01' })).toThrow('период с 01.09.2019'));
