import { assessWorkbook } from '../assessment/assessment.ts';
import type { Assessment } from '../assessment/assessed.ts';
import { ofThisPeriod } from '../assessment/of-other-period.ts';
import type { CalendarDate } from '../dates/dates.ts';
import type { MeasureAssessment, Obligation } from '../assessment/obligation.ts';
import type { JournalEntry, School, WorkbookRecords } from '../records/records.ts';
import { isCountedItem, type CountedPlanItem } from '../assessment/school-plans/school-plans.ts';
import { recordsAsOf, type AsOfGaps } from './as-of.ts';
import { compareNames } from '../text/code-units.ts';
import { groupByName } from '../text/same-name.ts';
import { orderObligations, orderPlanItems } from './order-obligations.ts';
import { figureState } from './tables/figure-states.ts';
import { ReportInFutureError, ReportPeriodError } from './report-errors.ts';
import { settingsOver } from './report-period.ts';
import { resolveSpan, type ReportSpan, type SpanChoice } from './report-span.ts';

/** All that the parts of one report are made of; every figure counts these same obligations. */
export interface ReportBasis {
  readonly asOf: CalendarDate;
  readonly span: ReportSpan;
  /** As of the day, in an order that does not hang on the order of the sheet. */
  readonly assessment: Assessment;
  /** By number; of one section they stand together. */
  readonly sections: readonly { readonly title: string; readonly measures: readonly MeasureAssessment[] }[];
  readonly measures: readonly MeasureAssessment[];
  /** By name. */
  readonly schools: readonly School[];
  /** Those of the span, ordered by section, measure, state and school: the rows of «Расшифровка». */
  readonly obligations: readonly Obligation[];
  /** Of the same measures and schools, left out: their control date is outside the span, or they have none. */
  readonly outside: readonly Obligation[];
  /** Not done though its day has passed, whenever that was: «Контроль» counts the same ones. */
  readonly overdue: readonly Obligation[];
  /** Those of the span, by school and by how much they need somebody: the rows of their own «Расшифровка». */
  readonly schoolPlans: readonly CountedPlanItem[];
  /** Of the span, by day. */
  readonly journal: readonly JournalEntry[];
  readonly journalOutside: number;
  readonly gaps: AsOfGaps;
}

export interface BasisRequest {
  readonly assessment: Assessment;
  readonly asOf?: CalendarDate | undefined;
  readonly span?: SpanChoice | undefined;
}

/** Throws `ReportInFutureError`, `ReportPeriodError`, `ReportSpanError`. */
export function prepareBasis({ assessment: current, ...asked }: BasisRequest): ReportBasis {
  const { today } = current;
  const asOf = asked.asOf ?? today;
  if (asOf > today) throw new ReportInFutureError(asOf, today);
  refuseUnclearPeriod(current.records);
  const choice: SpanChoice = asked.span ?? { kind: 'period' };
  const settings = settingsOver(current.records.settings, { span: choice, asOf });
  const span = resolveSpan(choice, settings.period);
  const { records, gaps } = recordsAsOf(inOrder(ofThisPeriod({ ...current.records, settings })), {
    asOf,
    today,
  });
  const assessment = onPaper(assessWorkbook(records, asOf));
  const sections = sectionsOf(assessment.measures);
  const measures = sections.flatMap((section) => section.measures);
  const inSpan = (date: CalendarDate): boolean => span.start <= date && date <= span.end;
  const isInSpan = ({ occurrence }: Obligation): boolean =>
    span.isWhole || (occurrence !== undefined && inSpan(occurrence.controlDate));
  const journal = records.journal.filter(({ date }) => inSpan(date));
  return {
    asOf,
    span,
    assessment,
    sections,
    measures,
    schools: assessment.schools,
    obligations: orderObligations(assessment.obligations.filter(isInSpan), {
      measures,
      schools: assessment.schools,
    }),
    outside: assessment.obligations.filter((obligation) => !isInSpan(obligation)),
    schoolPlans: orderPlanItems(
      assessment.schoolPlans.filter(isCountedItem).filter(({ standing }) => isInSpan(standing)),
      assessment.schools,
    ),
    overdue: assessment.obligations.filter(({ state }) => state === 'overdue'),
    journal,
    journalOutside: records.journal.length - journal.length,
    gaps,
  };
}

function onPaper(assessment: Assessment): Assessment {
  const { obligations, schoolPlans } = assessment;
  const shown = (each: Obligation): Obligation => ({ ...each, state: figureState(each.state) });
  return {
    ...assessment,
    obligations: obligations.map(shown),
    schoolPlans: schoolPlans.map((each) =>
      isCountedItem(each) ? { ...each, standing: shown(each.standing) } : each,
    ),
  };
}

const PERIOD_PROBLEMS = new Set(['period_reversed', 'period_incomplete']);

/** A period that was assumed gives control dates of the wrong year: no figure can be true. */
function refuseUnclearPeriod({ findings, settings: { period } }: WorkbookRecords): void {
  const problem = findings.find(({ code }) => PERIOD_PROBLEMS.has(code));
  if (problem) throw new ReportPeriodError(problem.message);
  if (!period.start || !period.end || period.start > period.end) {
    throw new ReportPeriodError('Период отчёта не задан или заканчивается раньше, чем начинается.');
  }
}

/**
 * Rows numbered by first sight, whatever the sheet is sorted by: of rows that repeat one another the one that was
 * entered first counts, and a sorted sheet gives the same report.
 */
function inOrder(records: WorkbookRecords): WorkbookRecords {
  const byRow = (a: { rowId: string }, b: { rowId: string }): number => compareNames(a.rowId, b.rowId);
  return {
    ...records,
    schools: records.schools.toSorted((a, b) => compareNames(a.name, b.name) || byRow(a, b)),
    measures: records.measures.toSorted((a, b) => compareNames(a.number, b.number) || byRow(a, b)),
    executions: records.executions.toSorted(byRow),
    schoolPlans: records.schoolPlans.toSorted(byRow),
    acts: records.acts.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byRow(a, b))),
    journal: records.journal.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byRow(a, b))),
  };
}

function sectionsOf(measures: readonly MeasureAssessment[]): ReportBasis['sections'] {
  return groupByName(measures, ({ measure }) => measure.section).map(([title, those]) => ({
    title: title || 'Раздел не указан',
    measures: those,
  }));
}
