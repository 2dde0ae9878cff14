import type { CalendarDate } from '../dates/dates.ts';
import { maskPersonal } from '../text/personal-data.ts';
import { formatDate } from '../dates/dates.ts';
import { cutAt } from '../text/shorten.ts';
import type { Place } from '../records/worksheet-key.ts';
import { describeTerm } from './describe-term.ts';
import { endOfWeek } from './plan-reminders.ts';
import type { PersonReminders, Reminder, WeekView } from './reminder.ts';

/** What one address is told on a day, in words; rows by their places. */
export interface Digest {
  readonly subject: string;
  readonly heading: string;
  /** Of the head's week. */
  readonly figures: readonly { readonly title: string; readonly count: string }[];
  readonly sections: readonly DigestSection[];
}

export interface DigestSection {
  readonly title: string;
  readonly tone: 'burning' | 'due' | 'calm';
  readonly lines: readonly DigestLine[];
  /** So many more than are listed. */
  readonly more: number;
}

export interface DigestLine {
  readonly title: string;
  readonly detail: string;
  readonly place: Place;
}

export interface NewDigest {
  readonly digest: Digest;
  /** All that it tells: they are told now. */
  readonly keys: readonly string[];
}

/** The digest of what is new to the address; undefined where nothing is. */
export function composeDigest(
  person: PersonReminders,
  { isNew, today }: { readonly isNew: (key: string) => boolean; readonly today: CalendarDate },
): NewDigest | undefined {
  const isFresh = ({ keys }: Reminder) => keys.some(isNew);
  const own = person.own.filter(isFresh);
  const escalated = person.escalated.filter(isFresh);
  const week = person.week && isNew(person.week.key) ? person.week : undefined;
  if (own.length + escalated.length === 0 && !week) return undefined;
  const sections = [
    ...escalatedSection(escalated),
    ...ownSections(own, today),
    ...weekSections(week, escalated),
  ];
  const keys = [...own, ...escalated].flatMap((reminder) => reminder.keys);
  return {
    keys: [...new Set(week ? [...keys, week.key] : keys)],
    digest: {
      subject: subjectOf({ own, escalated, week }, today),
      heading: week ? `Неделя с ${formatDate(today)}` : `Сроки на ${formatDate(today)}`,
      figures: week ? figuresOf(week) : [],
      sections: sections.filter(({ lines }) => lines.length > 0),
    },
  };
}

interface Told {
  readonly own: readonly Reminder[];
  readonly escalated: readonly Reminder[];
  readonly week: WeekView | undefined;
}

/** «ШНОР: просрочено 2, на этой неделе 3»: what a phone shows before anything is opened. */
function subjectOf({ own, escalated, week }: Told, today: CalendarDate): string {
  const count = (isCounted: (reminder: Reminder) => boolean) => own.filter(isCounted).length;
  const isLate = ({ overdueDays }: Reminder) => overdueDays > 0;
  const isThisWeek = (reminder: Reminder) => isDueBy(reminder, endOfWeek(today));
  const overdue = week?.figures.overdue ?? new Set([...escalated, ...own.filter(isLate)].map(nameOf)).size;
  const parts = [
    ['просрочено', overdue],
    ['возвращено', count((each) => each.kind === 'returned' && !isLate(each))],
    ['на этой неделе', week?.figures.thisWeek ?? count(isThisWeek)],
    ['впереди', count((each) => each.kind === 'due' && !isThisWeek(each))],
    ['без документа', count(({ kind }) => kind === 'unproved')],
  ] as const;
  const told = parts.filter(([, number]) => number > 0).map(([word, number]) => `${word} ${number}`);
  return `ШНОР: ${told.length > 0 ? told.join(', ') : 'итоги недели'}`;
}

function nameOf({ measure, school, controlDate }: Reminder): string {
  return [measure, school, controlDate].join('\n');
}

function isDueBy({ kind, remindDate }: Reminder, day: CalendarDate): boolean {
  return kind === 'due' && remindDate <= day;
}

function ownSections(own: readonly Reminder[], today: CalendarDate): readonly DigestSection[] {
  const sunday = endOfWeek(today);
  const ofKind = (wanted: Reminder['kind']) => own.filter(({ kind }) => kind === wanted);
  const due = ofKind('due');
  return [
    sectionOf('Просрочено', 'burning', { reminders: ofKind('overdue') }),
    sectionOf('Возвращено на доработку', 'burning', { reminders: ofKind('returned') }),
    sectionOf('Срок на этой неделе', 'due', { reminders: due.filter((each) => isDueBy(each, sunday)) }),
    sectionOf('Срок впереди', 'calm', { reminders: due.filter((each) => !isDueBy(each, sunday)) }),
    sectionOf('Нет подтверждающего документа', 'calm', { reminders: ofKind('unproved') }),
  ];
}

function escalatedSection(escalated: readonly Reminder[]): readonly DigestSection[] {
  return [sectionOf('Долго просрочено', 'burning', { reminders: escalated, isForHead: true })];
}

/** What is told above as new is not told twice. */
function weekSections(week: WeekView | undefined, escalated: readonly Reminder[]): readonly DigestSection[] {
  if (!week) return [];
  const above = new Set(escalated.map(nameOf));
  const overdue = week.overdue.filter((each) => !above.has(nameOf(each)));
  const title = above.size > 0 ? 'Просрочено, кроме того' : 'Просрочено';
  return [
    sectionOf(title, 'burning', { reminders: overdue, isForHead: true }),
    sectionOf('Срок на этой неделе', 'due', { reminders: week.thisWeek, isForHead: true }),
    sectionOf('Просрочено в планах школ', 'burning', { reminders: week.plans, isForHead: true }),
  ];
}

/** More than anyone reads in a letter: the rest is in «Контроль». */
const MAX_LINES = 30;
/** Cells may hold 50,000 characters; letters are kept, and a document of the store takes 1 MiB. */
const MAX_LINE = 500;

interface SectionOptions {
  readonly reminders: readonly Reminder[];
  /** Whoever answers for the row is named. */
  readonly isForHead?: true;
}

function sectionOf(
  title: string,
  tone: DigestSection['tone'],
  { reminders, isForHead }: SectionOptions,
): DigestSection {
  const sorted = reminders.toSorted((a, b) => b.overdueDays - a.overdueDays || a.daysLeft - b.daysLeft);
  const lines = sorted.slice(0, MAX_LINES).map((reminder) => lineOf(reminder, isForHead === true));
  return { title, tone, lines, more: sorted.length - lines.length };
}

function lineOf(reminder: Reminder, isForHead: boolean): DigestLine {
  const { school, measure, title, responsible, place } = reminder;
  const whose =
    isForHead && responsible !== ''
      ? ` Ответственный: ${maskPersonal(responsible, { withNames: true })}.`
      : '';
  return {
    title: cutAt(`${school ?? 'Муниципалитет'} — ${maskPersonal(`${measure} ${title}`.trim())}`, MAX_LINE),
    detail: cutAt(`${describeTerm(reminder)}${whose}`, MAX_LINE),
    place,
  };
}

function figuresOf({ figures }: WeekView): Digest['figures'] {
  const share = figures.due > 0 ? `${figures.done} из ${figures.due}` : '—';
  return [
    { title: 'Просрочено', count: String(figures.overdue) },
    { title: 'Срок на этой неделе', count: String(figures.thisWeek) },
    { title: 'Срок за 30 дней', count: String(figures.thisMonth) },
    { title: 'Ожидает акта', count: String(figures.waitingAct) },
    { title: 'Выполнено из наступившего', count: share },
  ];
}
