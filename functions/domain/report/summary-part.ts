import { formatDate } from '../dates.ts';
import type { DeadlineResolution } from '../deadlines/index.ts';
import { isProof } from '../evidence.ts';
import { STATE_TITLES, STATES, type MeasureAssessment, type Obligation, type State } from '../obligation.ts';
import { countOf, type NounForms } from '../russian.ts';
import { createDetailLinks, type DetailLinks } from './detail-links.ts';
import { BY_MONTH, monthsTable } from './months-table.ts';
import type { ReportBasis } from './report-basis.ts';
import type { ReportChart, ReportColumn, ReportPart, ReportRow } from './report-document.ts';
import { groupRow } from './table-of.ts';
import { tally, type Tally } from './tally.ts';

type Cells = ReportRow['cells'];

/** Part 2: every measure, with sub-totals by section and in all; then the same figures by state. */
export function composeSummary(basis: ReportBasis): ReportPart {
  const lines = summaryLines(basis);
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
          'Процент — доля выполненного и подтверждённого среди исполнений, контрольная дата которых наступила. ' +
          '«Ожидает акта», «по запросу» и «срок не определён» в него не входят.',
      },
      {
        kind: 'table',
        table: {
          key: 'states',
          title: 'Состояния исполнений',
          columns: STATE_COLUMNS,
          emptyText: NO_MEASURES,
          rows: lines.map(stateRow),
        },
      },
      { kind: 'chart', chart: BY_MEASURE },
      { kind: 'table', table: monthsTable(basis) },
      { kind: 'chart', chart: BY_MONTH },
    ],
  };
}

const NO_MEASURES = 'На листе «Регламент» мероприятий нет.';

interface SummaryLine {
  readonly level: ReportRow['level'];
  readonly title: string;
  readonly measure?: MeasureAssessment;
  readonly tally: Tally;
  readonly evidence: string;
  readonly note: string;
  readonly links: NonNullable<ReportRow['links']>;
}

function summaryLines(basis: ReportBasis): readonly SummaryLine[] {
  const byMeasure = Map.groupBy(basis.obligations, ({ measure }) => measure);
  const links = createDetailLinks(basis.obligations);
  const those = (measures: readonly MeasureAssessment[]): readonly Obligation[] =>
    measures.flatMap(({ measure }) => byMeasure.get(measure.number) ?? []);
  if (basis.measures.length === 0) return [];
  return [
    ...basis.sections.flatMap(({ title, measures }) => [
      blankLine('group', title),
      ...measures.map((measure) => measureLine(measure, those([measure]), { basis, links })),
      sumLine('subtotal', 'Итого по разделу', { measures, obligations: those(measures), links }),
    ]),
    sumLine('total', 'Всего', { measures: basis.measures, obligations: basis.obligations, links }),
  ];
}

function blankLine(level: 'group', title: string): SummaryLine {
  return { level, title, tally: tally([]), evidence: '', note: '', links: {} };
}

function sumLine(
  level: 'subtotal' | 'total',
  title: string,
  {
    measures,
    obligations,
    links,
  }: {
    readonly measures: readonly MeasureAssessment[];
    readonly obligations: readonly Obligation[];
    readonly links: DetailLinks;
  },
): SummaryLine {
  const counts = tally(obligations);
  return {
    level,
    title,
    tally: counts,
    evidence: formatEvidence(obligations),
    note: formatOtherStates(counts),
    links: links.ofMeasures(measures.map(({ measure }) => measure.number)),
  };
}

function measureLine(
  assessed: MeasureAssessment,
  obligations: readonly Obligation[],
  { basis, links }: { readonly basis: ReportBasis; readonly links: DetailLinks },
): SummaryLine {
  const { measure } = assessed;
  const counts = tally(obligations);
  return {
    level: 'row',
    title: measure.title,
    measure: assessed,
    tally: counts,
    evidence: formatEvidence(obligations),
    note: formatNote(assessed, counts, basis),
    links: links.ofMeasure(measure.number),
  };
}

const MEASURE_COLUMNS: readonly ReportColumn[] = [
  { key: 'number', title: '№ п/п', kind: 'text', width: 10 },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 47 },
  { key: 'deadline', title: 'Срок по регламенту', kind: 'text', width: 30 },
  { key: 'control', title: 'Контрольная дата', kind: 'text', width: 23 },
  { key: 'responsible', title: 'Ответственный', kind: 'text', width: 27 },
  { key: 'total', title: 'Всего', group: 'Исполнений', kind: 'count', width: 13 },
  { key: 'done', title: 'выполнено', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'in_progress', title: 'в работе', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'overdue', title: 'просрочено', group: 'Исполнений', kind: 'count', width: 15 },
  { key: 'percent', title: '% от наступивших', kind: 'percent', width: 15 },
  { key: 'evidence', title: 'Подтверждающие документы', kind: 'text', width: 23 },
  { key: 'note', title: 'Примечание', kind: 'text', width: 34 },
];

