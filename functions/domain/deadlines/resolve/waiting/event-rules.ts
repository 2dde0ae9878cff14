import { addDays, formatDate, type CalendarDate } from '../../../dates/dates.ts';
import { listNames } from '../../../text/russian.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { nameAct } from './acts.ts';
import { openedSpan, resolveFromNamedDay, UNSAID_END } from '../dated/from-named-day.ts';
import { resolveFromYearEdge } from '../year/from-year-edge.ts';
import { dated, undated, type Option, type Outcome, type Setting, type Span } from '../outcome.ts';
import { moved } from './term.ts';

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;

/** Terms that run from an event: its date, or that of the external act entered for the measure. */
export function resolveFromEvent(anchor: EventAnchor, setting: Setting): Outcome {
  const fromDay = resolveFromNamedDay(anchor, setting) ?? resolveFromYearEdge(anchor, setting);
  if (fromDay) return fromDay;
  const events = findEvents(anchor.event, setting);
  const [event] = events;
  if (!event) return undated('waiting_act', waitingForEvent(anchor.event));
  const options = events.map((each) => optionOf(eventSpan(anchor, each, setting)));
  const warnings = [
    ...unsaidLength(anchor),
    ...unlikeEvent(anchor.event, event),
    ...equallyLike(anchor.event, events),
  ];
  return dated(options, { ambiguous: warnings.length > 0, warnings, note: countedFrom(event) });
}

const optionOf = (span: Span): Option => ({ meaning: span.label, spans: [span] });

function unsaidLength({ amount, direction }: EventAnchor): string[] {
  if (direction === 'not_before') return [UNSAID_END];
  return amount === null && direction === 'after'
    ? ['Сколько дней даётся после события, не сказано: назначьте дату.']
    : [];
}
const unlikeEvent = (event: string | null, { name, alike }: Dated): string[] =>
  alike || event === null
    ? []
    : [
        `Дата события из срока («${event}») не внесена, взята дата другого документа (${name}): проверьте её.`,
      ];
const equallyLike = (event: string | null, [first, ...others]: readonly Dated[]): string[] =>
  first && others.length > 0
    ? [
        `К событию из срока («${event ?? ''}») подходит не одна дата: ${listNames([first, ...others].map(nameWithDate))}. Взята ${formatDate(first.date)}: проверьте её.`,
      ]
    : [];
const nameWithDate = ({ name, date, isAct }: Dated): string => (isAct ? name : `${name} ${formatDate(date)}`);
const countedFrom = ({ name, date, isAct }: Dated): string =>
  isAct
    ? `Срок отсчитан от даты внешнего акта: ${name}.`
    : `Срок отсчитан от события «${name}» ${formatDate(date)}.`;

const waitingForEvent = (event: string | null): string =>
  event
    ? `Отсчёт ведётся от события: ${event}; дата не введена. Внесите событие или документ в «Внешние акты», до этого просрочки нет.`
    : 'Не сказано, от какого события отсчитывать срок. Внесите событие или документ в «Внешние акты», до этого просрочки нет.';

interface Dated {
  readonly name: string;
  readonly date: CalendarDate;
  readonly isAct: boolean;
  /** The phrase speaks of this event, by its words. */
  readonly alike: boolean;
}

/**
 * The entered event or act that the phrase names; else the only act entered for the measure. Of several that are
 * named equally well and have other dates each is one reading: the latest first, as with the acts in force.
 */
function findEvents(event: string | null, { events = [], acts }: Setting): readonly Dated[] {
  const entered: Dated[] = [
    ...events.map(({ name, date }) => ({ name, date, isAct: false, alike: true })),
    ...acts.map((act) => ({ name: nameAct(act), date: act.date, isAct: true, alike: true })),
  ];
  const only = entered.length === 1 ? entered[0] : undefined;
  if (event === null) return only ? [only] : [];
  const words = stems(event);
  const shares = entered.map((candidate) => sharedWords(words, stems(candidate.name)));
  const most = Math.max(...shares, 1);
  const likest = entered.filter((_, index) => shares[index] === most);
  if (likest.length === 0 && only?.isAct) return [{ ...only, alike: false }];
  const latestFirst = likest.toSorted((a, b) => Number(a.date < b.date) - Number(a.date > b.date));
  return latestFirst.filter(({ date }, index) => date !== latestFirst[index - 1]?.date);
}

/** Words that tell events apart, cut to the part that does not change with the case; abbreviations (ВПР, ЕГЭ) whole. */
const stems = (text: string): string[] => {
  const words = text.match(/(?<![А-ЯЁа-яё])(?:[А-ЯЁ]{2,3}(?![А-ЯЁа-яё])|[А-ЯЁа-яё]{4,})/gu) ?? [];
  return words
    .map((word) => word.toLowerCase().replaceAll('ё', 'е'))
    .map((word) => word.slice(0, Math.max(4, word.length - 2)));
};

/** «приказ» and «приказа» are cut at different letters: a stem may be the other one's beginning. */
const sharedWords = (words: readonly string[], others: readonly string[]): number =>
  others.filter((other) => words.some((word) => isSameStem(word, other))).length;
const isSameStem = (a: string, b: string): boolean =>
  (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) <= 1;

function eventSpan({ direction, amount }: EventAnchor, { name, date }: Dated, setting: Setting): Span {
  const label = `${name} (${formatDate(date)})`;
  if (direction === 'not_before') return openedSpan(label, moved(date, amount, 1, setting), setting);
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
