import { formatDate } from '../../dates/dates.ts';
import { STATES, type State } from '../../assessment/states/state.ts';
import { compareNames } from '../../text/code-units.ts';
import { comparableName, groupByName } from '../../text/same-name.ts';
import { countCells, countColumns } from '../tables/count-columns.ts';
import { fitColumns, statesShown } from '../tables/figure-states.ts';
import type { Region, RegionMember } from './region.ts';
import type { AdditiveCounts, MeasureAggregate } from '../report-aggregates.ts';
import type { ReportColumn, ReportRow, ReportTable } from '../report-document.ts';
import { groupRow, positionField, tableOf, type Field } from '../tables/table-of.ts';

function sumCounts(counts: readonly AdditiveCounts[]): AdditiveCounts {
  const sum = (valueOf: (each: AdditiveCounts) => number): number =>
    counts.reduce((total, each) => total + valueOf(each), 0);
  const byState = Object.fromEntries(STATES.map((state) => [state, sum((each) => each.byState[state] ?? 0)]));
  return {
    total: sum(({ total }) => total),
    byState,
    due: sum(({ due }) => due),
    dueDone: sum(({ dueDone }) => dueDone),
  };
}

/** A row a municipality; who is not added up has no figures and the reason in their place. */
export function memberTable({ members, added }: Region): ReportTable {
  const isAdded = new Set<RegionMember>(added);
  const countsOf = (member: RegionMember): AdditiveCounts | undefined =>
    isAdded.has(member) && member.aggregates ? sumCounts(member.aggregates.measures) : undefined;
  const states = statesOf(added);
  const fields: readonly Field<RegionMember>[] = [
    positionField(8),
    { key: 'workbook', title: 'Муниципалитет', kind: 'text', width: 26, cell: ({ workbook }) => workbook },
    {
      key: 'report',
      title: 'Отчёт',
      kind: 'text',
      width: 16,
      cell: (member) => reportOf(member, isAdded.has(member)),
    },
    {
      key: 'schools',
      title: 'Школ',
      kind: 'count',
      width: 11,
      cell: (member) => (isAdded.has(member) ? (member.aggregates?.schools ?? null) : null),
    },
    ...countColumns(states).map((column, index): Field<RegionMember> => ({
      ...column,
      width: MEMBER_WIDTHS[column.key] ?? 14,
      cell: (member) => {
        const counts = countsOf(member);
        return counts ? (countCells(counts, states)[index] ?? null) : null;
      },
    })),
  ];
  const schools = added.reduce((sum, { aggregates }) => sum + aggregates.schools, 0);
  const all = sumCounts(added.flatMap(({ aggregates }) => aggregates.measures));
  return tableOf({
    key: 'members',
    title: '',
    emptyText: 'Муниципалитетов нет.',
    fields: fitColumns(fields),
    items: members,
    total: [null, 'Всего', null, schools, ...countCells(all, states)],
  });
}

/** Those that have a column. */
function statesOf(added: Region['added']): readonly State[] {
  return statesShown(sumCounts(added.flatMap(({ aggregates }) => aggregates.measures)).byState);
}

const MEMBER_WIDTHS: Readonly<Record<string, number>> = {
  total: 12,
  due: 15,
  dueDone: 16,
  percent: 12,
  done_late: 18,
  done_unproved: 19,
  overdue: 16,
};

function reportOf({ aggregates }: RegionMember, isAdded: boolean): string {
  if (!aggregates) return 'не отчитался';
  return isAdded ? `на ${formatDate(aggregates.asOf)}` : 'за другой период';
}

interface RegionMeasure extends MeasureAggregate {
  readonly municipalities: number;
}

/** Of the same number and name. */
export function measuresOf({ added }: Region): readonly RegionMeasure[] {
  const all = added.flatMap(({ aggregates }) => aggregates.measures);
  const groups = [
    ...Map.groupBy(
      all,
      ({ number, title }) => `${comparableName(number)}\n${comparableName(title)}`,
    ).values(),
  ];
  const summed = groups.flatMap((those): RegionMeasure[] => {
    const [first] = those;
    return first ? [{ ...first, ...sumCounts(those), municipalities: those.length }] : [];
  });
  return summed.sort((a, b) => compareNames(a.number, b.number) || compareNames(a.title, b.title));
}

function measureColumns(states: readonly State[]): readonly ReportColumn[] {
  return fitColumns([
    { key: 'number', title: '№ п/п', kind: 'text', width: 11 },
    { key: 'title', title: 'Мероприятие', kind: 'text', width: 41 },
    ...countColumns(states),
  ]);
}

/** By measure, with sub-totals by section and in all. */
export function countsTable(region: Region): ReportTable {
  const measures = measuresOf(region);
  const states = statesOf(region.added);
  const columns = measureColumns(states);
  const sections = groupByName(measures, ({ section }) => section);
  const sumRow = (
    level: 'subtotal' | 'total',
    title: string,
    those: readonly RegionMeasure[],
  ): ReportRow => ({
    level,
    cells: [null, title, ...countCells(sumCounts(those), states)],
  });
  const rows = sections.flatMap(([section, those]) => [
    groupRow(section || 'Раздел не указан', columns.length),
    ...those.map((each): ReportRow => ({
      level: 'row',
      cells: [each.number, each.title, ...countCells(each, states)],
    })),
    sumRow('subtotal', 'Итого по разделу', those),
  ]);
  return {
    key: 'states',
    title: '',
    columns,
    emptyText: 'Мероприятий нет.',
    rows: rows.length > 0 ? [...rows, sumRow('total', 'Всего', measures)] : [],
  };
}
