import type { Obligation } from '../../assessment/obligation.ts';
import type { State } from '../../assessment/states/state.ts';
import { countCells, countColumns, PERCENT_TITLE } from '../tables/count-columns.ts';
import { fitColumns, statesShown } from '../tables/figure-states.ts';
import { chartByMonth, monthsTable } from '../tables/months-table.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportChart, ReportColumn, ReportPart, ReportRow } from '../report-document.ts';
import type { RowLinks } from '../row-links.ts';
import { tally } from '../../assessment/tally.ts';
import { formatControl, summaryLines, type SummaryLine } from '../tables/summary-lines.ts';
import { groupRow } from '../tables/table-of.ts';

type Cells = ReportRow['cells'];

/** Part 2: every measure, with sub-totals by section and in all; then the same figures by state. */
export function composeSummary(basis: ReportBasis, links: RowLinks<Obligation>): ReportPart {
  const lines = summaryLines(basis, links);
  const states = statesShown(tally(basis.obligations).byState);
  const columns = stateColumns(states);
  return {
    key: 'summary',
    title: 'Исполнение по мероприятиям',
    blocks: [
      {
        kind: 'table',
        table: {
          key: 'measures',
          title: '',
          columns: MEASURE_COLUMNS,
          emptyText: NO_MEASURES,
          rows: lines.map(measureRow),
        },
      },
      {
        kind: 'text',
        style: 'note',
        text:
          'Процент — доля выполненного и подтверждённого, в срок и с опозданием, среди исполнений, контрольная дата ' +
          'которых наступила; сколько из них с опозданием, показано рядом. ' +
          '«Ожидает акта», «по запросу» и «срок не определён» в него не входят.',
      },
      {
        kind: 'table',
        table: {
          key: 'states',
          title: 'Состояния исполнений',
          columns,
          emptyText: NO_MEASURES,
          rows: lines.map((line) => stateRow(line, { states, columns })),
        },
      },
      { kind: 'chart', chart: chartByMeasure(states) },
      { kind: 'table', table: monthsTable(basis, { links, states }) },
      { kind: 'chart', chart: chartByMonth(states) },
    ],
  };
}

const NO_MEASURES = 'На листе «Регламент» мероприятий нет.';

const MEASURE_COLUMNS: readonly ReportColumn[] = [
  { key: 'number', title: '№ п/п', kind: 'text', width: 11 },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 36 },
  { key: 'deadline', title: 'Срок по регламенту', kind: 'text', width: 31 },
  { key: 'control', title: 'Контрольная дата', kind: 'text', width: 21 },
  { key: 'responsible', title: 'Ответственный', kind: 'text', width: 28 },
  { key: 'total', title: 'Всего', group: 'Исполнений', kind: 'count', width: 14 },
  { key: 'done', title: 'выполнено', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'done_late', title: 'с опозданием', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'in_progress', title: 'в работе', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'overdue', title: 'просрочено', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'percent', title: PERCENT_TITLE, kind: 'percent', width: 15 },
  { key: 'evidence', title: 'Подтверждающие документы', kind: 'text', width: 24 },
  { key: 'note', title: 'Примечание', kind: 'text', width: 27 },
];

function measureRow({ level, title, measure: assessed, tally: counts, ...line }: SummaryLine): ReportRow {
  if (level === 'group') return groupRow(title, MEASURE_COLUMNS.length);
  const figures: Cells = [
    counts.total,
    counts.byState.done,
    counts.byState.done_late,
    counts.byState.in_progress,
    counts.byState.overdue,
    counts.percent,
    line.evidence,
    line.note,
  ];
  if (!assessed) return { level, cells: [null, title, null, null, null, ...figures], links: line.links };
  const { measure } = assessed;
  return {
    level,
    cells: [
      measure.number,
      title,
      measure.deadlinePhrase,
      formatControl(assessed),
      measure.responsible,
      ...figures,
    ],
    links: line.links,
    source: { worksheet: 'regulation', rowId: measure.rowId },
  };
}

function stateColumns(states: readonly State[]): readonly ReportColumn[] {
  return fitColumns([
    { key: 'number', title: '№ п/п', kind: 'text', width: 11 },
    { key: 'title', title: 'Мероприятие', kind: 'text', width: 41 },
    ...countColumns(states),
  ]);
}

interface StateTable {
  readonly states: readonly State[];
  readonly columns: readonly ReportColumn[];
}

function stateRow(
  { level, title, measure, tally: counts, links }: SummaryLine,
  { states, columns }: StateTable,
): ReportRow {
  if (level === 'group') return groupRow(title, columns.length);
  return {
    level,
    cells: [measure?.measure.number ?? null, title, ...countCells(counts, states)],
    links,
    ...(measure && { source: { worksheet: 'regulation', rowId: measure.measure.rowId } }),
  };
}

function chartByMeasure(states: readonly State[]): ReportChart {
  return {
    title: 'Исполнение по мероприятиям',
    kind: 'stacked_bar',
    tableKey: 'states',
    labelColumn: 'number',
    valueColumns: states,
  };
}
