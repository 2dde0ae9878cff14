import { describe, expect, test } from '@jest/globals';
import {
  compareWithLast,
  daysMissed,
  describeMissed,
} from '../../../../functions/domain/monitor/days-missed.ts';

describe('the days without a run', () => {
  test.each([
    [null, '2026-03-02', undefined],
    ['2026-03-01', '2026-03-01', undefined],
    ['2026-03-01', '2026-03-02', undefined],
    ['2026-02-28', '2026-03-02', { start: '2026-03-01', end: '2026-03-01' }],
    ['2028-02-28', '2028-03-01', { start: '2028-02-29', end: '2028-02-29' }],
    ['2026-12-29', '2027-01-02', { start: '2026-12-30', end: '2027-01-01' }],
    ['2026-03-05', '2026-03-02', undefined],
  ] as const)('after %s, on %s: %o', (last, today, missed) => {
    expect(daysMissed(last, today)).toEqual(missed);
  });

  test('are told in one sentence', () => {
    expect(describeMissed({ start: '2026-11-20', end: '2026-11-22' })).toBe(
      'Проверки не было 3 дня (20.11.2026 – 22.11.2026): сроки проверены сразу за всё это время.',
    );
  });
});

test.each([
  [null, 'earlier'],
  ['2026-03-01', 'earlier'],
  ['2026-03-02', 'same'],
  // Another zone, or a clock that was a little ahead: the day is looked at already.
  ['2026-03-03', 'ahead'],
  // Else one wrong clock would end all runs until that day.
  ['2036-03-03', 'set_back'],
] as const)('a run on 02.03.2026 after one of %s is %s', (last, expected) => {
  expect(compareWithLast(last, '2026-03-02')).toBe(expected);
});
