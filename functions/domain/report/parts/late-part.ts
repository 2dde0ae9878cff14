import { compareCodeUnits } from '../../text/code-units.ts';
import { daysBetween, formatDate } from '../../dates/dates.ts';
import type { DueOccurrence } from '../../assessment/due-occurrence.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import { isPending } from '../../assessment/states/state.ts';
import { countOf, NOUNS, type NounForms } from '../../text/russian.ts';
import { doneLateGroups, overdueGroups } from '../tables/late-groups.ts';
import { postponedTable } from '../tables/postponed-table.ts';
import { isRepeated, sourceOf } from './details-part.ts';
import { formatOverduePlans, overduePlansTable } from '../school-plans/compose-school-plans.ts';
import { WHOLE_MUNICIPALITY } from './whole-municipality.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportBlock, ReportColumn, ReportPart, ReportRow, ReportTable } from '../report-document.ts';
import { createRowLinks, type RowLinks } from '../row-links.ts';
import { listsOf, ordersOfObligations } from '../tables/row-orders.ts';

/** Part 4 of what goes out: overdue and done late, a line a measure; the terms that were moved. */
export function composeOverdue(basis: ReportBasis): ReportPart {
  const tables = [overdueGroups(basis), doneLateGroups(basis), postponedTable(basis)];
  const [overdue, ...rest] = tables.flatMap((table) => (table ? [{ kind: 'table', table } as const] : []));
  return {
    key: 'late',
    title: 'Просрочено и исполнено с нарушением срока',
    blocks: [...(overdue ? [overdue] : []), ...outsideNote(basis), ...rest],
  };
}

/** The overdue by name, for whoever follows a figure to its rows. */
export function overdueByName(basis: ReportBasis): ReportBlock {
  const head = { key: 'overdue', title: 'Просрочено: по исполнениям', emptyText: 'Просроченного нет.' };
  return { kind: 'table', table: lateTable(overdueOf(basis), basis, head) };
}

/** For the head: by name, with days, and what will be due soon. */
export function composeLate(basis: ReportBasis): ReportPart {
  const moved = postponedTable(basis);
  const ofPlans = overduePlansTable(basis);
  return {
    key: 'late',
    title: 'Просрочено и под угрозой',
    blocks: [
      {
        kind: 'table',
        table: lateTable(overdueOf(basis), basis, {
          key: 'overdue',
          title: 'Просрочено',
          emptyText: ofPlans ? 'Просроченных исполнений нет.' : 'Просроченного нет.',
        }),
      },
      ...listedNote(basis),
      ...(ofPlans ? [{ kind: 'table', table: ofPlans } as const] : []),
      {
        kind: 'table',
        table: lateTable(atRiskOf(basis), basis, {
          key: 'at_risk',
          title: `Под угрозой: срок не позже чем через ${countOf(basis.assessment.records.settings.remindDaysBefore, NOUNS.day)}`,
          emptyText: 'Под угрозой ничего нет.',
        }),
      },
      ...(moved ? [{ kind: 'table', table: moved } as const] : []),
    ],
  };
}

const AT_SCHOOLS: NounForms = ['школы', 'школ', 'школ'];

/** «Просрочено 9 исполнений у 4 школ; под угрозой 1 исполнение.» */
export function formatLate(basis: ReportBasis): string {
  const overdue = overdueOf(basis);
  const schools = new Set(overdue.flatMap(({ school }) => school ?? []));
  const whose = schools.size > 0 ? ` у ${countOf(schools.size, AT_SCHOOLS)}` : '';
  const ofPlans = formatOverduePlans(basis);
  const none = ofPlans === '' ? 'Просроченного нет' : 'Просроченных исполнений нет';
  const late = overdue.length > 0 ? `Просрочено ${countOf(overdue.length, NOUNS.execution)}${whose}` : none;
  return `${late}${ofPlans}; под угрозой — ${atRiskOf(basis).length}.`;
}

