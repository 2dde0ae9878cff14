import { compareCodeUnits, compareNames } from '../../text/code-units.ts';
import { daysBetween, formatDate } from '../../dates/dates.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import { isRepeated } from '../parts/details-part.ts';
import { WHOLE_MUNICIPALITY } from '../parts/whole-municipality.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportTable } from '../report-document.ts';
import { tableOf, type Field } from './table-of.ts';

/** Executions of which one line is told: of one measure and term, or of one school. */
interface LateGroup {
  readonly title: string;
  readonly term: string;
  /** Null where they differ: then the names have them. */
  readonly days: number | null;
  readonly count: number;
  readonly names: string;
  readonly explained: Explained;
}

/** Why and what was done about it; '' where nobody has said. A moved term is no new one: it is missed already. */
interface Explained {
  readonly reason: string;
  readonly taken: string;
}

/** What is overdue as the reader looks for it: a line a measure and term, or a line a school; never a line an execution. */
export function overdueGroups(basis: ReportBasis): ReportTable {
  const { overdueBy } = basis.assessment.records.settings.reportLook;
  const groups =
    overdueBy === 'school'
      ? groupsBySchool(basis)
      : groupsByMeasure(basis, basis.overdue, { daysOf: overdueDays, explainOf: explain });
  const told = EXPLAINED_FIELDS.filter(({ cell }) => groups.some((group) => cell(group, 0) !== ''));
  const fields = overdueBy === 'school' ? SCHOOL_FIELDS : MEASURE_FIELDS;
  return tableOf({
    key: 'overdue_groups',
    title: 'Просрочено',
    emptyText: 'Просроченного нет.',
    fields: withRest([...fields, ...told]),
    items: groups,
  });
}

/** Done after the term, by name and days; undefined where nothing was. */
export function doneLateGroups(basis: ReportBasis): ReportTable | undefined {
  const late = basis.obligations.filter(({ state }) => state === 'done_late');
  if (late.length === 0) return undefined;
  return tableOf({
    key: 'done_late_groups',
    title: 'Исполнено с нарушением срока',
    emptyText: '',
    fields: withRest(MEASURE_FIELDS),
    items: groupsByMeasure(basis, late, { daysOf: ({ lateDays }) => lateDays, explainOf: () => UNTOLD }),
  });
}

/** What a line tells of its executions. */
interface Telling {
  readonly daysOf: (obligation: Obligation, basis: ReportBasis) => number;
  /** Executions that it tells apart have lines of their own. */
  readonly explainOf: (obligation: Obligation) => Explained;
}

const UNTOLD: Explained = { reason: '', taken: '' };

/** Calendar days past the control date, as the list by name has them. */
function overdueDays({ occurrence, overdueDays: days }: Obligation, { asOf }: ReportBasis): number {
  return occurrence ? daysBetween(occurrence.controlDate, asOf) : days;
}

function groupsByMeasure(
  basis: ReportBasis,
  those: readonly Obligation[],
  { daysOf, explainOf }: Telling,
): readonly LateGroup[] {
  const keyOf = (each: Obligation) =>
    JSON.stringify([each.measure, each.occurrence?.controlDate, ...Object.values(explainOf(each))]);
  return [...Map.groupBy(those, keyOf).values()].toSorted(byMeasure).flatMap((group): LateGroup[] => {
    const [first] = group;
    if (!first) return [];
    const byDays = [...Map.groupBy(group, (each) => daysOf(each, basis))].toSorted(([a], [b]) => b - a);
    const isCommon = byDays.length === 1;
    const isAll = isOfAll(group, basis);
    const told = isAll ? largestLast(byDays) : byDays;
    const names = told.map(([days, those], index) => {
      const whose = isAll && index === told.length - 1 ? nameAll(those, told.length > 1) : listSchools(those);
      return `${whose}${isCommon ? '' : ` — ${days} дн.`}`;
    });
    const { occurrence, measure } = first;
    return [
      {
        title: measure,
        term: occurrence ? formatDate(occurrence.controlDate) : '',
        days: isCommon ? (byDays[0]?.[0] ?? null) : null,
        count: group.length,
        names: names.join('; '),
        explained: explainOf(first),
      },
    ];
  });
}

/** So few are named, all or not. */
const FEW = 5;

