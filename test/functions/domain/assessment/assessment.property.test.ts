import '../../../support/property-seed.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment } from '../../../../functions/domain/assessment/assessed.ts';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { Obligation } from '../../../../functions/domain/assessment/obligation.ts';
import { isDone } from '../../../../functions/domain/assessment/states/state.ts';
import { tally } from '../../../../functions/domain/assessment/tally.ts';
import { addDays } from '../../../../functions/domain/dates/dates.ts';
import { isProof } from '../../../../functions/domain/records/evidence.ts';
import type { Execution, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { anyDay, anyRecords } from '../report/records-arbitrary.ts';
import { runs } from '../../../support/long.ts';

const RUNS = runs(150);

const placeOf = ({ measure, school, occurrence }: Obligation): string =>
  [measure, school, occurrence?.postponedFrom ?? occurrence?.controlDate].join('\n');

const rowIds = (rows: readonly { readonly execution: Execution }[]): readonly string[] =>
  rows.map(({ execution }) => execution.rowId);

/** Rows of schools and measures that count. */
function countedRows({ records, schools, measures }: Assessment): readonly Execution[] {
  const scopes = new Map(measures.map(({ measure }) => [measure.number, measure.scope]));
  const names = new Set<string | null>(schools.map(({ name }) => name));
  return records.executions.filter(({ measure, school }) => {
    const scope = scopes.get(measure);
    return scope !== undefined && (scope === 'municipality' || names.has(school));
  });
}

function holdersOf({ obligations }: Assessment): ReadonlyMap<string, Execution> {
  return new Map(
    obligations.flatMap((each) => (each.execution ? [[placeOf(each), each.execution] as const] : [])),
  );
}

describe('of every workbook on every day', () => {
  test('each row answers one obligation, or repeats another, or stands for nothing: once', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, today) => {
        const assessment = assessWorkbook(rows, today);
        const answering = assessment.obligations.flatMap(({ execution }) => execution?.rowId ?? []);
        const all = [...answering, ...rowIds(assessment.repeats), ...rowIds(assessment.unplaced)];
        expect(all.toSorted()).toEqual(
          countedRows(assessment)
            .map(({ rowId }) => rowId)
            .toSorted(),
        );
      }),
      RUNS,
    );
  });

  test('rows without a label change nothing of what rows with one answer', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, today) => {
        const labelled = rows.executions.filter(({ occurrence }) => occurrence !== '');
        const alone = assessWorkbook({ ...rows, executions: labelled }, today);
        const together = holdersOf(assessWorkbook(rows, today));
        for (const { measure, occurrences } of alone.measures) {
          // Without dates, or where a word leaves nothing to choose, a label binds to nothing.
          if (occurrences.length < 2) continue;
          for (const each of alone.obligations.filter((own) => own.measure === measure.number)) {
            if (each.execution) expect(together.get(placeOf(each))).toBe(each.execution);
          }
        }
      }),
      RUNS,
    );
  });

  test('a row that names a quarter answers that quarter or repeats a row that names it', () => {
    const quarters = ['I', 'II', 'III', 'IV'] as const;
    const named = fc.record({
      quarter: fc.integer({ min: 1, max: 4 }),
      shape: fc.constantFrom(
        (n: number) => `${quarters[n - 1]} квартал`,
        (n: number) => `${n} кв. 2021`,
        (n: number) => `за ${n}-й квартал 2021 года`,
      ),
    });
    fc.assert(
      fc.property(anyRecords, anyDay, fc.array(named, { maxLength: 6 }), (rows, today, labels) => {
        const labelled = labels.map(({ quarter, shape }, index): Execution => ({
          rowId: `n${quarter}.${index}`,
          school: 'ОО № 1',
          measure: '4.2',
          occurrence: shape(quarter),
          mark: 'в работе',
          evidence: {},
        }));
        const book = quarterly(rows, labelled);
        const assessment = assessWorkbook(book, today);
        const counted = new Map(
          assessment.obligations.flatMap(({ execution, occurrence }) =>
            execution ? [[execution.rowId, occurrence?.label] as const] : [],
          ),
        );
        const of = new Map(assessment.repeats.map((each) => [each.execution.rowId, each.of.rowId]));
        for (const { rowId } of labelled) {
          const quarter = quarters[Number(rowId.charAt(1)) - 1];
          const holder = of.get(rowId) ?? rowId;
          expect([rowId, counted.get(holder)]).toEqual([rowId, `${quarter} квартал 2021`]);
        }
      }),
      RUNS,
    );
  });

  test('what was done after its last day is done late, and nothing else is', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, today) => {
        for (const { state, occurrence, execution, lateDays, isDue } of assessWorkbook(rows, today)
          .obligations) {
          const day = execution?.doneOn ?? execution?.evidence.date;
          const { takenOffOn, returned } = execution?.control ?? {};
          const isAccepted = (takenOffOn ?? addDays(today, 1)) <= today;
          const waits = !isAccepted && (returned !== undefined || rows.settings.control.needsAcceptance);
          const isProved =
            !waits &&
            execution?.mark === 'выполнено' &&
            isProof(execution.evidence) &&
            (execution.evidence.date ?? today) <= today &&
            (day ?? today) <= today;
          const isLate = occurrence !== undefined && day !== undefined && day > occurrence.overdueAfter;
          expect([state === (isAccepted ? 'off_control' : 'done'), state === 'done_late']).toEqual([
            isProved && !isLate,
            isProved && isLate,
          ]);
          if (lateDays > 0) expect(['done_late', 'awaiting_acceptance']).toContain(state);
          if (state === 'done_late') expect(lateDays).toBeGreaterThan(0);
          if (state === 'done_late') expect(isDue).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('the states add up, and the percentage is of what is done in time and late', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, today) => {
        const { obligations } = assessWorkbook(rows, today);
        const { total, byState, due, dueDone } = tally(obligations);
        expect(Object.values(byState).reduce((sum, count) => sum + count, 0)).toBe(total);
        const early = obligations.filter(({ state, isDue }) => isDone(state) && !isDue).length;
        expect(dueDone).toBe(byState.done + byState.off_control + byState.done_late - early);
        expect(due).toBe(obligations.filter(({ isDue }) => isDue).length);
      }),
      RUNS,
    );
  });

  test('nobody owes what ended before they joined, or what falls due after they left', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, today) => {
        const { obligations, schools } = assessWorkbook(rows, today);
        const banks = new Map(schools.map(({ name, bank }) => [name, bank]));
        for (const { school, occurrence } of obligations) {
          const { includedOn, exitDate } = banks.get(school ?? '') ?? {};
          if (includedOn)
            expect(includedOn <= today && (!occurrence || occurrence.end >= includedOn)).toBe(true);
          const due = occurrence?.postponedFrom ?? occurrence?.controlDate;
          if (exitDate && exitDate <= today) expect(due !== undefined && due <= exitDate).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

/** One counted school that owes each quarter of 2021. */
function quarterly(rows: WorkbookRecords, labelled: readonly Execution[]): WorkbookRecords {
  return {
    ...rows,
    settings: { ...rows.settings, period: { start: '2021-01-01', end: '2021-12-31' } },
    schools: [{ rowId: 's1', name: 'ОО № 1', status: 'ШНОР' }],
    measures: rows.measures.map((measure) =>
      measure.number === '4.2' ? { ...measure, deadlinePhrase: 'Ежеквартально' } : measure,
    ),
    executions: [...rows.executions, ...labelled],
  };
}