/** Of a quarter or a month: what is overdue on the day although it fell due at another time. */
export function formatOverdueOutside(basis: ReportBasis): string {
  const { overdue, asOf } = basis;
  const outside = countOutside(basis);
  if (outside === 0) return '';
  return (
    `Всего на ${formatDate(asOf)} просрочено ${countOf(overdue.length, NOUNS.execution)}, в том числе ` +
    `${outside} — с контрольной датой вне отчётных дней: в числа за отчётный период они не входят.`
  );
}

function countOutside({ overdue, obligations }: ReportBasis): number {
  const inSpan = new Set(obligations);
  return overdue.filter((obligation) => !inSpan.has(obligation)).length;
}

/** The list for the head holds all that is overdue on the day. */
function listedNote(basis: ReportBasis): readonly ReportBlock[] {
  const outside = countOutside(basis);
  if (outside === 0) return [];
  const text =
    `В списке всё, что просрочено на ${formatDate(basis.asOf)}; ` +
    `из них с контрольной датой вне отчётных дней — ${outside}.`;
  return [{ kind: 'text', style: 'note', text }];
}

function outsideNote(basis: ReportBasis): readonly ReportBlock[] {
  const text = formatOverdueOutside(basis);
  return text ? [{ kind: 'text', style: 'note', text }] : [];
}

/** Where figures lead: to «Расшифровка» in one of its orders, or to the overdue by name. */
export function linkObligations(basis: ReportBasis): RowLinks<Obligation> {
  const { obligations, schools } = basis;
  return createRowLinks<Obligation>([
    ...listsOf('details', obligations, ordersOfObligations(obligations, schools)),
    { table: 'overdue', items: overdueOf(basis) },
  ]);
}

type Dated = Obligation & { readonly occurrence: DueOccurrence };

/** Longest first. */
function overdueOf({ overdue }: ReportBasis): readonly Dated[] {
  return earliestFirst(overdue.filter(isDated));
}

/** Not done, due within the days of reminding, whichever days are reported on; nearest first. */
function atRiskOf({ obligations, outside, assessment, asOf }: ReportBasis): readonly Dated[] {
  const { remindDaysBefore } = assessment.records.settings;
  const open = [...obligations, ...outside].filter(isDated).filter(({ state }) => isPending(state));
  return earliestFirst(
    open.filter(({ occurrence }) => daysBetween(asOf, occurrence.remindDate) <= remindDaysBefore),
  );
}

function isDated(obligation: Obligation): obligation is Dated {
  return obligation.occurrence !== undefined;
}

function earliestFirst(those: readonly Dated[]): readonly Dated[] {
  return those.toSorted((a, b) => compareCodeUnits(a.occurrence.controlDate, b.occurrence.controlDate));
}

const COLUMNS: readonly ReportColumn[] = [
  { key: 'position', title: '№', kind: 'count', width: 10 },
  { key: 'school', title: 'Школа', kind: 'text', width: 52 },
  { key: 'measure', title: '№ мероприятия', kind: 'text', width: 24 },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 80 },
  { key: 'occurrence', title: 'За какой срок', kind: 'text', width: 28 },
  { key: 'control', title: 'Контрольная дата', kind: 'date', width: 24 },
  { key: 'state', title: 'Состояние', kind: 'state', width: 26 },
  { key: 'days', title: 'Дней после срока', kind: 'days', width: 23 },
];

function lateTable(
  obligations: readonly Dated[],
  { measures, asOf }: ReportBasis,
  head: Pick<ReportTable, 'key' | 'title' | 'emptyText'>,
): ReportTable {
  const byNumber = new Map(measures.map((each) => [each.measure.number, each]));
  const rowIds = new Map(measures.map(({ measure }) => [measure.number, measure.rowId]));
  const rows = obligations.map((obligation, index): ReportRow => {
    const measure = byNumber.get(obligation.measure);
    return {
      level: 'row',
      cells: [
        index + 1,
        obligation.school ?? WHOLE_MUNICIPALITY,
        obligation.measure,
        measure?.measure.title ?? '',
        measure && isRepeated(measure) ? obligation.occurrence.label : '',
        obligation.occurrence.controlDate,
        obligation.state,
        daysBetween(obligation.occurrence.controlDate, asOf),
      ],
      ...sourceOf(obligation, rowIds),
    };
  });
  return { ...head, columns: COLUMNS, rows };
}
