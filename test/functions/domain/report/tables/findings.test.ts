import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../../functions/domain/finding.ts';
import type { ReportBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { findingsTable } from '../../../../../functions/domain/report/tables/findings-table.ts';
import { monthsOf } from '../../../../../functions/domain/report/tables/months-table.ts';
import { records } from '../../records-builder.ts';
import { linesOfText, printedTable } from '../printed.ts';

function printedOf(findings: readonly Finding[]): readonly string[] {
  return printedTable(
    findingsTable({ assessment: { records: records(), findings } } as unknown as ReportBasis),
  );
}

function finding(code: string, changes: Partial<Finding> = {}): Finding {
  const place = { worksheet: 'schools', rowId: 's1' } as const;
  return { code, severity: 'error', place, message: `О ${code}.`, advice: '', ...changes };
}

test('equal findings are one line that names what they are about, each once, by name', () => {
  const findings = [
    finding('empty', { place: { worksheet: 'schools', rowId: 's2' } }),
    finding('empty'),
    finding('empty'),
    finding('empty', { message: 'О другом.' }),
    finding('full', { message: 'О другом.', severity: 'warning' }),
    finding('row', { place: { worksheet: 'regulation', rowId: 'r1.2' } }),
    finding('row', { subject: 'ОО № 1, мероприятие 1.2' }),
    finding('row', { place: { worksheet: 'journal', rowId: 'j7' } }),
    finding('sheet', { place: { worksheet: 'executions', rowId: null } }),
    ...['overdue', 'overdue_without_row', 'due_soon', 'due_without_row', 'act_awaited'].map((code) =>
      finding(code),
    ),
  ];
  expect(printedOf(findings)).toEqual(
    linesOfText(`
[findings] severity | message | where | count
Ошибка | О empty. | ОО № 1, ОО № 2 | 3
Ошибка | О другом. | ОО № 1 | 1
Предупреждение | О другом. | ОО № 1 | 1
Ошибка | О row. | 1.2, лист «Журнал», ОО № 1, мероприятие 1.2 | 3
Ошибка | О sheet. | лист «Исполнение» | 1
`),
  );
});

test.each([
  [0, ['[findings] Замечаний к данным нет.']],
  [100, ['Ошибка | О 99. | ОО № 1 | 2']],
  [101, [' | Прочие замечания — на листе «Контроль». |  | 2']],
  [103, [' | Прочие замечания — на листе «Контроль». |  | 6']],
])('of %i kinds of findings, two of each, the last line', (count, last) => {
  const findings = Array.from({ length: count }, (_, index) => [
    finding(String(index)),
    finding(String(index)),
  ]);
  const lines = printedOf(findings.flat());
  expect([lines.length - 1, lines.slice(-1)]).toEqual([Math.min(count, 101), last]);
});

const DAYS = { start: '2021-11-15', end: '2022-01-01' } as const;

test.each([
  ['the months of the span', DAYS, [], ['2021-11', '2021-12', '2022-01']],
  [
    'those named besides, in order, each once',
    DAYS,
    ['2022-03', undefined, '2021-12', '2021-01'],
    ['2021-01', '2021-11', '2021-12', '2022-01', '2022-03'],
  ],
  ['a span of a day', { start: '2021-11-30', end: '2021-11-30' }, [], ['2021-11']],
  [
    'more than three years: only those named',
    { start: '2021-01-01', end: '2024-01-01' },
    ['2022-03'],
    ['2022-03'],
  ],
] as const)('%s', (_, span, named, months) => expect(monthsOf(span, named)).toEqual(months));

test('just three years are shown whole', () =>
  expect(monthsOf({ start: '2021-01-01', end: '2023-12-31' }, [])).toHaveLength(36));
