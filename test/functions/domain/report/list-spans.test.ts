import { expect, test } from '@jest/globals';
import { listSpans } from '../../../../functions/domain/report/list-spans.ts';
import type { Period } from '../../../../functions/domain/dates/period.ts';

const titles = (period: Period) => listSpans(period).map(({ title }) => title);

test('of a calendar year: the year, four quarters, twelve months', () => {
  const listed = titles({ start: '2026-01-01', end: '2026-12-31' });
  expect(listed.slice(0, 6)).toEqual([
    '2026 год',
    'I квартал 2026 года',
    'II квартал 2026 года',
    'III квартал 2026 года',
    'IV квартал 2026 года',
    'январь 2026 года',
  ]);
  expect(listed).toHaveLength(17);
});

test('of a school year: quarters that the period cuts say which days are meant', () => {
  expect(titles({ start: '2026-09-01', end: '2027-08-31' }).slice(0, 7)).toEqual([
    '2026/2027 учебный год',
    'III квартал 2026 года (с 01.09.2026 по 30.09.2026)',
    'IV квартал 2026 года',
    'I квартал 2027 года',
    'II квартал 2027 года',
    'III квартал 2027 года (с 01.07.2027 по 31.08.2027)',
    'сентябрь 2026 года',
  ]);
});

test('of a single day: its quarter and its month', () => {
  expect(titles({ start: '2026-11-23', end: '2026-11-23' })).toHaveLength(3);
});

test('a period that was mistyped by a century fills no list of a thousand lines', () => {
  expect(titles({ start: '2026-01-01', end: '2126-12-31' })).toHaveLength(1 + 12 + 36);
});
