import '../../../support/property-seed.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import {
  composeReport,
  type WorkbookReportForm,
} from '../../../../functions/domain/report/compose-document.ts';
import { aggregatesOf } from '../../../../functions/domain/report/report-aggregates.ts';
import { prepareBasis } from '../../../../functions/domain/report/report-basis.ts';
import type { ReportDocument } from '../../../../functions/domain/report/report-document.ts';
import type { SpanChoice } from '../../../../functions/domain/report/report-span.ts';
import type { WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { anyDay, anyRecords, TODAY } from './records-arbitrary.ts';
import { anySpan } from './report-arbitrary.ts';
import { cellOf, figureOf, tableOf, tablesOf } from './tables.ts';
import { runs } from '../../../support/long.ts';

const RUNS = runs(60);

interface Asked {
  readonly asOf?: Parameters<typeof prepareBasis>[0]['asOf'];
  readonly span?: SpanChoice;
  readonly school?: string;
}

function compose(rows: WorkbookRecords, form: WorkbookReportForm, asked: Asked = {}): ReportDocument {
  const assessment = assessWorkbook(rows, TODAY);
  return composeReport({ form, number: 1, date: TODAY, revision: 1, assessment, ...asked });
}

function textsOf({ parts }: ReportDocument): string {
  return parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])))
    .join('\n');
}

/** School and measure of each row, as «Контроль» would name them. */
function namesOf(report: ReportDocument): readonly string[] {
  const table = tableOf(report, 'overdue');
  return table.rows.map((row) => `${cellOf(table, row, 'school')} ${cellOf(table, row, 'measure')}`);
}

describe('the forms of one workbook on one day', () => {
  test('list the same as overdue, whenever it fell due and whichever days are reported on', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, anySpan, (rows, asOf, span) => {
        const whole = namesOf(compose(rows, 'overdue', { asOf }));
        expect(namesOf(compose(rows, 'overdue', { asOf, span }))).toEqual(whole);
        expect(namesOf(compose(rows, 'full', { asOf, span }))).toEqual(whole);
      }),
      RUNS,
    );
  });

  test('never say that nothing is overdue while «Контроль» counts some', () => {
    fc.assert(
      fc.property(anyRecords, anySpan, (rows, span) => {
        const { findings } = assessWorkbook(rows, TODAY);
        const ofRows = findings.filter(({ code }) => code === 'overdue');
        const isLate = findings.some(({ severity }) => severity === 'overdue');
        const report = compose(rows, 'overdue', { span });
        expect(textsOf(report).includes('Просроченного нет')).toBe(!isLate);
        const own = tablesOf(report)
          .filter(({ key }) => key === 'overdue' || key === 'overdue_plans')
          .flatMap((table) => table.rows.flatMap(({ source }) => source ?? []))
          .filter(({ worksheet }) => worksheet !== 'regulation');
        expect(own).toHaveLength(ofRows.length);
        expect(new Set(own.map(({ rowId }) => rowId))).toEqual(
          new Set(ofRows.map(({ place }) => place.rowId)),
        );
      }),
      RUNS,
    );
  });

  test('have the same total on the brief, in the summary and in what the region adds up', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, asOf) => {
        const states = tableOf(compose(rows, 'full', { asOf }), 'states');
        const brief = tableOf(compose(rows, 'brief', { asOf }), 'measures');
        const [total, short] = [states, brief].map(({ rows: all }) =>
          all.find(({ level }) => level === 'total'),
        );
        const { measures } = aggregatesOf(prepareBasis({ assessment: assessWorkbook(rows, TODAY), asOf }));
        if (!total || !short) throw new Error('both have a total');
        for (const key of ['total', 'due', 'dueDone'] as const) {
          const figure = figureOf(states, total, key);
          expect([key, measures.reduce((sum, each) => sum + each[key], 0)]).toEqual([key, figure]);
        }
        for (const key of ['total', 'done_late', 'overdue']) {
          expect([key, figureOf(brief, short, key)]).toEqual([key, figureOf(states, total, key)]);
        }
        const accepted = Number(cellOf(states, total, 'off_control'));
        expect(figureOf(brief, short, 'done')).toBe(figureOf(states, total, 'done') + accepted);
      }),
      RUNS,
    );
  });

  test('add up from the cards of the schools to the matrix', () => {
    fc.assert(
      fc.property(anyRecords, anyDay, (rows, asOf) => {
        const matrix = tableOf(compose(rows, 'full', { asOf }), 'matrix');
        for (const row of matrix.rows.filter(({ level }) => level === 'row')) {
          const school = String(cellOf(matrix, row, 'school'));
          const card = tableOf(compose(rows, 'school_card', { asOf, school }), 'card');
          const states = card.rows.map((each) => cellOf(card, each, 'state'));
          expect([school, states.length, states.filter((state) => state === 'overdue').length]).toEqual([
            school,
            figureOf(matrix, row, 'total'),
            figureOf(matrix, row, 'overdue'),
          ]);
        }
      }),
      runs(25),
    );
  });
});
