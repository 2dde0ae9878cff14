import type { CalendarDate } from '../../../dates/dates.ts';
import type { DayPoint } from '../../rule/rule.ts';
import { anchor, type Anchored, type ClosedSpan } from './anchor.ts';
import { dayOf, NoSuchDayError } from '../day-of.ts';
import { formatWindow } from '../names.ts';
import type { Setting } from '../outcome.ts';

/** One member of a dated rule's list, placed into the period. */
export interface AnchoredItem {
  readonly anchored: Anchored;
  readonly label: (span: ClosedSpan) => string;
  readonly open: 'start' | 'end' | null;
}

export const labelWindow = (span: ClosedSpan): string => formatWindow(span);
export const oneDay = (date: CalendarDate): ClosedSpan => ({ start: date, end: date });

export function place(spanIn: (year: number) => ClosedSpan, year: number | null, setting: Setting): Anchored {
  return year === null ? anchor(spanIn, setting) : { spans: [spanIn(year)], outside: false };
}

/** `to: null` lasts until the period ends. */
export function rangeItem(
  from: DayPoint,
  to: DayPoint | null,
  setting: Setting,
  label = labelWindow,
): AnchoredItem {
  const spanIn = (year: number): ClosedSpan => {
    const start = dayOf(from, year, setting.calendar);
    if (!to) return oneDay(start);
    const end = dayOf(to, to.year ?? year, setting.calendar);
    if (end < start && (to.year !== null || from.month === to.month))
      throw new NoSuchDayError('Конец срока раньше его начала: исправьте срок.', start.slice(0, 7));
    return { start, end: end < start && to.year === null ? dayOf(to, year + 1, setting.calendar) : end };
  };
  return { anchored: place(spanIn, from.year, setting), label, open: to ? null : 'end' };
}