/** Every counted school, once: then a page of names tells no more than two words. */
function isOfAll(group: readonly Obligation[], { schools }: ReportBasis): boolean {
  const names = new Set(group.map(({ school }) => school));
  return (
    schools.length > FEW &&
    group.length === schools.length &&
    names.size === group.length &&
    schools.every(({ name }) => names.has(name))
  );
}

type ByDays = readonly (readonly [days: number, those: readonly Obligation[]])[];

function largestLast(byDays: ByDays): ByDays {
  const [largest] = byDays.toSorted(([, a], [, b]) => b.length - a.length);
  return largest ? [...byDays.filter((each) => each !== largest), largest] : byDays;
}

function nameAll({ length }: readonly Obligation[], areOthersNamed: boolean): string {
  return areOthersNamed ? `остальные школы (${length})` : `все школы (${length})`;
}

function byMeasure([a]: readonly Obligation[], [b]: readonly Obligation[]): number {
  return (
    compareNames(a?.measure ?? '', b?.measure ?? '') ||
    compareCodeUnits(a?.occurrence?.controlDate ?? '', b?.occurrence?.controlDate ?? '')
  );
}

function listSchools(those: readonly Obligation[]): string {
  return those
    .map(({ school }) => school ?? WHOLE_MUNICIPALITY)
    .toSorted(compareNames)
    .join(', ');
}

function groupsBySchool(basis: ReportBasis): readonly LateGroup[] {
  const repeated = new Set(basis.measures.filter(isRepeated).map(({ measure }) => measure.number));
  const groups = Map.groupBy(basis.overdue, (each) =>
    JSON.stringify([each.school, ...Object.values(explain(each))]),
  );
  return [...groups.values()]
    .toSorted(([a], [b]) => compareNames(a?.school ?? '', b?.school ?? ''))
    .flatMap((group): LateGroup[] => {
      const [first] = group;
      if (!first) return [];
      const names = group
        .toSorted((a, b) => byMeasure([a], [b]))
        .map((each) => {
          const label = repeated.has(each.measure) ? `, ${each.occurrence?.label}` : '';
          return `${each.measure}${label} (${overdueDays(each, basis)} дн.)`;
        });
      const title = first.school ?? WHOLE_MUNICIPALITY;
      return [
        {
          title,
          term: '',
          days: null,
          count: group.length,
          names: names.join(', '),
          explained: explain(first),
        },
      ];
    });
}

function explain({ execution }: Obligation): Explained {
  const { reason = '', taken = '' } = execution?.delay ?? {};
  return { reason, taken };
}

const MEASURE_FIELDS: readonly Field<LateGroup>[] = [
  { key: 'title', title: '№ п/п', kind: 'text', width: 12, cell: ({ title }) => title },
  { key: 'control', title: 'Контрольная дата', kind: 'text', width: 24, cell: ({ term }) => term },
  { key: 'days', title: 'Дней после срока', kind: 'days', width: 22, cell: ({ days }) => days },
  { key: 'count', title: 'Исполнений', kind: 'count', width: 22, cell: ({ count }) => count },
  { key: 'names', title: 'Чьи', kind: 'text', width: 0, cell: ({ names }) => names },
];

const SCHOOL_FIELDS: readonly Field<LateGroup>[] = [
  { key: 'title', title: 'Школа', kind: 'text', width: 60, cell: ({ title }) => title },
  { key: 'count', title: 'Исполнений', kind: 'count', width: 22, cell: ({ count }) => count },
  {
    key: 'names',
    title: 'Мероприятия (дней после срока)',
    kind: 'text',
    width: 0,
    cell: ({ names }) => names,
  },
];

const EXPLAINED_FIELDS: readonly Field<LateGroup>[] = [
  { key: 'reason', title: 'Причина', kind: 'text', width: 32, cell: ({ explained }) => explained.reason },
  { key: 'taken', title: 'Принятые меры', kind: 'text', width: 32, cell: ({ explained }) => explained.taken },
];

/** Millimetres across the page. */
const PAGE = 267;

/** The names get what the others leave. */
function withRest(fields: readonly Field<LateGroup>[]): readonly Field<LateGroup>[] {
  const taken = fields.reduce((sum, { width }) => sum + width, 0);
  return fields.map((field) => (field.key === 'names' ? { ...field, width: PAGE - taken } : field));
}
