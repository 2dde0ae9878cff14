import { describe, expect, test } from '@jest/globals';
import {
  extendLog,
  formatMoves,
  logAsOf,
  type PostponementLog,
} from '../../../../functions/domain/records/postponements.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { execution } from './records-builder.ts';

const row = (postponedTo?: CalendarDate) =>
  execution({ rowId: 'e7', control: { ...(postponedTo && { postponedTo }) } });

/** The values of one row on several days, as the log has them in the end. */
function keep(...seen: readonly (readonly [day: CalendarDate | null, value?: CalendarDate])[]) {
  return seen.reduce<PostponementLog>((log, [day, value]) => extendLog(log, [row(value)], day), {});
}

describe('the log of postponements', () => {
  test('keeps each value once, with the day it was first seen', () => {
    const log = keep(
      [null, '2021-09-15'],
      ['2021-09-02', '2021-09-15'],
      ['2021-09-10', '2021-09-30'],
      ['2021-09-11', '2021-09-30'],
      ['2021-09-12'],
    );
    expect(log).toEqual({
      e7: [
        { on: null, to: '2021-09-15' },
        { on: '2021-09-10', to: '2021-09-30' },
        { on: '2021-09-12', to: null },
      ],
    });
  });

  test('is the same value where nothing was moved', () => {
    const log = keep(['2021-09-02', '2021-09-15']);
    expect(extendLog(log, [row('2021-09-15'), execution({ rowId: 'e8' })], '2021-09-20')).toBe(log);
  });

  test('of a past day knows no later value', () => {
    const log = keep(['2021-09-02', '2021-09-15'], ['2021-09-10', '2021-09-30']);
    expect(logAsOf(log, '2021-09-09')).toEqual({ e7: [{ on: '2021-09-02', to: '2021-09-15' }] });
    expect(logAsOf(log, '2021-09-01')).toEqual({});
  });

  test.each<[string, CalendarDate, ...CalendarDate[]]>([
    ['перенесён один раз: с 31.08. на 15.09.', '2021-08-31', '2021-09-15'],
    ['перенесён дважды: с 31.08. на 15.09., на 30.09.', '2021-08-31', '2021-09-15', '2021-09-30'],
    ['перенесён один раз: с 30.12.2021 на 10.01.2022', '2021-12-30', '2022-01-10'],
  ])('is told as «%s»', (words, from, ...days) => {
    expect(
      formatMoves(
        from,
        days.map((to) => ({ on: null, to })),
      ),
    ).toBe(words);
  });
});

test('a log that is full fits its document, and stays the same for the same rows', () => {
  const rows = (value: CalendarDate) =>
    Array.from({ length: 5_000 }, (_, index) =>
      execution({ rowId: `e${index}`, control: { postponedTo: value } }),
    );
  const days = Array.from({ length: 12 }, (_, index) => `2026-11-${index + 10}` as CalendarDate);
  const log = days.reduce<PostponementLog>((before, day) => extendLog(before, rows(day), day), {});
  expect(Buffer.byteLength(JSON.stringify(log))).toBeLessThan(450_000);
  expect(extendLog(log, rows('2026-11-21'), '2026-11-30')).toEqual(log);
  expect(log['e0']?.at(-1)).toEqual({ on: '2026-11-21', to: '2026-11-21' });
});

test('rows that are gone make room in a log that is full', () => {
  const rows = (from: number) =>
    Array.from({ length: 4_000 }, (_, index) =>
      execution({ rowId: `e${from + index}`, control: { postponedTo: '2026-12-01' } }),
    );
  const log = extendLog(extendLog({}, rows(0), '2026-11-20'), rows(2_000), '2026-11-21');
  expect([Object.keys(log).length, log['e0'], log['e5999']]).toEqual([
    4_000,
    undefined,
    [{ on: '2026-11-21', to: '2026-12-01' }],
  ]);
});
