import { formatDate } from '../../dates/dates.ts';
import type { Obligation } from '../../assessment/obligation.ts';
import type { JournalEntry } from '../../records/records.ts';
import { hasLeft } from '../../assessment/school-membership.ts';
import { isDone, STATE_TITLES, type State } from '../../assessment/states/state.ts';
import { countOf, listNames, NOUNS, pluralForm, type NounForms } from '../../text/russian.ts';
import { formatPercent } from '../tables/format-percent.ts';
import { maskShare } from '../tables/masking.ts';
import type { ReportBasis } from '../report-basis.ts';
import type { ReportPart } from '../report-document.ts';
import { formatSpan } from '../report-span.ts';
import { formatOverdueOutside } from './late-part.ts';
import { formatPostponed } from '../tables/postponed-table.ts';
import { countKinds, isCourse } from '../tables/work-lines.ts';
import { tally, type Tally } from '../../assessment/tally.ts';

/** Part 1: what the figures are of, and what they come to, in sentences. */
export function composeTitle(basis: ReportBasis): ReportPart {
  const counts = tally(basis.obligations);
  return composeLead(
    formatSubject(basis),
    formatMeasures(basis),
    formatDue(counts),
    formatStates(counts),
    formatApart(counts),
    formatOverdueOutside(basis),
    formatPostponed(basis),
    formatWork(basis),
    formatCourses(basis),
    formatUnclear(basis),
  );
}

/** The sentences that there are. */
export function composeLead(...sentences: readonly string[]): ReportPart {
  return {
    key: 'title',
    title: 'Общие сведения',
    blocks: sentences.filter(Boolean).map((text) => ({ kind: 'text', style: 'body', text }) as const),
  };
}

/** `По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021)`. */
export function formatWhen({ asOf, span }: Pick<ReportBasis, 'asOf' | 'span'>): string {
  const days = span.title.includes(' по ') ? '' : ` (${formatSpan(span)})`;
  return `По состоянию на ${formatDate(asOf)} за отчётный период — ${span.title}${days}`;
}

/** Prepositional: «в 1 разделе, в 5 разделах». */
const IN_SECTIONS: NounForms = ['разделе', 'разделах', 'разделах'];
const ENTERS: NounForms = ['входит', 'входят', 'входит'];

export function formatSubject(basis: ReportBasis): string {
  const { schools, measures, sections, obligations } = basis;
  const total = obligations.length;
  const who =
    schools.length === 0
      ? 'учитываемых школ нет'
      : `на сопровождении ${countOf(schools.length, NOUNS.school)}${formatLeft(basis)}`;
  return (
    `${formatWhen(basis)} — ${who} (${formatStatuses(basis)}). Регламентом установлено ` +
    `${countOf(measures.length, NOUNS.measure)} в ${countOf(sections.length, IN_SECTIONS)}; в отчёт ` +
    `${pluralForm(total, ENTERS)} ${countOf(total, NOUNS.execution)}.`
  );
}

/** They owe what fell due before they left, so they are in the number. */
function formatLeft({ schools, asOf }: ReportBasis): string {
  const left = schools.filter((school) => hasLeft(school, asOf)).length;
  return left > 0 ? `, из них выбыло из списка за период — ${left}` : '';
}

export function formatStatuses({ assessment }: ReportBasis): string {
  const { countedStatuses } = assessment.records.settings;
  return `учитываемые статусы: ${countedStatuses.length > 0 ? `«${countedStatuses.join('», «')}»` : 'не названы'}`;
}

/** Genitive: «из 1 мероприятия, вошедшего…, из 11 мероприятий, вошедших…». */
const OF_MEASURES: NounForms = ['мероприятия, вошедшего', 'мероприятий, вошедших', 'мероприятий, вошедших'];

function formatMeasures({ obligations }: ReportBasis): string {
  if (obligations.length === 0) return '';
  const byMeasure = [...Map.groupBy(obligations, ({ measure }) => measure).values()];
  const whole = byMeasure.filter(isWhole).length;
  const late = byMeasure.filter((those) => those.some(({ state }) => state === 'overdue')).length;
  return (
    `Из ${countOf(byMeasure.length, OF_MEASURES)} в отчёт, полностью исполнено и подтверждено — ${whole}, ` +
    `с просрочкой хотя бы по одному исполнению — ${late}.`
  );
}

