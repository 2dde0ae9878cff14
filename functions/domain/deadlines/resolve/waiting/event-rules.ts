import { addDays, formatDate, type CalendarDate } from '../../../dates.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { nameAct } from './acts.ts';
import { resolveFromNamedDay } from '../dated/from-named-day.ts';
import { dated, undated, type Outcome, type Setting, type Span } from '../outcome.ts';
import { moved } from './term.ts';

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;

/** Terms that run from an event: its date, or that of the external act entered for the measure. */
export function resolveFromEvent(anchor: EventAnchor, setting: Setting): Outcome {
  const fromDay = resolveFromNamedDay(anchor, setting);
  if (fromDay) return fromDay;
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
    : [
        `Дата события из срока («${event}») не внесена, взята дата другого документа (${name}): проверьте её.`,
      ];
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
