import type { Assessed, Assessment } from './assessed.ts';
import { assessMeasure } from './assess-measure.ts';
import { attribute } from './findings/attribute.ts';
import { collectFindings } from './findings/collect-findings.ts';
import { compareNames } from '../text/code-units.ts';
import { comparableName } from '../text/same-name.ts';
import type { CalendarDate } from '../dates/dates.ts';
import { sortFindings } from '../findings/finding.ts';
import { isActOfOtherPeriod, isOfOtherPeriod } from './of-other-period.ts';
import { matchExecutions, type ExecutionMatch } from './match-executions.ts';
import { assessSchoolPlans } from './school-plans/assess-school-plans.ts';
import { hasJoined, isCounted, owes } from './school-membership.ts';
import {
  assessObligation,
  type MeasureAssessment,
  type Obligation,
  type ObligationContext,
} from './obligation.ts';
import type { Execution, School, WorkbookRecords } from '../records/records.ts';
import { shortenFinding } from '../text/shorten.ts';
import { createWorkingCalendar } from '../working-calendar/index.ts';
import type { RowId } from '../records/worksheet-key.ts';

/** Everything that can be said of the records on the day `today`. */
export function assessWorkbook(records: WorkbookRecords, today: CalendarDate): Assessment {
  const { settings } = records;
  const calendar = createWorkingCalendar(records.dayOverrides);
  const context = {
    period: settings.period,
    calendar,
    settings: settings.deadlines,
  };
  // A doubled row has its finding; counted twice it would make every figure wrong.
  const acts = records.acts.filter((act) => !isActOfOtherPeriod(act, settings));
  const measures = firstOfEach(records.measures, ({ number }) => number).map((measure) =>
    assessMeasure(measure, acts, context),
  );
  const listed = firstOfEach(records.schools, ({ name }) => name).filter(
    (school) => isCounted(school, settings) && hasJoined(school, today),
  );
  const answers = assessObligations({ records, measures, schools: listed }, { today, calendar, settings });
  const counted = withoutIdleLeavers(listed, answers);
  const schoolPlans = assessSchoolPlans({ records, schools: counted.schools, today, calendar, settings });
  const assessed = { today, records, measures, schoolPlans, ...counted };
  const findings = [...records.findings, ...collectFindings(assessed)].map(shortenFinding);
  return { ...assessed, findings: attribute(sortFindings(findings), records) };
}

/** A school that left before anything fell due is in no figure, and its rows are its own affair. */
function withoutIdleLeavers(
  listed: readonly School[],
  answers: Answers,
): Answers & Pick<Assessed, 'schools'> {
  const left = new Set<string | null>(
    listed.flatMap(({ status, name }) => (status === 'вышла' ? [name] : [])),
  );
  if (left.size === 0) return { schools: listed, ...answers };
  for (const { school } of answers.obligations) left.delete(school);
  return {
    schools: listed.filter(({ name }) => !left.has(name)),
    obligations: answers.obligations,
    repeats: answers.repeats.filter(({ execution }) => !left.has(execution.school)),
    unplaced: answers.unplaced.filter(({ execution }) => !left.has(execution.school)),
  };
}

/**
 * Of rows that bear the same name (`comparableName`) the one that was entered first (row ids count up), wherever the sheet is sorted
 * to: a sorted sheet gives the same figures.
 */
function firstOfEach<Item extends { readonly rowId: RowId }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] {
  const first = new Map<string, Item>();
  for (const item of items) {
    const name = comparableName(nameOf(item));
    const before = first.get(name);
    if (!before || compareNames(item.rowId, before.rowId) < 0) first.set(name, item);
  }
  return [...first.values()];
}

interface ObligationScope {
  readonly records: WorkbookRecords;
  readonly measures: readonly MeasureAssessment[];
  readonly schools: readonly School[];
}

interface Answers {
  readonly obligations: Obligation[];
  readonly repeats: ExecutionMatch['repeats'][number][];
  readonly unplaced: ExecutionMatch['unplaced'][number][];
}

function assessObligations(
  { records, measures, schools }: ObligationScope,
  context: ObligationContext,
): Answers {
  const municipal = new Set(
    measures.filter(({ measure }) => measure.scope === 'municipality').map(({ measure }) => measure.number),
  );
  const executions = Map.groupBy(records.executions, ({ measure, school }) =>
    obligationKey(measure, municipal.has(measure) ? null : school),
  );
  // Tens of thousands: each is put where it belongs at once.
  const answers: Answers = { obligations: [], repeats: [], unplaced: [] };
  for (const assessment of measures) {
    for (const school of assessment.measure.scope === 'municipality' ? [null] : schools) {
      const rows = executions.get(obligationKey(assessment.measure.number, school?.name ?? null)) ?? [];
      answer({ assessment, school, rows: inOrderOfEntry(rows), context }, answers);
    }
  }
  return answers;
}

/** Row ids count up: of rows that are alike the first entered counts, wherever the sheet is sorted to. */
function inOrderOfEntry(rows: readonly Execution[]): readonly Execution[] {
  return rows.length < 2 ? rows : rows.toSorted((a, b) => compareNames(a.rowId, b.rowId));
}

interface Place {
  readonly assessment: MeasureAssessment;
  /** Null: the municipality as a whole. */
  readonly school: School | null;
  readonly rows: readonly Execution[];
  readonly context: ObligationContext;
}

/** What one school owes of one measure, and which rows answer for it. */
function answer({ assessment, school, rows, context }: Place, answers: Answers): void {
  const { occurrences } = assessment;
  const { today } = context;
  const { period } = context.settings;
  const isOwed = (at: number): boolean => school === null || owes(school, occurrences[at], today);
  const [others, own] = parted(rows, (row) => isOfOtherPeriod(row, context.settings));
  const match = matchExecutions(own, { assessment, period, isOwed });
  answers.unplaced.push(...others.map((execution) => ({ execution, reason: 'other_period' as const })));
  answers.repeats.push(...match.repeats);
  answers.unplaced.push(...match.unplaced);
  for (let at = 0; at < Math.max(1, occurrences.length); at += 1) {
    if (!isOwed(at)) continue;
    const [occurrence, execution] = [occurrences[at], match.byOccurrence.get(at)];
    const place = {
      assessment,
      school: school?.name ?? null,
      ...(occurrence && { occurrence }),
      ...(execution && { execution }),
    };
    answers.obligations.push(assessObligation(place, context));
  }
}

function parted<Item>(
  items: readonly Item[],
  isOne: (item: Item) => boolean,
): [readonly Item[], readonly Item[]] {
  const { one = [], rest = [] } = Object.groupBy(items, (item) => (isOne(item) ? 'one' : 'rest'));
  return [one, rest];
}

function obligationKey(measure: string, school: string | null): string {
  return `${measure}\n${school ?? ''}`;
}
