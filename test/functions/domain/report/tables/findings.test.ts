import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../../functions/domain/findings/finding.ts';
import type { ReportBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { findingsTable } from '../../../../../functions/domain/report/tables/findings-table.ts';
import { records } from '../../records/records-builder.ts';
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
    finding('full', { message: 'О другом.', severity: 'warning', advice: 'запишите' }),
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
[findings] severity | message | where | advice | count
Ошибка | О empty. | «Школы»: ОО № 1, ОО № 2 |  | 3
Ошибка | О другом. | «Школы»: ОО № 1 |  | 1 <schools s1>
Предупреждение | О другом. | «Школы»: ОО № 1 | запишите | 1 <schools s1>
Ошибка | О row. | «Школы»: ОО № 1, мероприятие 1.2; «Регламент»: 1.2; «Журнал»: строка j7 |  | 3
Ошибка | О sheet. | лист «Исполнение» |  | 1
`),
  );
});

test.each([
  [0, ['[findings] Замечаний к данным нет.']],
  [100, ['Ошибка | О 99. | «Школы»: ОО № 1 |  | 2']],
  [101, [' | Прочие замечания — на листе «Контроль». |  |  | 2']],
  [103, [' | Прочие замечания — на листе «Контроль». |  |  | 6']],
])('of %i kinds of findings, two of each, the last line', (count, last) => {
  const findings = Array.from({ length: count }, (_, index) => [
    finding(String(index)),
    finding(String(index)),
  ]);
  const lines = printedOf(findings.flat());
  expect([lines.length - 1, lines.slice(-1)]).toEqual([Math.min(count, 101), last]);
});
