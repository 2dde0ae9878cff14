import { addDays, formatDate, type CalendarDate } from '../../../dates/dates.ts';
import { parseDeadline } from '../../parse-deadline.ts';
import type { DayPoint, RuleOf } from '../../rule/rule.ts';
import type { ClosedSpan } from './anchor.ts';
import { dayOf } from '../day-of.ts';
import { dated, type Option, type Outcome, type Setting, type Span } from '../outcome.ts';
import { oneDay, place } from './range-item.ts';
import { moved } from '../waiting/term.ts';

type EventAnchor = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;

/** «за 10 дней до 1 сентября»: the event is a day that can be reckoned from; undefined where it is anything else. */
export function resolveFromNamedDay(anchor: EventAnchor, setting: Setting): Outcome | undefined {
  const point = anchor.amount && anchor.event !== null ? namedDay(anchor.event) : undefined;
  if (!point) return undefined;
  const sign = anchor.direction === 'before' ? -1 : 1;
  const spanIn = (year: number): ClosedSpan => {
    const day = dayOf(point, year, setting.calendar);
    const end = moved(day, anchor.amount, sign, setting);
    return sign < 0 ? oneDay(end) : { start: day, end };
  };
  const { period } = setting;
  const { spans } = place(spanIn, point.year, setting);
  const outside = spans.every(({ end }) => end < period.start || end > period.end);
  if (anchor.direction === 'not_before') {
    const opened = spans.map(({ end }) => ({
      meaning: formatDate(end),
      spans: [openedSpan(`после ${formatDate(end)}`, end, setting)],
    }));
    return dated(opened, { ambiguous: true, warnings: [UNSAID_END] });
  }
  const options = spans.map((span) => asOption(span, sign, setting));
  return dated(options, {
    ambiguous: outside || options.length > 1,
    warnings: outside ? ['Срок лежит вне периода: проверьте год.'] : [],
    note:
      sign < 0
        ? 'Дни отсчитаны назад от названной даты.'
        : 'Дни отсчитаны от названной даты, начиная со следующего дня (ст. 191 ГК РФ).',
  });
}

export const UNSAID_END =
  'Сказано, когда можно начать, а конец срока не назван: контроль поставлен на конец периода, назначьте дату.';

/** Opens on the day after `date` and lasts until the period ends. */
export function openedSpan(label: string, date: CalendarDate, { period }: Setting): Span {
  const start = addDays(date, 1);
  return { label, start, end: start > period.end ? start : period.end };
}

function asOption({ start, end }: ClosedSpan, sign: 1 | -1, { period }: Setting): Option {
  const opens = sign > 0 ? start : end < period.start ? null : period.start;
  return { meaning: formatDate(end), spans: [{ label: formatDate(end), start: opens, end }] };
}

function namedDay(event: string): DayPoint | undefined {
  if (!/\d/u.test(event)) return undefined;
  const { rule, remarks, further } = parseDeadline(event);
  const [only, second] = rule.kind === 'by_date' && rule.bound === 'on' ? rule.dates : [];
  return second || remarks.length > 0 || further.length > 0 ? undefined : only;
}