function isWhole(obligations: readonly Obligation[]): boolean {
  const required = obligations.filter(({ state }) => state !== 'not_required');
  return required.length > 0 && required.every(({ state }) => isDone(state));
}

/** Dative: «по 1 исполнению, по 2 исполнениям». */
const BY_EXECUTIONS: NounForms = ['исполнению', 'исполнениям', 'исполнениям'];

export function formatDue({ due, dueDone, percent, byState }: Tally): string {
  if (percent === null)
    return 'Ни по одному исполнению срок ещё не наступил, процент выполнения не считается.';
  return (
    `Срок наступил по ${countOf(due, BY_EXECUTIONS)}, из них выполнено и подтверждено ${dueDone} ` +
    `(${formatPercent(percent)})${formatDoneLate(byState.done_late)}.`
  );
}

/** How much of what is done was done late: beside every percentage. */
export function formatDoneLate(late: number): string {
  return late > 0 ? `, в том числе с опозданием ${late}` : '';
}

const RUNNING: readonly State[] = [
  'done',
  'done_late',
  'done_unproved',
  'in_progress',
  'not_started',
  'overdue',
  'off_control',
  'awaiting_acceptance',
  'returned',
];
const APART: readonly State[] = ['waiting_act', 'on_request', 'no_deadline', 'not_required'];

function formatStates({ byState }: Tally): string {
  const present = RUNNING.filter((state) => byState[state] > 0);
  return present.length === 0 ? '' : `Всего по отчёту: ${listStates(present, byState)}.`;
}

function formatApart({ byState }: Tally): string {
  const present = APART.filter((state) => byState[state] > 0);
  return present.length === 0 ? '' : `Отдельно, вне процента: ${listStates(present, byState)}.`;
}

function listStates(states: readonly State[], byState: Tally['byState']): string {
  return states.map((state) => `${STATE_TITLES[state]} — ${byState[state]}`).join('; ');
}

function formatWork({ journal }: ReportBasis): string {
  if (journal.length === 0) return 'Записей в журнале работы за отчётный период нет.';
  const kinds = countKinds(journal);
  return `По журналу за отчётный период: ${kinds.map(([kind, count]) => `${kind} — ${count}`).join('; ')}.`;
}

/** Whom the journal's courses were for, and what share of its teachers each school has trained. */
function formatCourses({ journal, schools }: ReportBasis): string {
  const courses = journal.filter(isCourse);
  const sum = (valueOf: (entry: JournalEntry) => number | undefined) =>
    courses.reduce((total, entry) => total + (valueOf(entry) ?? 0), 0);
  const sent = [
    ['руководителей', sum(({ leaders }) => leaders)] as const,
    ['педагогов', sum(({ teachers }) => teachers)] as const,
  ].filter(([, count]) => count > 0);
  if (sent.length === 0) return '';
  const whom = sent.map(([who, count]) => `${who} — ${count}`).join(', ');
  return `На курсы повышения квалификации направлено: ${whom}${formatTrained(schools)}.`;
}

function formatTrained(schools: ReportBasis['schools']): string {
  const shares = schools.flatMap(({ bank }) => {
    const share = maskShare(bank?.trainedShare, bank?.teachersTotal);
    return typeof share === 'number' ? [share] : [];
  });
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  if (shares.length === 0) return '';
  const range =
    least === most ? formatPercent(least) : `от ${formatPercent(least)} до ${formatPercent(most)}`;
  return `; прошли их по банку данных ${range} педагогов школы`;
}

/** What the reader must know before the figures are relied on. */
function formatUnclear({ measures }: ReportBasis): string {
  const unclear = measures.filter(
    ({ measure, occurrences, resolution: { status } }) =>
      measure.scope !== 'on_request' &&
      occurrences.length === 0 &&
      (status === 'unknown' || status === 'impossible'),
  );
  if (unclear.length === 0) return '';
  const numbers = listNames(unclear.map(({ measure }) => measure.number));
  return `Контрольная дата не определена по мероприятиям: ${numbers}; в процент и в просрочку они не входят.`;
}