/** States that have no column of their own in the ministry's form. */
const OTHER_STATES: readonly State[] = STATES.filter(
  (state) => !MEASURE_COLUMNS.some(({ key }) => key === state),
);

function measureRow({ level, title, measure: assessed, tally: counts, ...line }: SummaryLine): ReportRow {
  if (level === 'group') return groupRow(title, MEASURE_COLUMNS.length);
  const figures: Cells = [
    counts.total,
    counts.byState.done,
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

const STATE_COLUMNS: readonly ReportColumn[] = [
  { key: 'number', title: '№ п/п', kind: 'text', width: 10 },
  { key: 'title', title: 'Мероприятие', kind: 'text', width: 54 },
  { key: 'total', title: 'Всего', kind: 'count', width: 14 },
  ...STATES.map((state): ReportColumn => ({
    key: state,
    title: STATE_TITLES[state],
    group: 'Из них',
    kind: 'count',
    width: 16,
  })),
  { key: 'due', title: 'Срок наступил', group: 'Расчёт процента', kind: 'count', width: 16 },
  { key: 'dueDone', title: 'из них выполнено', group: 'Расчёт процента', kind: 'count', width: 16 },
  { key: 'percent', title: '%', group: 'Расчёт процента', kind: 'percent', width: 13 },
];

function stateRow({ level, title, measure, tally: counts, links }: SummaryLine): ReportRow {
  if (level === 'group') return groupRow(title, STATE_COLUMNS.length);
  const figures = STATES.map((state) => counts.byState[state]);
  return {
    level,
    cells: [
      measure?.measure.number ?? null,
      title,
      counts.total,
      ...figures,
      counts.due,
      counts.dueDone,
      counts.percent,
    ],
    links,
    ...(measure && { source: { worksheet: 'regulation', rowId: measure.measure.rowId } }),
  };
}

const BY_MEASURE: ReportChart = {
  title: 'Исполнение по мероприятиям',
  kind: 'stacked_bar',
  tableKey: 'states',
  labelColumn: 'number',
  valueColumns: STATES,
};

/** The control dates of all occurrences, or why there are none. */
export function formatControl({ occurrences, measure, resolution: { status } }: MeasureAssessment): string {
  if (occurrences.length > 0) return occurrences.map(({ controlDate }) => formatDate(controlDate)).join('; ');
  return measure.scope === 'on_request' ? 'по запросу' : REASONS[status];
}

const REASONS: Readonly<Record<DeadlineResolution['status'], string>> = {
  dated: 'срок не определён',
  waiting_act: 'ожидает акта',
  on_demand: 'по запросу',
  unknown: 'срок не понят',
  impossible: 'такой даты нет',
};

/** Proofs on record by kind: «приказ — 3, ссылка — 1». */
function formatEvidence(obligations: readonly Obligation[]): string {
  const proofs = obligations.flatMap(({ state, execution }) =>
    state === 'done' && execution && isProof(execution.evidence) ? [execution.evidence] : [],
  );
  const kinds = Map.groupBy(proofs, ({ kind }) => kind?.toLocaleLowerCase('ru') ?? 'ссылка');
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, those]) => `${kind} — ${those.length}`)
    .join(', ');
}

const ENTRY: NounForms = ['запись', 'записи', 'записей'];

function formatNote(
  { measure }: MeasureAssessment,
  counts: Tally,
  { journal, assessment }: ReportBasis,
): string {
  const entries = journal.filter((entry) => entry.measure === measure.number).length;
  const repeats = assessment.repeats.filter(({ execution }) => execution.measure === measure.number).length;
  return [
    formatOtherStates(counts),
    measure.manual ? 'дата назначена вручную' : '',
    entries > 0 ? `в журнале ${countOf(entries, ENTRY)}` : '',
    repeats > 0 ? `не учтено повторов: ${repeats}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** What the total holds beyond the columns beside it. */
function formatOtherStates({ byState }: Tally): string {
  return OTHER_STATES.filter((state) => byState[state] > 0)
    .map((state) => `${STATE_TITLES[state]}: ${byState[state]}`)
    .join('; ');
}
