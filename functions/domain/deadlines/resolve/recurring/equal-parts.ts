import {
  addDays,
  calendarDate,
  daysBetween,
  endOfMonth,
  monthOf,
  yearOf,
  type CalendarDate,
} from '../../../dates/dates.ts';
import type { Frequency, FrequencyUnit } from '../../rule/rule.ts';
import { formatWindow } from '../names.ts';
import type { Setting, Span } from '../outcome.ts';
import { unitsIn } from '../units.ts';

/** As many as a year has weeks. */
const MOST_PARTS = 52;
const MONTHS_IN: Partial<Record<FrequencyUnit, number>> = { year: 12, half_year: 6, quarter: 3 };

/** «2 раза в год» in its halves, «3 раза в квартал» by months; undefined where the unit has no such parts. */
export function equalParts(
  unit: Span,
  { times, unit: kind }: Frequency,
  setting: Setting,
): readonly Span[] | undefined {
  if (unit.start === null) return undefined;
  const whole = { start: unit.start, end: unit.end };
  if (kind === 'month') return partsOfMonth(whole, times);
  const isSchool = kind === 'year' && setting.periodKind === 'school_year';
  if (isSchool && times === 2) return unitsIn(whole, 'half_year', true);
  if (isSchool && times === 4) return unitsIn(whole, 'school_quarter', true);
  const months = MONTHS_IN[kind];
  if (months === undefined || times > MOST_PARTS || !isWhole(whole, months)) return undefined;
  return months % times > 0 ? byDays(whole, times) : byMonths(whole.start, times, months / times);
}

/** «5 раз в год»: months do not divide so, days nearly do. */
function byDays({ start, end }: { start: CalendarDate; end: CalendarDate }, times: number): Span[] {
  const length = daysBetween(start, end) + 1;
  const startOf = (part: number): CalendarDate => addDays(start, Math.floor((length * part) / times));
  return Array.from({ length: times }, (_, part) => {
    const span = { start: startOf(part), end: addDays(startOf(part + 1), -1) };
    return { label: formatWindow(span), ...span };
  });
}

/** From the first of a month to the last of a month, with as many months as the unit has. */
function isWhole({ start, end }: { start: CalendarDate; end: CalendarDate }, months: number): boolean {
  const between = (yearOf(end) - yearOf(start)) * 12 + monthOf(end) - monthOf(start) + 1;
  return between === months && start.endsWith('-01') && end === endOfMonth(end);
}

function byMonths(start: CalendarDate, times: number, size: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let index = 0; index < times; index += 1) {
    let end = endOfMonth(from);
    for (let month = 1; month < size; month += 1) end = endOfMonth(addDays(end, 1));
    spans.push({ label: formatWindow({ start: from, end }), start: from, end });
    from = addDays(end, 1);
  }
  return spans;
}

const LAST_DAYS: Readonly<Record<number, readonly number[]>> = { 2: [15], 3: [10, 20] };

function partsOfMonth(
  { start, end }: { start: CalendarDate; end: CalendarDate },
  times: number,
): Span[] | undefined {
  const days = LAST_DAYS[times];
  if (!days || !start.endsWith('-01')) return undefined;
  const ends = [...days.map((day) => calendarDate(yearOf(start), monthOf(start), day) ?? end), end];
  return ends.map((last, index) => {
    const before = ends[index - 1];
    const from = before ? addDays(before, 1) : start;
    return { label: formatWindow({ start: from, end: last }), start: from, end: last };
  });
}
