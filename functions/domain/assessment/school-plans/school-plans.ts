import type { School, SchoolPlanItem } from '../../records/records.ts';
import type { MeasureAssessment, Obligation } from '../obligation.ts';

/**
 * Why a row of a school's plan is in no figure: its school is not counted; it owes nothing of that time; another row says
 * the same; or it stands for another period of the workbook.
 */
export type PlanLeftOut = 'not_counted' | 'not_owed' | 'repeated' | 'other_period';

/** A row of a school's plan as of one day: a measure with one term, assessed as those of the regulation are. */
export interface AssessedPlanItem {
  readonly item: SchoolPlanItem;
  readonly assessment: MeasureAssessment;
  readonly standing: Obligation | PlanLeftOut;
}

export interface CountedPlanItem extends AssessedPlanItem {
  readonly standing: Obligation;
}

export function isCountedItem(each: AssessedPlanItem): each is CountedPlanItem {
  return typeof each.standing !== 'string';
}

/**
 * Whether a school has handed its plan in: rows of it stand in «Планы школ», or «Школы» names its day or number.
 * `items`: of all schools.
 */
export function planKeeper(items: readonly AssessedPlanItem[]): (school: School) => boolean {
  const withRows = new Set(items.filter(isCountedItem).map(({ item }) => item.execution.school));
  return ({ name, bank }) =>
    withRows.has(name) || bank?.planDate !== undefined || bank?.planNumber !== undefined;
}
