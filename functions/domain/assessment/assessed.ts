import type { CalendarDate } from '../dates/dates.ts';
import type { Finding } from '../findings/finding.ts';
import type { School, WorkbookRecords } from '../records/records.ts';
import type { ExecutionMatch } from './match-executions.ts';
import type { MeasureAssessment, Obligation } from './obligation.ts';
import type { AssessedPlanItem } from './school-plans/school-plans.ts';

/** The whole workbook as of one day: what each deadline means, what is done, what is wrong. */
export interface Assessment {
  readonly today: CalendarDate;
  readonly records: WorkbookRecords;
  /** Schools whose status counts, in the order of the sheet. */
  readonly schools: readonly School[];
  readonly measures: readonly MeasureAssessment[];
  readonly obligations: readonly Obligation[];
  readonly repeats: ExecutionMatch['repeats'];
  /** Rows that stand for no occurrence of their measure: in no figure, each with a finding. */
  readonly unplaced: ExecutionMatch['unplaced'];
  /** The rows of «Планы школ»: none is among the obligations, which are the regulation's. */
  readonly schoolPlans: readonly AssessedPlanItem[];
  /** Worst first. */
  readonly findings: readonly Finding[];
}

export type Assessed = Omit<Assessment, 'findings'>;
