import type { Assessment } from '../../domain/assessment/assessed.ts';
import { dateToSerial, type CalendarDate } from '../../domain/dates/dates.ts';
import { SEVERITY_TITLES, type Finding } from '../../domain/findings/finding.ts';
import { formatState } from '../../domain/assessment/states/format-state.ts';
import type { MeasureAssessment, Obligation } from '../../domain/assessment/obligation.ts';
import { STATE_TITLES, STATES } from '../../domain/assessment/states/state.ts';
import { tally } from '../../domain/assessment/tally.ts';
import { shorten } from '../../domain/text/shorten.ts';
import type { UnplacedReason } from '../../domain/assessment/match-executions.ts';
import type { AssessedPlanItem, PlanLeftOut } from '../../domain/assessment/school-plans/school-plans.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { Cell } from '../layout/layout.ts';
import type { RowCells } from '../table/table.ts';

/** What stands in «Проверка» where there is nothing to say: the row was looked at. */
export const NO_FINDINGS = 'Замечаний нет';

const REPEATED = 'повтор, не учтено';
const UNCOUNTED = 'не учитывается';

/** Keeps a cell readable; the rest is in «Контроль». */
const MAX_FINDINGS_IN_CELL = 4;

/** The server's cells of every row (the id aside), by worksheet and row id, as they should stand. */
export type ServerCells = (worksheet: StaffWorksheetKey, rowId: RowId) => RowCells;

export function planServerCells(assessment: Assessment): ServerCells {
  const findings = Map.groupBy(assessment.findings, ({ place }) => placeKey(place.worksheet, place.rowId));
  const measures = new Map(measureCells(assessment));
  const plans = new Map(assessment.schoolPlans.map((each) => [each.item.rowId, schoolPlanCells(each)]));
  const cellsOfExecution = executionCells(assessment);
  const specific = (worksheet: StaffWorksheetKey, rowId: RowId): RowCells | undefined => {
    if (worksheet === 'executions') return cellsOfExecution(rowId);
    if (worksheet === 'schoolPlans') return plans.get(rowId);
    return worksheet === 'regulation' ? measures.get(rowId) : undefined;
  };
  return (worksheet, rowId) => ({
    ...specific(worksheet, rowId),
    check: formatCheck(findings.get(placeKey(worksheet, rowId)) ?? []),
  });
}

function placeKey(worksheet: StaffWorksheetKey, rowId: RowId | null): string {
  return `${worksheet} ${rowId ?? ''}`;
}

function formatCheck(findings: readonly Finding[]): string {
  if (findings.length === 0) return NO_FINDINGS;
  const shown = findings
    .slice(0, MAX_FINDINGS_IN_CELL)
    .map(({ severity, message, advice }) => `${SEVERITY_TITLES[severity]}: ${message} ${advice}`);
  const rest = findings.length - shown.length;
  return [...shown, ...(rest > 0 ? [`…и ещё ${rest} на листе «Контроль».`] : [])].join('\n');
}

function serialOf(date: CalendarDate | null | undefined): Cell {
  return date ? dateToSerial(date) : null;
}

function measureCells({ measures, obligations }: Assessment): [RowId, RowCells][] {
  const byMeasure = Map.groupBy(obligations, ({ measure }) => measure);
  return measures.map((assessment) => {
    const { measure, explanation, occurrences, controlDate } = assessment;
    const cells: RowCells = {
      explanation: shorten(explanation),
      windowStart: serialOf(occurrences[0]?.start),
      windowEnd: serialOf(occurrences.at(-1)?.end),
      controlDate: serialOf(controlDate),
      state: formatMeasureState(byMeasure.get(measure.number) ?? []),
    };
    return [measure.rowId, cells];
  });
}

/** The one state that all share, or the counts of each: `выполнено 3, просрочено 2`. */
function formatMeasureState(obligations: readonly Obligation[]): string {
  const { byState } = tally(obligations);
  const present = STATES.filter((state) => byState[state] > 0);
  const only = present.length === 1 ? present[0] : undefined;
  if (only) return STATE_TITLES[only];
  return present.map((state) => `${STATE_TITLES[state]} ${byState[state]}`).join(', ');
}

/** Made when a row is asked about: of tens of thousands nobody needs them all at once. */
function executionCells({
  measures,
  obligations,
  records,
  repeats,
  unplaced,
}: Assessment): (rowId: RowId) => RowCells | undefined {
  const byNumber = new Map(measures.map((each) => [each.measure.number, each]));
  const titles = new Map(measures.map(({ measure }) => [measure.number, shorten(measure.title)]));
  const measureOf = new Map<RowId, string>();
  for (const { rowId, measure } of records.executions) measureOf.set(rowId, measure);
  const byRow = new Map<RowId, Obligation>();
  for (const each of obligations) if (each.execution) byRow.set(each.execution.rowId, each);
  const leftOut = new Map([
    ...repeats.map(({ execution }) => [execution.rowId, REPEATED] as const),
    ...unplaced.map(({ execution, reason }) => [execution.rowId, LEFT_OUT[reason]] as const),
  ]);
  return (rowId) => {
    const measure = measureOf.get(rowId);
    if (measure === undefined) return undefined;
    const out = leftOut.get(rowId);
    const cells =
      out === undefined ? obligationCells(byRow.get(rowId), byNumber.get(measure)) : { state: out };
    return { measureTitle: titles.get(measure) ?? null, controlDate: null, state: null, ...cells };
  };
}

function schoolPlanCells({ assessment, standing }: AssessedPlanItem): RowCells {
  const explanation = shorten(assessment.explanation);
  if (typeof standing === 'string') {
    return { state: LEFT_OUT[standing], controlDate: serialOf(assessment.controlDate), explanation };
  }
  return { ...obligationCells(standing, assessment), explanation };
}

const LEFT_OUT: Readonly<Record<UnplacedReason | PlanLeftOut, string>> = {
  label_none: 'срок не понят, не учтено',
  label_several: 'срок не понят, не учтено',
  label_unread: 'срок не понят, не учтено',
  before_period: 'до периода, не учтено',
  not_owed: 'вне списка, не учтено',
  not_counted: UNCOUNTED,
  repeated: REPEATED,
  other_period: 'другого периода',
};

function obligationCells(
  obligation: Obligation | undefined,
  assessment: MeasureAssessment | undefined,
): RowCells {
  if (!obligation) return { state: UNCOUNTED, controlDate: serialOf(assessment?.controlDate) };
  return {
    state: formatState(obligation),
    controlDate: serialOf(obligation.occurrence?.controlDate),
  };
}
