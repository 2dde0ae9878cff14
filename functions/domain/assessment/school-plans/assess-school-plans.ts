import {
  DEFAULT_CONTROL_SETTINGS,
  type School,
  type SchoolPlanItem,
  type WorkbookRecords,
} from '../../records/records.ts';
import { compareNames } from '../../text/code-units.ts';
import { comparableName } from '../../text/same-name.ts';
import type { RowId } from '../../records/worksheet-key.ts';
import { assessMeasure } from '../assess-measure.ts';
import type { DueOccurrence } from '../due-occurrence.ts';
import { assessObligation, type MeasureAssessment, type ObligationContext } from '../obligation.ts';
import { isPlanItemOfOtherPeriod } from '../of-other-period.ts';
import { owes } from '../school-membership.ts';
import { explainForPlan } from './explain-for-plan.ts';
import type { AssessedPlanItem, PlanLeftOut } from './school-plans.ts';

interface PlanContext extends ObligationContext {
  readonly records: Pick<WorkbookRecords, 'schoolPlans'>;
  /** Those that are counted. */
  readonly schools: readonly School[];
}

/** The rows of «Планы школ», in their order, with the states that their marks, terms and the day come to. */
export function assessSchoolPlans({
  records,
  schools,
  ...context
}: PlanContext): readonly AssessedPlanItem[] {
  const { calendar, settings } = context;
  const byName = new Map(schools.map((school) => [school.name, school]));
  const repeats = repeatsIn(records.schoolPlans.filter((item) => !isPlanItemOfOtherPeriod(item, settings)));
  const reading = { period: settings.period, calendar, settings: settings.deadlines };
  // The sheet has no columns in which a controller could accept the work.
  const read = readerOf(reading);
  const uncontrolled = { ...context, settings: { ...settings, control: DEFAULT_CONTROL_SETTINGS } };
  return records.schoolPlans.map((item): AssessedPlanItem => {
    const assessment = read(item);
    const school = byName.get(item.execution.school);
    const occurrence = assessment.occurrences.at(-1);
    const isRepeat = repeats.has(item.rowId);
    const leftOut = leftOutAs(item, { school, occurrence, isRepeat }, context);
    const standing =
      leftOut ??
      assessObligation(
        {
          assessment,
          school: item.execution.school,
          execution: item.execution,
          ...(occurrence && { occurrence }),
        },
        uncontrolled,
      );
    return { item, assessment, standing };
  });
}

/** The plans of many schools have the same few terms: each is read once. */
function readerOf(reading: Parameters<typeof assessMeasure>[2]): (item: SchoolPlanItem) => MeasureAssessment {
  const known = new Map<string, MeasureAssessment>();
  return ({ measure }) => {
    const phrase = measure.deadlinePhrase;
    const assessment = known.get(phrase) ?? asOneTerm(assessMeasure(measure, [], reading));
    known.set(phrase, assessment);
    return { ...assessment, measure };
  };
}

function asOneTerm(assessment: MeasureAssessment): MeasureAssessment {
  const resolution = explainForPlan(assessment.resolution);
  return { ...assessment, resolution, explanation: resolution.explanation };
}

interface Place {
  readonly school: School | undefined;
  readonly occurrence: DueOccurrence | undefined;
  readonly isRepeat: boolean;
}

function leftOutAs(
  item: SchoolPlanItem,
  { school, occurrence, isRepeat }: Place,
  { settings, today }: ObligationContext,
): PlanLeftOut | undefined {
  if (!school) return 'not_counted';
  if (isPlanItemOfOtherPeriod(item, settings)) return 'other_period';
  if (isRepeat) return 'repeated';
  return owes(school, occurrence, today) ? undefined : 'not_owed';
}

/** All but the one that was entered first of those that say the same; plans repeat themselves from year to year. */
function repeatsIn(items: readonly SchoolPlanItem[]): ReadonlySet<RowId> {
  const byEntry = items.toSorted((a, b) => compareNames(a.rowId, b.rowId));
  const groups = Map.groupBy(byEntry, ({ execution, measure, riskFactor }) =>
    [execution.school, measure.title, measure.deadlinePhrase, riskFactor].map(comparableName).join('\n'),
  );
  return new Set([...groups.values()].flatMap((those) => those.slice(1).map(({ rowId }) => rowId)));
}
