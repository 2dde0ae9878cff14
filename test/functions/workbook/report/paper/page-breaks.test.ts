import { describe, expect, test } from '@jest/globals';
import {
  planPageBreaks,
  type PrintedRow,
} from '../../../../../functions/workbook/report/paper/page-breaks.ts';

/** Rows ten pixels high; `+` stays with the next, `.` does not. */
function rowsOf(kept: string): readonly PrintedRow[] {
  return [...kept].map((sign) => ({ height: 10, keepsNext: sign === '+' }));
}

describe('pages of a sheet', () => {
  test('end where the next row would not fit', () => {
    expect(planPageBreaks(rowsOf('.......'), { room: 30 })).toEqual([3, 6]);
    expect(planPageBreaks(rowsOf('...'), { room: 30 })).toEqual([]);
    expect(planPageBreaks([], { room: 30 })).toEqual([]);
  });

  test('end before rows that stay together', () => {
    expect(planPageBreaks(rowsOf('..+...'), { room: 30 })).toEqual([2, 5]);
  });

  test('leave room for the head, which stands on each page after its own', () => {
    expect(planPageBreaks(rowsOf('+......'), { room: 30, repeated: { start: 0, end: 1 } })).toEqual([3, 5]);
  });

  test('split what is kept together and higher than a page', () => {
    expect(planPageBreaks(rowsOf('.++++.'), { room: 30 })).toEqual([1, 4]);
  });

  test('give a row higher than a page a page of its own', () => {
    const rows = [10, 100, 10].map((height) => ({ height, keepsNext: false }));
    expect(planPageBreaks(rows, { room: 30 })).toEqual([1, 2]);
  });

  test('are no more than Excel takes', () => {
    expect(planPageBreaks(rowsOf('.'.repeat(5000)), { room: 10 })).toHaveLength(1000);
  });
});
