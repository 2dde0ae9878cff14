import type { Obligation } from '../../assessment/obligation.ts';
import type { State } from '../../assessment/states/state.ts';
import { countCells, countColumns } from '../tables/count-columns.ts';
import { fitColumns, statesShown } from '../tables/figure-states.ts';
import { chartByMonth, monthsTable } from '../tables/months-table.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportChart, ReportColumn, ReportPart, ReportRow } from '../report-document.ts';
import { linksInForm, linksOfFigures, type RowLinks } from '../row-links.ts';
import { inTimeOf, tally } from '../../assessment/tally.ts';
import { countOf, NOUNS } from '../../text/russian.ts';
import { formatPercent } from '../tables/format-percent.ts';
import { formatDoneLate } from './title-part.ts';
import { formatControl, measuresWithout, summaryLines, type SummaryLine } from '../tables/summary-lines.ts';
import { groupRow } from '../tables/table-of.ts';

type Cell = ReportRow['cells'][number];

/** Part 2: every measure with a deadline in these days, by section; the figures of a section stand beside its title. */
export function composeSummary(basis: ReportBasis, links: RowLinks<Obligation>): ReportPart {
  const lines = summaryLines(basis, (own, figures) => linksInForm(own, figures, links));
  const responsible = commonResponsible(basis);
  const columns = measureColumns(responsible === undefined);
  return {
    key: 'summary',
    title: 'Исполнение по мероприятиям',
    blocks: [
      {
        kind: 'table',
        table: {
          key: 'measures',
          title: '',
          columns,
          emptyText: NO_MEASURES,
          rows: lines.flatMap((line) => (line.level === 'subtotal' ? [] : [measureRow(line, columns)])),
        },
      },
      { kind: 'text', style: 'note', text: [PERCENT_NOTE, ...notesOf(basis, responsible)].join(' ') },
    ],
  };
}

const PERCENT_NOTE =
  'Процент — доля выполненного и подтверждённого, в срок и с опозданием, среди исполнений, контрольная дата ' +
  'которых наступила; «ожидает акта», «по запросу» и «срок не определён» в него не входят.';

function notesOf(basis: ReportBasis, responsible: string | undefined): readonly string[] {
  const without = measuresWithout(basis);
  return [
    ...(responsible ? [`Ответственный по всем мероприятиям — ${responsible}.`] : []),
    ...(without.length > 0
      ? [`В отчётном периоде нет сроков и работы по мероприятиям: ${without.join(', ')}.`]
      : []),
  ];
}

/** Of all measures the same one: then it is said once and needs no column. */
function commonResponsible({ measures }: ReportBasis): string | undefined {
  const names = new Set(measures.map(({ measure }) => measure.responsible.trim()));
  return names.size === 1 ? [...names][0] : undefined;
}

/** The same figures by state and by month, with charts: part of the annex behind the figures. */
export function composeStates(basis: ReportBasis, links: RowLinks<Obligation>): ReportPart {
  const lines = summaryLines(basis, (own, figures) => linksOfFigures(own, figures, links));
  const states = statesShown(tally(basis.obligations).byState);
  const columns = stateColumns(states);
  return {
    key: 'states',
    annex: 'details',
    title: 'Исполнение по состояниям и месяцам',
    blocks: [
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

/** Taken from the others where there is a column «Ответственный». */
const NARROWER: Readonly<Record<string, number>> = { title: 12, deadline: 8, evidence: 1, note: 5 };

const RESPONSIBLE: ReportColumn = { key: 'responsible', title: 'Ответственный', kind: 'text', width: 26 };

const MEASURE_COLUMNS: readonly ReportColumn[] = [
  { key: 'number', title: '№ п/п', kind: 'text', width: 9 },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 55 },
  { key: 'deadline', title: 'Срок по регламенту', kind: 'text', width: 42 },
  { key: 'control', title: 'Контрольная дата', kind: 'text', width: 22 },
  { key: 'total', title: 'Всего', group: 'Исполнений', kind: 'count', width: 12 },
  { key: 'done', title: 'в срок', group: 'Исполнений', kind: 'count', width: 12 },
  { key: 'done_late', title: 'с опозданием', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'in_progress', title: 'в работе', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'overdue', title: 'просрочено', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'percent', title: '% от наступивших', kind: 'percent', width: 15 },
  { key: 'evidence', title: 'Документы', kind: 'text', width: 21 },
  { key: 'note', title: 'Примечание', kind: 'text', width: 34 },
];

function measureColumns(withResponsible: boolean): readonly ReportColumn[] {
  if (!withResponsible) return MEASURE_COLUMNS;
  return MEASURE_COLUMNS.flatMap((column) => {
    const own = { ...column, width: column.width - (NARROWER[column.key] ?? 0) };
    return column.key === 'total' ? [RESPONSIBLE, own] : [own];
  });
}

function measureRow(line: SummaryLine, columns: readonly ReportColumn[]): ReportRow {
  const { level, measure: assessed, links } = line;
  if (level === 'group') return groupRow(nameSection(line), columns.length);
  const cells = columns.map(({ key }) => measureCell(key, line));
  const source = assessed && { source: { worksheet: 'regulation', rowId: assessed.measure.rowId } };
  return { level, cells, links, ...source };
}

/** «1. Организационная работа — 15 исполнений, выполнено 8, в том числе с опозданием 1, просрочено 4; 66,7 % от наступивших». */
function nameSection({ title, tally: counts }: SummaryLine): string {
  const { total, byState, percent } = counts;
  if (total === 0) return title;
  const figures = [
    countOf(total, NOUNS.execution),
    `выполнено ${inTimeOf(counts) + byState.done_late}${formatDoneLate(byState.done_late)}`,
    ...(byState.overdue > 0 ? [`просрочено ${byState.overdue}`] : []),
  ];
  return `${title} — ${figures.join(', ')}${percent === null ? '' : `; ${formatPercent(percent)} от наступивших`}`;
}

function measureCell(key: string, { measure: assessed, title, tally: counts, ...line }: SummaryLine): Cell {
  switch (key) {
    case 'number':
      return assessed?.measure.number ?? null;
    case 'title':
      return title;
    case 'deadline':
      return assessed?.measure.deadlinePhrase ?? null;
    case 'control':
      return assessed ? formatControl(assessed) : null;
    case 'responsible':
      return assessed?.measure.responsible ?? null;
    case 'total':
      return counts.total;
    case 'done':
      return inTimeOf(counts);
    case 'percent':
      return counts.percent;
    case 'evidence':
      return line.evidence;
    case 'note':
      return line.note;
    default:
      return counts.byState[key as State];
  }
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
