import { compareCodeUnits } from '../../text/code-units.ts';
import type { CalendarDate } from '../../dates/dates.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import { STATE_TITLES, STATES, type State } from '../../assessment/states/state.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportChart, ReportTable } from '../report-document.ts';
import { formatMonth } from '../report-span.ts';
import { linksOfFigures, type Links, type RowLinks } from '../row-links.ts';
import { fitColumns } from './figure-states.ts';
import { tableOf, type Field } from './table-of.ts';
import { tally, type Tally } from '../../assessment/tally.ts';

interface MonthLine {
  readonly title: string;
  readonly tally: Tally;
  readonly links: Links;
}

interface MonthsInput {
  readonly links: RowLinks<Obligation>;
  /** Those that have a column. */
  readonly states: readonly State[];
}

/** Executions by the month of their control date; a month without any has no line. */
export function monthsTable({ obligations }: ReportBasis, { links, states }: MonthsInput): ReportTable {
  const byMonth = Map.groupBy(
    obligations,
    ({ occurrence }) => occurrence && monthKey(occurrence.controlDate),
  );
  const undated = byMonth.get(undefined) ?? [];
  const lines = [
    ...[...byMonth]
      .flatMap(([month, those]) => (month ? [{ month, those }] : []))
      .toSorted((a, b) => compareCodeUnits(a.month, b.month))
      .map(({ month, those }) => line(formatMonth(`${month}-01`), those, links)),
    ...(undated.length > 0 ? [line('без контрольной даты', undated, links)] : []),
  ];
  return tableOf({
    key: 'months',
    title: 'Исполнения по месяцу контрольной даты',
    emptyText: 'Исполнений в отчёте нет.',
    fields: fitColumns(fieldsOf(states)),
    items: obligations.length > 0 ? lines : [],
    leadsOf: ({ links: own }) => ({ links: own }),
    sum: line('Всего', obligations, links),
  });
}

type Month = `${number}-${number}`;

export function monthKey(date: CalendarDate): Month {
  return date.slice(0, 7) as Month;
}

function line(title: string, obligations: readonly Obligation[], links: RowLinks<Obligation>): MonthLine {
  return {
    title,
    tally: tally(obligations),
    links: linksOfFigures(obligations, ['total', ...STATES], links),
  };
}

function fieldsOf(states: readonly State[]): readonly Field<MonthLine>[] {
  return [
    { key: 'month', title: 'Месяц', kind: 'text', width: 46, cell: ({ title }) => title },
    { key: 'total', title: 'Всего', kind: 'count', width: 19, cell: (month) => month.tally.total },
    ...states.map((state): Field<MonthLine> => ({
      key: state,
      title: STATE_TITLES[state],
      group: 'Из них',
      kind: 'count',
      width: state === 'done_unproved' ? 22 : 20,
      cell: (month) => month.tally.byState[state],
    })),
  ];
}

export function chartByMonth(states: readonly State[]): ReportChart {
  return {
    title: 'Исполнение по месяцам',
    kind: 'stacked_column',
    tableKey: 'months',
    labelColumn: 'month',
    valueColumns: states,
  };
}
