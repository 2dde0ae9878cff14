import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment.ts';
import { STATES } from '../../../../functions/domain/obligation.ts';
import { assembleReport } from '../../../../functions/domain/report/assemble-report.ts';
import type { Tally } from '../../../../functions/domain/report/tally.ts';
import { execution, PROOF, records } from '../records-builder.ts';

const DONE = { mark: 'выполнено', evidence: PROOF, doneOn: '2021-09-20' } as const;

function report(executions = [execution(DONE)]) {
  return assembleReport(assessWorkbook(records({ executions }), '2021-10-01'), { number: 3, revision: 7 });
}

const sum = (tallies: readonly Tally[], key: 'total' | 'due' | 'dueDone') =>
  tallies.reduce((all, each) => all + each[key], 0);

describe('the summary report', () => {
  test('has all 11 measures, each with its control date or the reason for having none', () => {
    const lines = report().sections.flatMap((section) => section.lines);
    expect(
      lines.map(({ number, controlDate, noDateReason }) => [number, controlDate ?? noDateReason]),
    ).toEqual([
      ['1.1', 'ожидает акта'],
      ['1.2', '2021-12-31'],
      ['1.3', 'по запросу, срока нет'],
      ['2.1', '2021-08-31'],
      ['2.2', '2021-12-31'],
      ['3.1', '2021-08-31'],
      ['3.2', '2021-09-30'],
      ['4.1', '2021-12-31'],
      ['4.2', '2021-12-31'],
      ['5.1', 'ожидает акта'],
      ['5.2', '2021-12-31'],
    ]);
  });

  test('states partition the obligations, and sub-totals sum to the total in every table', () => {
    const { sections, total, schools } = report();
    const lines = sections.flatMap((section) => section.lines.map((line) => line.tally));
    const tallies = [
      total,
      ...lines,
      ...sections.map(({ subtotal }) => subtotal),
      ...schools.map((each) => each.tally),
    ];
    for (const { total: all, byState } of tallies) {
      expect(STATES.reduce((count, state) => count + byState[state], 0)).toBe(all);
    }
    for (const key of ['total', 'due', 'dueDone'] as const) {
      expect(sum(lines, key)).toBe(total[key]);
      expect(
        sum(
          sections.map(({ subtotal }) => subtotal),
          key,
        ),
      ).toBe(total[key]);
    }
    // Measure 2.2 is the municipality's: the schools' table has all the rest.
    expect(
      sum(
        schools.map((each) => each.tally),
        'total',
      ),
    ).toBe(total.total - 1);
  });

  test('the percentage is of what has fallen due, and counts only what is proved', () => {
    const { sections } = report([
      execution(DONE),
      execution({ rowId: 'e2', school: 'ОО № 2', mark: 'выполнено' }),
    ]);
    const line = sections.flatMap((section) => section.lines).find(({ number }) => number === '3.2');
    expect(line?.tally).toMatchObject({ total: 2, due: 2, dueDone: 1, percent: 50 });
    const undue = sections.flatMap((section) => section.lines).find(({ number }) => number === '1.2');
    expect(undue?.tally).toMatchObject({ total: 2, due: 0, percent: null });
  });

  test('says in Russian what the figures are of', () => {
    expect(report().statements.slice(0, 2)).toEqual([
      'По состоянию на 01.10.2021 за период 01.01.2021 – 31.12.2021 на сопровождении 2 школы; регламентом ' +
        'установлено 11 мероприятий, по ним учитывается 21 исполнение.',
      'Срок наступил по 6 исполнениям, из них выполнено и подтверждено 1 (17 %).',
    ]);
  });

  test('is equal for equal inputs, whatever the order of the rows', () => {
    const rows = [execution(DONE), execution({ rowId: 'e2', school: 'ОО № 2', measure: '1.2' })];
    expect(report(rows)).toEqual(report(rows.toReversed()));
  });
});
