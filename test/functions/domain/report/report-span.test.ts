import { describe, expect, test } from '@jest/globals';
import { calendarYear, schoolYear } from '../../../../functions/domain/dates/period.ts';
import { formatOver, formatPeriod, resolveSpan } from '../../../../functions/domain/report/report-span.ts';

describe('the span of a report', () => {
  test('is the period, a quarter of the calendar or a month, in Russian words', () => {
    const period = calendarYear(2021);
    expect(resolveSpan({ kind: 'period' }, period)).toEqual({ ...period, title: '2021 год', isWhole: true });
    expect(resolveSpan({ kind: 'quarter', year: 2021, quarter: 2 }, period)).toEqual({
      start: '2021-04-01',
      end: '2021-06-30',
      title: 'II квартал 2021 года',
      isWhole: false,
    });
    expect(resolveSpan({ kind: 'month', year: 2021, month: 2 }, period)).toEqual({
      start: '2021-02-01',
      end: '2021-02-28',
      title: 'февраль 2021 года',
      isWhole: false,
    });
  });

  test('is cut where the quarter reaches beyond the period, and says so', () => {
    expect(resolveSpan({ kind: 'quarter', year: 2020, quarter: 3 }, schoolYear(2020))).toEqual({
      start: '2020-09-01',
      end: '2020-09-30',
      title: 'III квартал 2020 года (с 01.09.2020 по 30.09.2020)',
      isWhole: false,
    });
  });

  test('is named as the period is', () => {
    expect(formatOver({ title: formatPeriod(schoolYear(2020)) })).toBe('за 2020/2021 учебный год');
    expect(formatOver({ title: formatPeriod({ start: '2021-02-01', end: '2021-06-30' }) })).toBe(
      'с 01.02.2021 по 30.06.2021',
    );
  });
});
