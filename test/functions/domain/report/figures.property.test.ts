import '../../../support/property-seed.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Evidence } from '../../../../functions/domain/records/evidence.ts';
import { STATES } from '../../../../functions/domain/assessment/states/state.ts';
import type { Execution, School, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import type { ReportDocument, ReportTable } from '../../../../functions/domain/report/report-document.ts';
import { anyDay, anyRecords } from './records-arbitrary.ts';
import { anyReport, compose } from './report-arbitrary.ts';
import { cellOf, figureOf, tableOf, tablesOf } from './tables.ts';
import { runs } from '../../../support/long.ts';

const RUNS = runs(50);

function totalOf(table: ReportTable) {
  return table.rows.find(({ level }) => level === 'total');
}

describe('in every report', () => {
  test('the states partition the executions, in every row and between the tables', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const states = tableOf(report, 'states');
        for (const table of [states, tableOf(report, 'months')]) {
          for (const row of table.rows.filter(({ level }) => level !== 'group')) {
            expect(sum(statesIn(table).map((state) => figureOf(table, row, state)))).toBe(
              figureOf(table, row, 'total'),
            );
          }
        }
        const total = totalOf(states);
        for (const key of ['total', 'due', 'dueDone', ...statesIn(states)]) {
          const all = total ? figureOf(states, total, key) : 0;
          expect(sumOf(states, 'row', key)).toBe(all);
          expect(sumOf(states, 'subtotal', key)).toBe(all);
          if (key.startsWith('due')) continue;
          expect(sumOf(tableOf(report, 'months'), 'row', key)).toBe(all);
          expect(countDetails(report, key)).toBe(all);
        }
      }),
      RUNS,
    );
  });

  test('the schools’ figures are those of all without the municipality’s own', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const matrix = tableOf(report, 'matrix');
        const details = tableOf(report, 'details');
        const ofSchools = details.rows.filter((row) => cellOf(details, row, 'school') !== 'муниципалитет');
        const total = totalOf(matrix);
        expect(sumOf(matrix, 'row', 'total')).toBe(ofSchools.length);
        for (const key of ['total', 'done', 'overdue', 'due']) {
          expect(sumOf(matrix, 'row', key)).toBe(total ? figureOf(matrix, total, key) : 0);
        }
      }),
      RUNS,
    );
  });

  test('a percentage is of what has fallen due, to one decimal place', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const states = tableOf(report, 'states');
        for (const row of states.rows.filter(({ level }) => level !== 'group')) {
          const [due, dueDone] = [figureOf(states, row, 'due'), figureOf(states, row, 'dueDone')];
          expect(dueDone).toBeLessThanOrEqual(due);
          const percent = cellOf(states, row, 'percent');
          expect(percent).toBe(due === 0 ? null : Number(((dueDone * 100) / due + 1e-9).toFixed(1)));
        }
      }),
      RUNS,
    );
  });

  test('every table fills the page, and every row its columns', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { key, columns, rows } of tablesOf(report)) {
          expect([key, sum(columns.map(({ width }) => width))]).toEqual([key, 267]);
          for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
        }
      }),
      runs(20),
    );
  });
});

describe('a report', () => {
  test('does not hang on the order of rows and schools', () => {
    const shuffled = anyRecords.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        shuffle(rows.schools),
        shuffle(rows.executions),
        shuffle(rows.journal),
        shuffle(rows.acts),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyDay, ([rows, schools, executions, journal, acts], asOf) => {
        const others = { ...rows, schools, executions, journal, acts, measures: rows.measures.toReversed() };
        expect(compose(others, { asOf })).toEqual(compose(rows, { asOf }));
      }),
      RUNS,
    );
  });

  test('as of a day uses nothing later than that day', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, asOf) => {
        const [one, other] = [rows, rewriteLater(rows, asOf)].map((each) =>
          figuresOf(compose(each, { asOf })),
        );
        expect(other).toEqual(one);
      }),
      RUNS,
    );
  });
});

/** That have a column. */
function statesIn({ columns }: ReportTable): readonly string[] {
  return columns.map(({ key }) => key).filter((key) => STATES.some((state) => state === key));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function sumOf(table: ReportTable, level: 'row' | 'subtotal', key: string): number {
  return sum(table.rows.filter((row) => row.level === level).map((row) => figureOf(table, row, key)));
}

function countDetails(report: ReportDocument, key: string): number {
  const details = tableOf(report, 'details');
  return key === 'total'
    ? details.rows.length
    : details.rows.filter((row) => cellOf(details, row, 'state') === key).length;
}

function shuffle<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** All but the notes, which tell how much of later days was left out. */
function figuresOf({ parts }: ReportDocument) {
  return parts.filter(({ key }) => key !== 'notes');
}

/** Whatever is dated after the day is moved still later, said otherwise, or was never entered. */
function rewriteLater(rows: WorkbookRecords, asOf: CalendarDate): WorkbookRecords {
  const isLater = (date: CalendarDate | undefined): boolean => date !== undefined && date > asOf;
  const evidenceLater = (evidence: Evidence): Evidence =>
    isLater(evidence.date) ? { ...evidence, date: addDays(asOf, 900), number: '8' } : evidence;
  const takenOffLater = ({ control, ...rest }: Execution): Execution => {
    if (!control) return rest;
    const { takenOffOn, ...standing } = control;
    return { ...rest, control: isLater(takenOffOn) ? standing : control };
  };
  const executionLater = (execution: Execution): Execution => {
    const { doneOn, ...rest } = takenOffLater(execution);
    const evidence = evidenceLater(rest.evidence);
    if (!isLater(doneOn)) return { ...rest, ...(doneOn && { doneOn }), evidence };
    if (rest.mark !== 'выполнено') return { ...rest, evidence };
    // What nobody has handed in nobody has returned.
    const { returned: _, ...control } = rest.control ?? {};
    return { ...rest, mark: 'не начато', evidence: {}, control };
  };
  const schoolLater = (school: School): School =>
    isLater(school.bank?.updatedOn)
      ? {
          ...school,
          bank: { ...school.bank, updatedOn: addDays(asOf, 900), studentsTotal: 1000, ogeFail: 1 },
        }
      : school;
  return {
    ...rows,
    executions: rows.executions.map(executionLater),
    schools: rows.schools.map(schoolLater),
    acts: rows.acts.filter(({ date }) => !isLater(date)),
    journal: rows.journal.map((entry) =>
      isLater(entry.date)
        ? { ...entry, school: 'ОО № 1', topic: 'иная' }
        : { ...entry, evidence: evidenceLater(entry.evidence) },
    ),
  };
}
