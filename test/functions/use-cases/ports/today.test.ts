import { expect, test } from '@jest/globals';
import { todayIn } from '../../../../functions/use-cases/ports/today.ts';

const clock = { now: () => '2026-11-23T20:30:00.000Z' };

test('today is the day that it is in the workbook\u2019s zone', () => {
  expect(['Europe/Kaliningrad', 'Asia/Yekaterinburg'].map((zone) => todayIn({ clock }, zone))).toEqual([
    '2026-11-23',
    '2026-11-24',
  ]);
});

test('a day that the installation has fixed is today in every zone', () => {
  const fixed = { ...clock, fixedToday: '2026-09-01' } as const;
  expect(todayIn({ clock: fixed }, 'Asia/Kamchatka')).toBe('2026-09-01');
});
