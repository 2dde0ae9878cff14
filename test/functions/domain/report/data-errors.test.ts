import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';
import { dataErrorsOf, describeDataErrors } from '../../../../functions/domain/report/data-errors.ts';
import { records } from '../records/records-builder.ts';

const finding = (code: string, changes: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'error',
  place: { worksheet: 'schools', rowId: 's1' },
  message: `О ${code}.`,
  advice: '',
  ...changes,
});

const FINDINGS = [
  finding('a'),
  finding('b', { severity: 'warning' }),
  finding('a', { place: { worksheet: 'schools', rowId: 's2' } }),
  finding('people', { place: { worksheet: 'people', rowId: 'p1' } }),
  finding('ladder_unreadable', { place: { worksheet: 'settings', rowId: null } }),
  finding('annex_unknown', { place: { worksheet: 'settings', rowId: null } }),
  finding('c', { place: { worksheet: 'executions', rowId: 'e7' } }),
];
const assessed = { records: records(), findings: FINDINGS } as never;

test('figures suffer from errors, not from warnings nor from what is wrong with letters and annexes', () =>
  expect(dataErrorsOf(assessed).map(({ code }) => code)).toEqual(['a', 'a', 'c']));

test('they are told once each, where and how often, a row as people find it', () => {
  expect(describeDataErrors(assessed)).toEqual([
    'О a. («Школы»: ОО № 1, ОО № 2; 2 раза)',
    'О c. («Исполнение»: строка e7)',
  ]);
  expect(describeDataErrors(assessed, ({ worksheet, rowId }) => `${worksheet} ${rowId}`).at(-1)).toBe(
    'О c. («Исполнение»: строка executions e7)',
  );
});

test.each([
  [1, 'О a. («Школы»: ОО № 1)'],
  [2, 'О a. («Школы»: ОО № 1; 2 раза)'],
  [5, 'О a. («Школы»: ОО № 1; 5 раз)'],
  [21, 'О a. («Школы»: ОО № 1; 21 раз)'],
])('%i times', (count, told) =>
  expect(
    describeDataErrors({
      records: records(),
      findings: Array.from({ length: count }, () => finding('a')),
    } as never),
  ).toEqual([told]),
);
