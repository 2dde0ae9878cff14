import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatDate } from '../../../../functions/domain/dates/dates.ts';
import { isRelativeDay, parseTypedDate } from '../../../../functions/domain/dates/typed-date.ts';

describe('a day as people type it', () => {
  test.each([
    '15.04.2026',
    '15.4.2026',
    '15.04.2026г.',
    '15.04.2026 г',
    '15.04.2026 года',
    '15,04,2026',
    '15/04/2026',
    '15-04-2026',
    '15 04 2026',
    '15. 04. 2026.',
    '15\u201104\u20112026',
    '\u200e15.\u200e04.\u200e2026',
    '１５.０４.２０２６',
    '15042026',
    '20260415',
    '2026-04-15',
    '2026/04/15',
    '2026-04-15T09:30:00Z',
    '15.04.2026 9:30',
    '15 апреля 2026',
    '15 апреля 2026 г.',
    '«15» апреля 2026 г.',
    '15 АПР. 2026',
    '15-апр-2026',
    '15 aпpeля 2026',
  ])('«%s»', (typed) => {
    expect(parseTypedDate(typed)).toBe('2026-04-15');
  });

  test.each([
    ['1042026', '2026-04-01'],
    ['1 мая 2026', '2026-05-01'],
    ['3 марта 2026', '2026-03-03'],
    ['9 сент. 2026', '2026-09-09'],
    ['20101010', '2010-10-10'],
  ])('«%s» is %s', (typed, date) => {
    expect(parseTypedDate(typed)).toBe(date);
  });

  test.each(['31.09.2026', '30/02/2026', '04/15/2026', '31 июня 2026', '00.01.2026'])(
    'no calendar has «%s»',
    (typed) => {
      expect(parseTypedDate(typed)).toBe('impossible');
    },
  );

  test.each([
    '15.04.26',
    '15.04',
    'апрель 2026',
    '15 мартобря 2026',
    '45',
    '1504',
    '99999999',
    '15.04.2026 - 16.04.2026',
    '№ 15 от 15.04.2026',
    'сегодня',
  ])('«%s» names no day', (typed) => {
    expect(parseTypedDate(typed)).toBeUndefined();
  });

  test('what the program shows as a day it reads as that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays('1960-01-01', days);
        expect(parseTypedDate(formatDate(date))).toBe(date);
        expect(parseTypedDate(formatDate(date).replaceAll('.', ''))).toBe(date);
      }),
    );
  });
});

test('words for a day that mean another one tomorrow are known', () => {
  expect(['Сегодня', 'вчерa', ' завтра.', '15.04.2026', 'сегодняшний'].map(isRelativeDay)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
