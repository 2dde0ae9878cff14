import { compareCodeUnits } from '../../text/code-units.ts';
import { actOf } from '../../assessment/assess-measure.ts';
import { formatDate } from '../../dates/dates.ts';
import type { DeadlineResolution } from '../../deadlines/index.ts';
import { isProof } from '../../records/evidence.ts';
import type { MeasureAssessment, Obligation } from '../../assessment/obligation.ts';
import { isDone, STATES, STATE_TITLES, type State } from '../../assessment/states/state.ts';
import type { WorkbookRecords } from '../../records/records.ts';
import { countOf, type NounForms } from '../../text/russian.ts';
import { groupByName } from '../../text/same-name.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportRow } from '../report-document.ts';
import type { Links } from '../row-links.ts';
import { tally, type Tally } from '../../assessment/tally.ts';

/** What both tables of the summary show of a measure, a section or all. */
export interface SummaryLine {
  readonly level: ReportRow['level'];
  readonly title: string;
  readonly measure?: MeasureAssessment;
  readonly tally: Tally;
  readonly evidence: string;
  readonly note: string;
  readonly links: Links;
}

/** The rows that stand behind the figures of these executions: `linksOfFigures`, or `linksInForm`. */
type LinksOf = (obligations: readonly Obligation[], figures: readonly string[]) => Links;

/** Of all columns in which the two tables have figures. */
const FIGURES = ['total', 'due', 'dueDone', 'percent', ...STATES];

export function summaryLines(basis: ReportBasis, linksOf: LinksOf): readonly SummaryLine[] {
  const byMeasure = Map.groupBy(basis.obligations, ({ measure }) => measure);
  const those = (measures: readonly MeasureAssessment[]): readonly Obligation[] =>
    measures.flatMap(({ measure }) => byMeasure.get(measure.number) ?? []);
  const worked = workedMeasures(basis);
  const sections = basis.sections
    .map(({ title, measures }) => ({
      title,
      measures: measures.filter((each) => worked.has(numberOf(each))),
    }))
    .filter(({ measures }) => measures.length > 0);
  if (sections.length === 0) return [];
  return [
    ...sections.flatMap(({ title, measures }) => [
      groupLine(title, those(measures)),
      ...measures.map((measure) => measureLine(measure, those([measure]), { basis, linksOf })),
      sumLine('subtotal', 'Итого по разделу', { obligations: those(measures), linksOf }),
    ]),
    sumLine('total', 'Всего', { obligations: basis.obligations, linksOf }),
  ];
}

/** Of a quarter or a month most measures have neither a deadline nor an entry: a line of zeros tells nothing. */
function workedMeasures({ obligations, journal }: ReportBasis): ReadonlySet<string> {
  return new Set([...obligations, ...journal].map(({ measure }) => measure));
}

function numberOf({ measure }: MeasureAssessment): string {
  return measure.number;
}

/** Numbers of the measures that have no line. */
export function measuresWithout(basis: ReportBasis): readonly string[] {
  const worked = workedMeasures(basis);
  return basis.measures.map(numberOf).filter((number) => !worked.has(number));
}

function groupLine(title: string, obligations: readonly Obligation[]): SummaryLine {
  return { level: 'group', title, tally: tally(obligations), evidence: '', note: '', links: {} };
}

function sumLine(
  level: 'subtotal' | 'total',
  title: string,
  { obligations, linksOf }: { readonly obligations: readonly Obligation[]; readonly linksOf: LinksOf },
): SummaryLine {
  return {
    level,
    title,
    tally: tally(obligations),
    // What is under a line of sums stands in the lines above it.
    evidence: '',
    note: '',
    links: linksOf(obligations, FIGURES),
  };
}

function measureLine(
  assessed: MeasureAssessment,
  obligations: readonly Obligation[],
  { basis, linksOf }: { readonly basis: ReportBasis; readonly linksOf: LinksOf },
): SummaryLine {
  const { measure } = assessed;
  const counts = tally(obligations);
  return {
    level: 'row',
    title: measure.title,
    measure: assessed,
    tally: counts,
    evidence: formatProofs(obligations),
    note: formatNote(assessed, counts, basis),
    links: linksOf(obligations, FIGURES),
  };
}

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
export function formatProofs(obligations: readonly Obligation[]): string {
  const proofs = obligations.flatMap(({ state, execution }) =>
    isDone(state) && execution && isProof(execution.evidence) ? [execution.evidence] : [],
  );
  return groupByName(proofs, ({ kind }) => kind?.toLocaleLowerCase('ru') ?? 'ссылка')
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([kind, those]) => `${kind} — ${those.length}`)
    .join(', ');
}

const ENTRY: NounForms = ['запись', 'записи', 'записей'];

export function formatNote(assessed: MeasureAssessment, counts: Tally, basis: ReportBasis): string {
  const { number, manual } = assessed.measure;
  const entries = basis.journal.filter((entry) => entry.measure === number).length;
  return [
    formatAct(assessed, basis.assessment.records),
    manual ? 'дата назначена вручную' : '',
    formatOtherStates(counts),
    entries > 0 ? `в журнале ${countOf(entries, ENTRY)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

const WORKING_DAYS: NounForms = ['рабочий день', 'рабочих дня', 'рабочих дней'];

/** «письмо МОиН от 10.02.2026 № 1, 5 рабочих дней»: what has set the term; '' where no act has. */
export function formatAct(
  assessed: MeasureAssessment,
  { acts, settings }: Pick<WorkbookRecords, 'acts' | 'settings'>,
): string {
  const act = actOf(assessed, acts);
  if (!act || assessed.occurrences.length === 0) return '';
  const term =
    act.dueDate === undefined
      ? countOf(settings.deadlines.workingDaysAfterAct, WORKING_DAYS)
      : `срок по акту ${formatDate(act.dueDate)}`;
  const name = [act.kind, act.issuer, `от ${formatDate(act.date)}`, act.number && `№ ${act.number}`];
  return `${name.filter(Boolean).join(' ')}, ${term}`;
}

/** States that have no column of their own in the ministry's form. */
const OTHER_STATES: readonly (readonly [State, string])[] = [
  ['done_unproved', 'не подтверждено'],
  ...(
    [
      'awaiting_acceptance',
      'returned',
      'not_started',
      'waiting_act',
      'on_request',
      'no_deadline',
      'not_required',
    ] as const
  ).map((state) => [state, STATE_TITLES[state]] as const),
];

/** What the total holds beyond the columns beside it. */
function formatOtherStates({ byState }: Tally): string {
  return OTHER_STATES.filter(([state]) => byState[state] > 0)
    .map(([state, title]) => `${title}: ${byState[state]}`)
    .join('; ');
}
