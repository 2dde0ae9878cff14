import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { composeReport } from '../../../../functions/domain/report/compose-document.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { execution, PROOF, records, SETTINGS } from '../records/records-builder.ts';
import { linesOf, tableOf } from './tables.ts';

const DONE = { mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF } as const;

/** 3.2 («Сентябрь») at both schools: one waits for acceptance, the term of the other was moved twice. */
function reportAsOf(asOf: CalendarDate) {
  const assessment = assessWorkbook(
    records({
      settings: { ...SETTINGS, control: { ...SETTINGS.control, needsAcceptance: true } },
      executions: [
        execution(DONE),
        execution({
          rowId: 'e2',
          school: 'ОО № 2',
          control: { postponedTo: '2021-11-30', postponementGround: 'письмо школы' },
        }),
      ],
      postponements: {
        e2: [
          { on: '2021-09-10', to: '2021-10-31' },
          { on: '2021-10-20', to: '2021-11-30' },
        ],
      },
    }),
    '2021-11-01',
  );
  return composeReport({ form: 'full', number: 1, date: '2021-11-01', revision: 1, assessment, asOf });
}

test('what waits for acceptance is due and not done, in a column of its own', () => {
  const line = linesOf(tableOf(reportAsOf('2021-11-01'), 'states'), [
    'number',
    'total',
    'done',
    'awaiting_acceptance',
    'due',
    'dueDone',
  ]).find((each) => each.startsWith('3.2'));
  expect(line).toBe('3.2 2 0 1 1 0');
});

/** 3.2 at both schools done in time: one accepted, one not asked about. */
function acceptedReport() {
  const assessment = assessWorkbook(
    records({
      executions: [
        execution({ ...DONE, control: { takenOffOn: '2021-09-25' } }),
        execution({ ...DONE, rowId: 'e2', school: 'ОО № 2' }),
      ],
    }),
    '2021-11-01',
  );
  return composeReport({ form: 'full', number: 1, date: '2021-11-01', revision: 1, assessment });
}

test('what was accepted is done in time wherever a table has no column of its own for it', () => {
  const report = acceptedReport();
  const figures = ['total', 'done', 'done_late', 'overdue', 'percent'];
  const measures = tableOf(report, 'measures');
  expect(linesOf(measures, ['number', ...figures, 'note']).find((line) => line.startsWith('3.2'))).toBe(
    '3.2 2 2 0 0 100 ',
  );
  const at = measures.columns.findIndex(({ key }) => key === 'number');
  const { from = 0, to = 0 } = measures.rows.find(({ cells }) => cells[at] === '3.2')?.links?.['done'] ?? {};
  expect(linesOf(tableOf(report, 'details'), ['measure', 'school', 'state']).slice(from, to)).toEqual([
    '3.2 ОО № 2 done',
    '3.2 ОО № 1 off_control',
  ]);
  expect(linesOf(tableOf(report, 'matrix'), ['school', 'done'])).toEqual([
    'ОО № 1 1',
    'ОО № 2 1',
    'Всего по школам 2',
  ]);
  const states = linesOf(tableOf(report, 'states'), ['number', 'done', 'off_control']);
  expect(states.find((line) => line.startsWith('3.2'))).toBe('3.2 1 1');
});

test('moved terms are counted from the history, on every day as it stood then', () => {
  const movesOn = (day: CalendarDate) =>
    linesOf(tableOf(reportAsOf(day), 'postponed'), ['was', 'control', 'moves']);
  expect(movesOn('2021-11-01')).toEqual([
    '2021-09-30 2021-11-30 перенесён дважды: с 30.09. на 31.10., на 30.11.',
  ]);
  expect(movesOn('2021-10-01')).toEqual(['2021-09-30 2021-10-31 перенесён один раз: с 30.09. на 31.10.']);
  expect(() => movesOn('2021-09-09')).toThrow('no table postponed');
});
