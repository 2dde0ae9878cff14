import { expect, test } from '@jest/globals';
import { isComparable } from '../../../../functions/domain/report/parts/changes-part.ts';

const YEAR = { start: '2021-01-01', end: '2021-12-31' } as const;
const MONTH = { start: '2021-01-01', end: '2021-01-31' } as const;
const QUARTER = { start: '2021-10-01', end: '2021-12-31' } as const;

const full = (span: typeof YEAR | typeof MONTH | typeof QUARTER, asOf: '2021-10-14' | '2021-10-15') =>
  ({ form: 'full', span, asOf }) as const;

test.each([
  ['of the day before', full(YEAR, '2021-10-14'), full(YEAR, '2021-10-15'), true],
  ['of the same day', full(YEAR, '2021-10-15'), full(YEAR, '2021-10-15'), true],
  ['of a later day', full(YEAR, '2021-10-15'), full(YEAR, '2021-10-14'), false],
  ['of the first month of the year', full(MONTH, '2021-10-14'), full(YEAR, '2021-10-15'), false],
  ['of the year, for its first month', full(YEAR, '2021-10-14'), full(MONTH, '2021-10-15'), false],
  ['of the last quarter of the year', full(QUARTER, '2021-10-14'), full(YEAR, '2021-10-15'), false],
  [
    'of another form',
    { ...full(YEAR, '2021-10-14'), form: 'brief' } as const,
    full(YEAR, '2021-10-15'),
    false,
  ],
  [
    'of a form that compares nothing',
    { ...full(YEAR, '2021-10-14'), form: 'brief' } as const,
    { ...full(YEAR, '2021-10-15'), form: 'brief' } as const,
    false,
  ],
])('with a report %s', (_, previous, asked, comparable) =>
  expect(isComparable(previous, asked)).toBe(comparable),
);
