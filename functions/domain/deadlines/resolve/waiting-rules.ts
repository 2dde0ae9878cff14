import { addDays, calendarDate, formatDate, monthOf, yearOf, type CalendarDate } from '../../dates.ts';
import type { Amount, RuleOf } from '../rule.ts';
import type { DeadlineAct } from '../types.ts';
import { lastOfMonth } from './anchor.ts';
import { dated, undated, type Outcome, type Setting, type Span } from './outcome.ts';
import { resolveYearEdge } from './year-edge.ts';

/** Rules whose date comes from an act or event that somebody has to enter. */
export function resolveByAct(rule: RuleOf<'by_external_act'>, setting: Setting): Outcome {
  const acts = matchingActs(rule.act, setting.acts);
  if (acts.length === 0) return undated('waiting_act', waitingFor(rule), rule.basis === 'event_period');
  const spans = acts.map((act) => actSpan(act, setting));
  return dated([{ meaning: spans.map(({ label }) => label).join('; '), spans }]);
}

/** Acts of the named kind; where none has that kind, all that were entered for the measure. */
function matchingActs(kind: string | null, acts: readonly DeadlineAct[]): DeadlineAct[] {
  const same = acts.filter((act) => act.kind.trim().toLowerCase() === kind);
  return [...(same.length > 0 ? same : acts)].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const nameAct = ({ kind, issuer, number, date }: DeadlineAct): string =>
  [kind, issuer, `от ${formatDate(date)}`, number && `№ ${number}`].filter(Boolean).join(' ');

function actSpan(act: DeadlineAct, { calendar, settings }: Setting): Span {
  const end = act.dueDate ?? calendar.addWorkingDays(act.date, settings.workingDaysAfterAct);
  return { label: nameAct(act), start: act.date < end ? act.date : end, end };
}

function waitingFor({ basis, act, detail }: RuleOf<'by_external_act'>): string {
  if (basis === 'event_period') return `Ожидает документа с датами: ${detail}. Внесите его в «Внешние акты».`;
  const name = [act ?? 'документ, который устанавливает срок', act ? detail : ''].filter(Boolean).join(' ');
  return `Ожидает документа (${name}): внесите его дату и номер в «Внешние акты», до этого просрочки нет.`;
}

export function resolveRelative(rule: RuleOf<'relative'>, setting: Setting): Outcome {
  const { anchor } = rule;
  if (anchor.type === 'year_edge') return resolveYearEdge(anchor, setting);
  if (anchor.type === 'context') return undated('unknown', CONTEXT_REASON[anchor.span], true);
  const event = eventDate(anchor.event, setting);
  if (!event) return undated('waiting_act', waitingForEvent(anchor.event));
  const span = eventSpan(anchor, event, setting);
  const ambiguous = anchor.amount === null && anchor.direction === 'after';
  const warnings = ambiguous ? ['Сколько дней даётся после события, не сказано: назначьте дату.'] : [];
  return dated([{ meaning: span.label, spans: [span] }], { ambiguous, warnings });
}

const CONTEXT_REASON = {
  day: 'Не сказано, какого дня: назначьте контрольную дату.',
  week: 'Не сказано, какой недели: назначьте контрольную дату.',
  month: 'Не сказано, какого месяца: допишите месяц или назначьте контрольную дату.',
  quarter: 'Не сказано, какого квартала: допишите его или назначьте контрольную дату.',
  school_quarter: 'Не сказано, какой четверти: допишите её или назначьте контрольную дату.',
  half_year: 'Не сказано, какого полугодия: допишите его или назначьте контрольную дату.',
} as const;

const waitingForEvent = (event: string | null): string =>
  event
    ? `Срок отсчитывается от события «${event}»: внесите его дату, до этого просрочки нет.`
    : 'Не сказано, от какого события отсчитывать срок: внесите дату события, до этого просрочки нет.';

interface Dated {
  readonly name: string;
  readonly date: CalendarDate;
}

/** The entered event or act that the phrase names; where it names none, the only one entered. */
function eventDate(event: string | null, { events = [], acts }: Setting): Dated | undefined {
  const candidates: Dated[] = [
    ...events,
    ...acts.map((act) => ({ name: nameAct(act), date: act.date, kind: act.kind })),
  ];
  if (event === null) return candidates.length === 1 ? candidates[0] : undefined;
  const words = stems(event);
  return candidates
    .map((candidate) => ({
      candidate,
      shared: stems(candidate.name).filter((stem) => words.includes(stem)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)[0]?.candidate;
}

/** Words that tell events apart, cut to the part that does not change with the case. */
function stems(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]{4,}/g) ?? []
  ).map((word) => word.slice(0, Math.max(4, word.length - 2)));
}

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;

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
