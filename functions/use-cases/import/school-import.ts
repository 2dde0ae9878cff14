import { maybeRiskFactor } from '../../domain/assessment/school-plans/risk-factors.ts';
import type { Cells } from '../../domain/sync/row.ts';
import type { PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import type { UntakenCell } from '../../workbook/foreign-plan/table/untaken.ts';
import { NO_ID, type Addition } from '../append/plan-appends.ts';

/** What «Планы школ» has columns for and «Регламент» has not. */
export interface SchoolCells {
  readonly riskFactor: string;
  readonly indicator: string;
  /** What of the item has no column: its own number, a section that names no risk. */
  readonly note: string;
}

/** Headers of a roadmap's further columns. */
const FURTHER = {
  riskFactor: /(?<!\p{L})риск/iu,
  indicator: /показател|индикатор|результат/iu,
} as const;

type Further = keyof typeof FURTHER;

/** The cells of the file that «Планы школ» takes besides, by the place of their row; and those that are left. */
export function takeFurther(untaken: readonly UntakenCell[]): {
  readonly cellsOf: (item: PlanItem) => SchoolCells;
  readonly left: readonly UntakenCell[];
} {
  const taken = new Map<string, Partial<Record<Further, string>>>();
  const left = untaken.filter(({ why, column, place, text }) => {
    const keys = Object.keys(FURTHER) as Further[];
    const key = why === 'column' ? keys.find((each) => FURTHER[each].test(column)) : undefined;
    const before = taken.get(place) ?? {};
    if (key === undefined || before[key] !== undefined) return true;
    taken.set(place, { ...before, [key]: text });
    return false;
  });
  return { left, cellsOf: (item) => schoolCells(item, taken.get(item.place ?? '') ?? {}) };
}

function schoolCells(
  { number, section }: PlanItem,
  { riskFactor, indicator = '' }: Partial<Record<Further, string>>,
): SchoolCells {
  const isRisk = riskFactor === undefined && maybeRiskFactor(section);
  const note = [
    ...(number === '' ? [] : [`п. ${number}`]),
    ...(section === '' || isRisk ? [] : [`раздел «${section}»`]),
  ];
  return { riskFactor: riskFactor ?? (isRisk ? section : ''), indicator, note: note.join('; ') };
}

type SchoolItem = Pick<PlanItem, 'title' | 'deadlinePhrase' | 'responsible'> & SchoolCells;

/** The item as a row of «Планы школ». */
export function toSchoolAddition(school: string, item: SchoolItem): Addition {
  const cells: Cells = {
    school,
    title: item.title,
    riskFactor: item.riskFactor || null,
    deadline: item.deadlinePhrase || null,
    responsible: item.responsible || null,
    indicator: item.indicator || null,
    note: item.note || null,
  };
  return { worksheet: 'schoolPlans', rowId: NO_ID, cells };
}
