import { describe, expect, test } from '@jest/globals';
import { extendEntries } from '../../../../functions/domain/records/act-entries.ts';

const acts = (...numbers: readonly number[]) => numbers.map((number) => ({ rowId: `a${number}` }));

describe('the log of acts', () => {
  test('keeps the day on which each was first seen', () => {
    const first = extendEntries({}, acts(1), null);
    const then = extendEntries(first, acts(2, 1), '2021-09-02');
    expect(extendEntries(then, acts(3), '2021-09-05')).toEqual({
      a1: null,
      a2: '2021-09-02',
      a3: '2021-09-05',
    });
  });

  test('is the same value where no act is new', () => {
    const log = extendEntries({}, acts(1, 2), '2021-09-02');
    expect(extendEntries(log, acts(2), '2021-09-03')).toBe(log);
  });

  test('takes a thousand acts, and stays the same when more come', () => {
    const many = acts(...Array.from({ length: 1_005 }, (_, index) => index));
    const full = extendEntries(extendEntries({}, many.slice(0, 999), null), many, '2021-09-02');
    expect([Object.keys(full).length, full['a999'], full['a1000']]).toEqual([1_000, '2021-09-02', undefined]);
    expect(extendEntries(full, many, '2021-09-03')).toBe(full);
  });
});
