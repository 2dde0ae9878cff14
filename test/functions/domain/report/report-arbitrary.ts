import fc from 'fast-check';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { composeReport } from '../../../../functions/domain/report/compose-document.ts';
import type { ReportDocument } from '../../../../functions/domain/report/report-document.ts';
import type { SpanChoice } from '../../../../functions/domain/report/report-span.ts';
import { anyDay, anyRecords, TODAY } from './records-arbitrary.ts';

export const anySpan: fc.Arbitrary<SpanChoice> = fc.constantFrom<SpanChoice[]>(
  { kind: 'period' },
  { kind: 'quarter', year: 2021, quarter: 1 },
  { kind: 'month', year: 2021, month: 8 },
);

interface Asked {
  readonly asOf?: CalendarDate;
  readonly span?: SpanChoice;
}

export function compose(rows: WorkbookRecords, asked: Asked = {}): ReportDocument {
  const assessment = assessWorkbook(rows, TODAY);
  return composeReport({ form: 'full', number: 1, date: TODAY, revision: 1, assessment, ...asked });
}

/** A full report as of any day, for the period, a quarter or a month. */
export const anyReport = fc
  .record({ rows: anyRecords, asOf: anyDay, span: anySpan })
  .map(({ rows, ...asked }) => compose(rows, asked));
