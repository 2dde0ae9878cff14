import { describe, expect, test } from '@jest/globals';
import { dueAt } from '../../../../functions/domain/monitor/morning.ts';

const at = (timeZone: string, instant: string, monitoredOn: `${number}-${number}-${number}` | null = null) =>
  dueAt({ timeZone, monitoredOn }, instant);

describe('the morning of a workbook', () => {
  test('is its own: at one instant it has come in Kamchatka and not in Kaliningrad', () => {
    const instant = '2026-11-22T19:30:00.000Z';
    expect(at('Asia/Kamchatka', instant)).toEqual({ isDue: true, isLate: false, day: '2026-11-23', hour: 7 });
    expect(at('Europe/Kaliningrad', instant)).toEqual({
      isDue: true,
      isLate: true,
      day: '2026-11-22',
      hour: 21,
    });
    expect(at('Europe/Kaliningrad', instant, '2026-11-22').isDue).toBe(false);
  });

  test('begins at six, and what has not run by ten is late', () => {
    const dueOn = (utc: string) => {
      const { isDue, isLate } = at('Asia/Yekaterinburg', `2026-11-23T${utc}:00Z`, '2026-11-22');
      return [isDue, isLate];
    };
    expect(['00:59', '01:00', '04:59', '05:00'].map(dueOn)).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  test.each([
    // Berlin: at two the clock goes on to three, and on 25.10. back from three to two.
    ['2026-03-29', '2026-03-29T03:59:00Z', '2026-03-29T04:00:00Z'],
    ['2026-10-25', '2026-10-25T04:59:00Z', '2026-10-25T05:00:00Z'],
    ['2028-02-29', '2028-02-29T04:59:00Z', '2028-02-29T05:00:00Z'],
    ['2027-01-01', '2027-01-01T04:59:00Z', '2027-01-01T05:00:00Z'],
  ] as const)('comes once on %s, whatever the clocks do', (day, before, after) => {
    expect(at('Europe/Berlin', before)).toMatchObject({ isDue: false, day });
    expect(at('Europe/Berlin', after)).toMatchObject({ isDue: true, day });
    expect(at('Europe/Berlin', after, day)).toMatchObject({ isDue: false, day });
  });

  test('is not waited for until a day that a wrong clock had claimed', () => {
    expect(at('Asia/Yekaterinburg', '2026-11-23T03:00:00Z', '2036-01-01').isDue).toBe(true);
    expect(at('Asia/Yekaterinburg', '2026-11-23T03:00:00Z', '2026-11-24').isDue).toBe(false);
  });
});
