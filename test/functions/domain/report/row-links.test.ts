import { expect, test } from '@jest/globals';
import { createRowLinks } from '../../../../functions/domain/report/row-links.ts';

const LINKS = createRowLinks([
  { table: 'details', items: ['a', 'b', 'c', 'd'] },
  { table: 'by_school', items: ['a', 'c', 'b', 'd'] },
  { table: 'overdue', items: ['x', 'a'] },
]);

test.each([
  ['one row', ['b'], { from: 1, to: 2 }],
  ['rows that stand together', ['b', 'c'], { from: 1, to: 3 }],
  ['the same in another order', ['c', 'b'], { from: 1, to: 3 }],
  ['all rows', ['a', 'b', 'c', 'd'], { from: 0, to: 4 }],
  ['rows that stand together in a further order alone', ['a', 'c'], { from: 0, to: 2, table: 'by_school' }],
  ['a row of another list', ['x'], { from: 0, to: 1, table: 'overdue' }],
  ['rows that stand together nowhere', ['a', 'd'], undefined],
  ['a row of no list', ['y'], undefined],
  ['rows of which one is in no list', ['a', 'y'], undefined],
  ['no row', [], undefined],
])('%s', (_, items, span) => expect(LINKS.spanOf(items)).toEqual(span));
