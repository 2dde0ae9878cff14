import { formatDate } from '../../dates/dates.ts';
import {
  isCountedItem,
  planKeeper,
  type CountedPlanItem,
} from '../../assessment/school-plans/school-plans.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import { percentOf, tally } from '../../assessment/tally.ts';
import type { School } from '../../records/records.ts';
import { countOf, NOUNS, type NounForms } from '../../text/russian.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportColumn, ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import { createRowLinks, linksInForm, type RowLinks } from '../row-links.ts';
import { formatPercent } from '../tables/format-percent.ts';
import { TOTAL_KEYS, totalCells, totalColumns } from '../tables/total-columns.ts';
import { planItemsTable } from './plan-items-table.ts';

/** How many schools have handed in a plan of their own, and how it goes; nothing where «Планы школ» has no rows. */
export function composeSchoolPlans(
  basis: ReportBasis,
  links: RowLinks<Obligation> = createRowLinks([]),
): readonly ReportPart[] {
  if (!hasPlans(basis)) return [];
  return [
    {
      key: 'school_plans',
      title: 'Планы школ',
      blocks: [
        { kind: 'text', style: 'body', text: formatPlans(basis) },
        { kind: 'table', table: schoolsTable(basis, links) },
      ],
    },
  ];
}

/** Every measure of the plans that the figures count, once; the figures lead here. */
export function composePlanDetails(basis: ReportBasis): readonly ReportPart[] {
  if (!hasPlans(basis)) return [];
  const table = planItemsTable(basis.schoolPlans, DETAILS);
  const title = 'Планы школ: расшифровка';
  return [{ key: 'school_plans_details', annex: 'details', title, blocks: [{ kind: 'table', table }] }];
}

/** Of the schools' plans, for the head's list: whenever it fell due; undefined where nothing is. */
export function overduePlansTable(basis: ReportBasis): ReportTable | undefined {
  const items = overdueItems(basis);
  return items.length === 0 ? undefined : planItemsTable(items, 'overdue_plans', 'Просрочено в планах школ');
}

/** «; в планах школ просрочено 3 мероприятия». */
export function formatOverduePlans(basis: ReportBasis): string {
  const { length } = overdueItems(basis);
  return length === 0 ? '' : `; в планах школ просрочено ${countOf(length, NOUNS.measure)}`;
}

/** Longest first. */
function overdueItems({ assessment }: ReportBasis): readonly CountedPlanItem[] {
  return assessment.schoolPlans
    .filter(isCountedItem)
    .filter(({ standing }) => standing.state === 'overdue')
    .toSorted((a, b) => b.standing.overdueDays - a.standing.overdueDays);
}

const DETAILS = 'details_school_plans';

export function linkPlanItems({ schoolPlans }: ReportBasis): RowLinks<Obligation> {
  return createRowLinks([{ table: DETAILS, items: schoolPlans.map(({ standing }) => standing) }]);
}

function hasPlans({ assessment }: ReportBasis): boolean {
  return assessment.schoolPlans.some(isCountedItem);
}

/** «Планы есть у 3 из 5 школ (60 %). В них 24 мероприятия: …» */
function formatPlans({ schools, schoolPlans, assessment, span }: ReportBasis): string {
  const handedIn = schools.filter(planKeeper(assessment.schoolPlans)).length;
  const { total, due, dueDone, percent, byState } = tally(schoolPlans.map(({ standing }) => standing));
  const share = percentOf(handedIn, schools.length);
  const whose = `Планы есть у ${handedIn} из ${countOf(schools.length, OF_SCHOOLS)}${share === null ? '' : ` (${formatPercent(share)})`}.`;
  if (total === 0) return `${whose} Мероприятий со сроком в отчётные дни в них нет.`;
  const where = span.isWhole ? 'В них' : 'Со сроком в отчётные дни в них';
  const fallen =
    percent === null
      ? 'срок пока не наступил ни по одному'
      : `срок наступил по ${due}, из них выполнено и подтверждено ${dueDone} (${formatPercent(percent)})`;
  const late = [
    ...(byState.done_late > 0 ? [`с опозданием выполнено ${byState.done_late}`] : []),
    ...(byState.overdue > 0 ? [`просрочено ${byState.overdue}`] : []),
  ];
  return `${whose} ${where} ${countOf(total, NOUNS.measure)}: ${[fallen, ...late].join('; ')}.`;
}

const OF_SCHOOLS: NounForms = ['школы', 'школ', 'школ'];

const COLUMNS: readonly ReportColumn[] = [
  { key: 'position', title: '№', kind: 'count', width: 10 },
  { key: 'school', title: 'Школа', kind: 'text', width: 92 },
  { key: 'plan', title: 'План', kind: 'text', width: 80 },
  ...totalColumns('Мероприятий плана'),
];

/** Of a plan that is not there nothing can have fallen due. */
const NO_FIGURES = TOTAL_KEYS.map((key) => (key === 'percent' ? '' : null));

function schoolsTable(basis: ReportBasis, links: RowLinks<Obligation>): ReportTable {
  const { schools, schoolPlans, assessment } = basis;
  const hasPlan = planKeeper(assessment.schoolPlans);
  const bySchool = Map.groupBy(
    schoolPlans.map(({ standing }) => standing),
    ({ school }) => school,
  );
  const rowOf = (own: readonly Obligation[]) => ({
    cells: own.length > 0 ? totalCells(own) : NO_FIGURES,
    links: linksInForm(own, TOTAL_KEYS, links),
  });
  const rows = schools.map((school, index): ReportRow => {
    const { cells, links: leads } = rowOf(bySchool.get(school.name) ?? []);
    return {
      level: 'row',
      cells: [index + 1, school.name, hasPlan(school) ? nameOfPlan(school) : 'не сдан', ...cells],
      links: leads,
      source: { worksheet: 'schools', rowId: school.rowId },
    };
  });
  const { cells, links: leads } = rowOf(schoolPlans.map(({ standing }) => standing));
  const handedIn = schools.filter(hasPlan).length;
  const total: ReportRow = {
    level: 'total',
    cells: [null, 'Всего по школам', `${handedIn} из ${schools.length}`, ...cells],
    links: leads,
  };
  return { key: 'school_plans', title: '', columns: COLUMNS, rows: [...rows, total], emptyText: '' };
}

/** «от 15.09.2021 № 12», as far as «Школы» tells. */
function nameOfPlan({ bank }: School): string {
  const { planDate, planNumber } = bank ?? {};
  const named = [planDate && `от ${formatDate(planDate)}`, planNumber && `№ ${planNumber}`].filter(Boolean);
  return named.length > 0 ? named.join(' ') : 'есть, реквизиты не указаны';
}
