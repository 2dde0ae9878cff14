import { addDays, calendarDate, formatDate, monthOf, yearOf, type CalendarDate } from '../../dates.ts';
import type { Amount, RuleOf } from '../rule.ts';
import { nameAct } from './acts.ts';
import { lastOfMonth } from './anchor.ts';
import { dated, undated, type Outcome, type Setting, type Span } from './outcome.ts';

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;

/** Terms that run from an event: its date, or that of the external act entered for the measure. */
export function resolveFromEvent(anchor: EventAnchor, setting: Setting): Outcome {
  const event = findEvent(anchor.event, setting);
  if (!event) return undated('waiting_act', waitingForEvent(anchor.event));
  const span = eventSpan(anchor, event, setting);
  const warnings = [...unsaidLength(anchor), ...unlikeEvent(anchor.event, event)];
  const more = { ambiguous: warnings.length > 0, warnings, note: countedFrom(event) };
  return dated([{ meaning: span.label, spans: [span] }], more);
}

const unsaidLength = ({ amount, direction }: EventAnchor): string[] =>
  amount === null && direction === 'after'
    ? ['Сколько дней даётся после события, не сказано: назначьте дату.']
    : [];
const unlikeEvent = (event: string | null, { name, alike }: Dated): string[] =>
  alike || event === null
    ? []
    : [`Событие «${event}» не внесено, взята дата другого документа (${name}): проверьте её.`];
const countedFrom = ({ name, date, isAct }: Dated): string =>
  isAct
    ? `Срок отсчитан от даты внешнего акта: ${name}.`
    : `Срок отсчитан от события «${name}» ${formatDate(date)}.`;

const waitingForEvent = (event: string | null): string =>
  event
    ? `Срок отсчитывается от события «${event}»: внесите событие или документ в «Внешние акты», до этого просрочки нет.`
    : 'Не сказано, от какого события отсчитывать срок: внесите событие или документ в «Внешние акты», до этого просрочки нет.';

interface Dated {
  readonly name: string;
  readonly date: CalendarDate;
  readonly isAct: boolean;
  /** The phrase speaks of this event, by its words. */
  readonly alike: boolean;
}

/** The entered event or act that the phrase names; else the only act entered for the measure. */
function findEvent(event: string | null, { events = [], acts }: Setting): Dated | undefined {
  const entered: Dated[] = [
    ...events.map(({ name, date }) => ({ name, date, isAct: false, alike: true })),
    ...acts.map((act) => ({ name: nameAct(act), date: act.date, isAct: true, alike: true })),
  ];
  const only = entered.length === 1 ? entered[0] : undefined;
  if (event === null) return only;
  const words = stems(event);
  const [likest] = entered
    .map((candidate) => ({ candidate, shared: sharedWords(words, stems(candidate.name)) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return likest?.candidate ?? (only?.isAct ? { ...only, alike: false } : undefined);
}

/** Words that tell events apart, cut to the part that does not change with the case. */
const stems = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]{4,}/g) ?? []
  ).map((word) => word.slice(0, Math.max(4, word.length - 2)));

/** «приказ» and «приказа» are cut at different letters: a stem may be the other one's beginning. */
const sharedWords = (words: readonly string[], others: readonly string[]): number =>
  others.filter((other) => words.some((word) => isSameStem(word, other))).length;
const isSameStem = (a: string, b: string): boolean =>
  (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) <= 1;

function eventSpan({ direction, amount }: EventAnchor, { name, date }: Dated, setting: Setting): Span {
  const label = `${name} (${formatDate(date)})`;
  if (direction === 'at') return { label, start: date, end: date };
  if (direction === 'before')
    return { label, start: startBefore(date, setting), end: moved(date, amount, -1, setting) };
  if (amount === null)
    return { label, start: date, end: date > setting.period.end ? date : setting.period.end };
  return { label, start: date, end: moved(date, amount, 1, setting) };
}

function startBefore(date: CalendarDate, { period }: Setting): CalendarDate | null {
  return addDays(date, -366) < period.start && period.start < addDays(date, -31) ? period.start : null;
}

const DAYS_IN: Partial<Record<Amount['unit'], number>> = { day: 1, week: 7 };
const MONTHS_IN: Partial<Record<Amount['unit'], number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };
const HOURS_A_DAY = 24;

/** ГК РФ art. 191–192: the term runs from the next day; a term in months ends on the same day of the month, or its last. */
function moved(date: CalendarDate, amount: Amount | null, sign: 1 | -1, { calendar }: Setting): CalendarDate {
  if (amount === null) return addDays(date, sign);
  const { count, unit } = amount;
  if (unit === 'working_day') return calendar.addWorkingDays(date, sign * count);
  if (unit === 'hour') return addDays(date, sign * Math.ceil(count / HOURS_A_DAY));
  const months = MONTHS_IN[unit];
  return months ? addMonths(date, sign * months * count) : addDays(date, sign * count * (DAYS_IN[unit] ?? 1));
}

function addMonths(date: CalendarDate, months: number): CalendarDate {
  const total = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return calendarDate(year, month, Number(date.slice(8))) ?? lastOfMonth(year, month);
}
