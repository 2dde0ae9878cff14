import { isFormerPlanItem } from '../../domain/assessment/of-other-period.ts';
import { explainForPlan } from '../../domain/assessment/school-plans/explain-for-plan.ts';
import { resolveDeadline, type DeadlineResolution } from '../../domain/deadlines/index.ts';
import type { Period } from '../../domain/dates/period.ts';
import type { WorkbookRecords } from '../../domain/records/records.ts';
import { SCOPE_TITLES, type Measure } from '../../domain/records/regulation.ts';
import type { Cells } from '../../domain/sync/row.ts';
import { createWorkingCalendar } from '../../domain/working-calendar/index.ts';
import type { PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import { isYearOf, nameYear, phraseInYear } from '../../workbook/foreign-plan/terms/plan-year.ts';
import { NO_ID, type Addition } from '../append/plan-appends.ts';
import { findKnown, sectionOf, separateRepeats } from './known-items.ts';
import { findLike } from './like-items.ts';
import { toSchoolAddition, type SchoolCells } from './school-import.ts';

export interface ImportedItem extends PlanItem {
  /** Of a school's plan. */
  readonly further?: SchoolCells;
}

/** An item as it will stand in «Регламент» or «Планы школ», and how its deadline was understood. */
export interface NewItem extends ImportedItem {
  readonly resolution: DeadlineResolution;
  /** A measure that it may be, changed: of the same title with another deadline, or of the same number with a like title. */
  readonly like: Pick<Measure, 'number' | 'title' | 'deadlinePhrase'> | undefined;
}

export interface ImportPlan {
  /** Whose plan it is; absent: the municipality's, for «Регламент». */
  readonly school?: string;
  readonly additions: readonly NewItem[];
  /** Items that stand there already. */
  readonly known: readonly PlanItem[];
  /** Items that the file itself has said before, in the same section under the same number. */
  readonly repeated: readonly PlanItem[];
  /** New ones that the person has not chosen. */
  readonly notChosen: readonly NewItem[];
  /** Years that the plan names and the period of the workbook does not have: Russian. */
  readonly otherYears: readonly string[];
}

type Standing = Pick<WorkbookRecords, 'settings' | 'measures' | 'dayOverrides'>;

/** More is no plan but a mistaken file. */
export const MAX_ITEMS = 500;

/**
 * What of a foreign plan is new to the workbook. Numbers that are taken or missing are given anew; `only` are those
 * of the measures that a person has chosen.
 */
export function planImport(
  items: readonly ImportedItem[],
  records: Standing,
  only?: readonly string[],
): ImportPlan {
  const { period, deadlines: settings } = records.settings;
  const dated = items.map((item) => withYear(item, period));
  const { once, repeated } = separateRepeats(dated);
  const known = findKnown(once, records.measures);
  const taken = new Set(records.measures.map(({ number }) => number));
  const calendar = createWorkingCalendar(records.dayOverrides);
  const fresh = once
    .filter((item) => !known.has(item))
    .map((item) => {
      const number = freeNumber(item.number, taken);
      taken.add(number);
      const resolution = resolveDeadline(item.deadlinePhrase, { period, calendar, settings, acts: [] });
      return { ...item, number, resolution, like: findLike(item, records.measures) };
    });
  const years = items.flatMap(({ year }) => (year && !isYearOf(year, period) ? [nameYear(year)] : []));
  return {
    additions: fresh.filter(({ number }) => !only || only.includes(number)),
    notChosen: fresh.filter(({ number }) => only !== undefined && !only.includes(number)),
    known: once.filter((item) => known.has(item)),
    repeated,
    otherYears: [...new Set(years)],
  };
}

/**
 * What of a school's plan is new to its rows of this period in «Планы школ», where a risk factor stands for the section; numbers serve
 * to choose by and are not kept.
 */
export function planSchoolImport(
  items: readonly PlanItem[],
  records: WorkbookRecords,
  { school, only, cellsOf }: SchoolImport,
): ImportPlan {
  const own = records.schoolPlans.filter(
    (item) => item.execution.school === school && !isFormerPlanItem(item, records.settings),
  );
  const measures = own.map(({ measure, riskFactor }) => ({ ...measure, section: riskFactor }));
  const framed = items.map((item): ImportedItem => {
    const further = cellsOf(item);
    return { ...item, section: further.riskFactor, further };
  });
  const plan = planImport(framed, { ...records, measures }, only);
  const told = plan.additions.map((item) => ({ ...item, resolution: explainForPlan(item.resolution) }));
  return { ...plan, school, additions: told };
}

interface SchoolImport {
  readonly school: string;
  readonly only?: readonly string[] | undefined;
  readonly cellsOf: (item: PlanItem) => SchoolCells;
}

/** A deadline without a year is of the plan's, which is said where it is not that of the workbook. */
function withYear(item: ImportedItem, period: Period): ImportedItem {
  const { year, deadlinePhrase } = item;
  const phrase = year && !isYearOf(year, period) ? phraseInYear(deadlinePhrase, year) : undefined;
  return phrase === undefined ? item : { ...item, deadlinePhrase: phrase };
}

/** `4` where it is free, else `4-2`, `4-3`…; an item without a number counts from `п1`. */
function freeNumber(wanted: string, taken: ReadonlySet<string>): string {
  if (wanted !== '' && !taken.has(wanted)) return wanted;
  let count = wanted === '' ? 1 : 2;
  const nameOf = () => (wanted === '' ? `п${count}` : `${wanted}-${count}`);
  while (taken.has(nameOf())) count += 1;
  return nameOf();
}

/** The item as a row of «Регламент», or of «Планы школ». */
export function toAddition(item: NewItem, school?: string): Addition {
  if (school !== undefined && item.further) return toSchoolAddition(school, { ...item, ...item.further });
  const cells: Cells = {
    section: sectionOf(item),
    number: item.number,
    title: item.title,
    deadline: item.deadlinePhrase || null,
    responsible: item.responsible || null,
    scope: SCOPE_TITLES.municipality,
  };
  return { worksheet: 'regulation', rowId: NO_ID, cells };
}
