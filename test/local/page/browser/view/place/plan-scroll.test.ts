import { expect, test } from '@jest/globals';
import { planScroll } from '../../../../../../local/page/browser/view/place/plan-scroll.ts';

/** Rows of 20 pixels, two of them frozen, in a view of 200; row 5 is hidden. */
const lines = (first: number) => ({
  sizeOf: (index: number) => (index === 5 ? 0 : 20),
  frozen: 2,
  room: 200,
  first,
  cut: 0,
});

test.each<[string, first: number, target: number, expected: number]>([
  ['a frozen row moves nothing', 30, 1, 30],
  ['a row well in view moves nothing', 10, 14, 10],
  ['a row below comes into the upper third', 2, 50, 48],
  ['a row near the lower edge is brought up', 10, 18, 16],
  ['a row that is half cut off is brought up', 10, 20, 18],
  ['a row above comes down, with what stands before it', 50, 20, 18],
  ['the first rows have nothing before them', 50, 2, 2],
  ['a hidden row takes no room', 50, 6, 3],
])('%s', (_, first, target, expected) => {
  expect(planScroll(lines(first), target, 1 / 4)).toBe(expected);
});
