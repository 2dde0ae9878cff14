import { expect, test } from '@jest/globals';
import { maskCount, maskShare, sumShown } from '../../../../../functions/domain/report/tables/masking.ts';

test.each([
  // Nobody in the group is nobody to be known by.
  [undefined, null],
  [0, 0],
  [1, 'менее 10'],
  [9, 'менее 10'],
  [10, 10],
  [120, 120],
])('a group of %s is shown as %s', (count, shown) => expect(maskCount(count)).toBe(shown));

test.each([
  [undefined, 120, null],
  [undefined, 5, null],
  [40, undefined, 'скрыто'],
  [40, 0, 'скрыто'],
  [40, 9, 'скрыто'],
  [40, 10, 40],
  [0, 10, 0],
])('a share of %s %% of a group of %s is shown as %s', (share, group, shown) =>
  expect(maskShare(share, group)).toBe(shown),
);

test.each([
  ['nothing', [], null],
  ['what is hidden or not known', ['менее 10', null], null],
  ['an empty group', [0, null], 0],
  ['what is shown beside what is hidden', [12, 'менее 10', 3, null], 15],
])('the sum of %s', (_, cells, sum) => expect(sumShown(cells)).toBe(sum));
