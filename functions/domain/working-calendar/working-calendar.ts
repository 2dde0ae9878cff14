import { addDays, weekdayOf, yearOf, type CalendarDate } from '../dates/dates.ts';
import { HOLIDAYS_OF_THE_LAW, OFFICIAL_YEARS, type OfficialYear } from './official-days.ts';

/**
 * `shortened` counts as a working day. `decree_day_off` (a day off by decree of the President) counts as a
 * day off, which is the careful reading for the one who must report; whoever shows a date that met one says so.
 */
export type DayKind = 'working' | 'day_off' | 'shortened' | 'decree_day_off';

/** One row of the staff's sheet «Календарь»: it wins over the official data, `basis` names the document. */
export interface DayOverride {
  readonly date: CalendarDate;
  readonly kind: DayKind;
  readonly basis?: string;
}

export interface WorkingCalendar {
  dayKind(date: CalendarDate): DayKind;
  isWorkingDay(date: CalendarDate): boolean;
  /** The date itself where it is a working day. */
  nextWorkingDay(date: CalendarDate): CalendarDate;
  /** The date itself where it is a working day. */
  previousWorkingDay(date: CalendarDate): CalendarDate;
  /**
   * The day on which `days` working days after the event have run: the first of them is the next working
   * day after `date` (ГК РФ ст. 191). A negative number counts back. 0 gives the date itself.
   */
  addWorkingDays(date: CalendarDate, days: number): CalendarDate;
  /** Working days after `from` up to and including `to`; 0 where `to` is no later. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number;
  /** False where only weekends and the holidays of the law are known: an answer for such a year must carry a warning. */
  hasDataFor(year: number): boolean;
}

/** Longer than any chain of days off: 2020-03-28 – 2020-05-11 took 45 days. */
const LONGEST_SEARCH = 400;
const MOST_WORKING_DAYS = 10_000;

function* officialDays(official: OfficialYear): Generator<[CalendarDate, DayKind]> {
  const kinds: readonly [string, DayKind][] = [
    [official.daysOff, 'day_off'],
    [official.workingWeekends, 'working'],
    [official.shortened, 'shortened'],
    [official.byDecree, 'decree_day_off'],
  ];
  for (const [days, kind] of kinds) {
    for (const day of days.split(' ').filter(Boolean))
      yield [`${official.year}-${day}` as CalendarDate, kind];
  }
}

const OFFICIAL_DAYS: ReadonlyMap<CalendarDate, DayKind> = new Map(
  OFFICIAL_YEARS.flatMap((year) => [...officialDays(year)]),
);
const KNOWN_YEARS: ReadonlySet<number> = new Set(OFFICIAL_YEARS.map(({ year }) => year));

/** Without the year's decree on transfers the law alone speaks: weekends and the holidays of art. 112 ТК РФ. */
function isUsualDayOff(date: CalendarDate): boolean {
  if (weekdayOf(date) >= 6) return true;
  return !KNOWN_YEARS.has(yearOf(date)) && HOLIDAYS_OF_THE_LAW.has(date.slice(5));
}

/** The official calendar 2019–2026 with the department's own days on top. */
export function createWorkingCalendar(overrides: readonly DayOverride[] = []): WorkingCalendar {
  const own = new Map(overrides.map(({ date, kind }) => [date, kind]));
  const ownYears = yearsCovered(overrides);
  const dayKind = (date: CalendarDate): DayKind =>
    own.get(date) ?? OFFICIAL_DAYS.get(date) ?? (isUsualDayOff(date) ? 'day_off' : 'working');
  const isWorkingDay = (date: CalendarDate): boolean => {
    const kind = dayKind(date);
    return kind === 'working' || kind === 'shortened';
  };
  const seek = (from: CalendarDate, step: 1 | -1): CalendarDate => {
    let date = from;
    for (let tried = 0; tried < LONGEST_SEARCH; tried += 1) {
      if (isWorkingDay(date)) return date;
      date = addDays(date, step);
    }
    return from;
  };
  const addWorkingDays = (date: CalendarDate, days: number): CalendarDate => {
    const step = days < 0 ? -1 : 1;
    const count = Math.min(Math.abs(Math.trunc(days)), MOST_WORKING_DAYS);
    let reached = date;
    for (let done = 0; done < count; done += 1) reached = seek(addDays(reached, step), step);
    return reached;
  };
  return {
    workingDaysBetween: createCounter(isWorkingDay),
    dayKind,
    isWorkingDay,
    nextWorkingDay: (date) => seek(date, 1),
    previousWorkingDay: (date) => seek(date, -1),
    addWorkingDays,
    hasDataFor: (year) => KNOWN_YEARS.has(year) || ownYears.has(year),
  };
}

/** Each span is counted once: thousands of rows share a few control dates. */
function createCounter(isWorkingDay: (date: CalendarDate) => boolean): WorkingCalendar['workingDaysBetween'] {
  const counted = new Map<string, number>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const known = counted.get(key);
    if (known !== undefined) return known;
    let count = 0;
    const last = addDays(from, MOST_DAYS_COUNTED) < to ? addDays(from, MOST_DAYS_COUNTED) : to;
    for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
    counted.set(key, count);
    return count;
  };
}

/** A term that ran out longer ago is a slip of typing. */
const MOST_DAYS_COUNTED = 4_000;

/** A year typed into «Календарь» counts as known once it has the days off of a usual year. */
const DAYS_OFF_OF_A_KNOWN_YEAR = 8;

function yearsCovered(overrides: readonly DayOverride[]): ReadonlySet<number> {
  const daysOff = new Map<number, number>();
  for (const { date, kind } of overrides) {
    if (kind === 'day_off') daysOff.set(yearOf(date), (daysOff.get(yearOf(date)) ?? 0) + 1);
  }
  return new Set([...daysOff].filter(([, count]) => count >= DAYS_OFF_OF_A_KNOWN_YEAR).map(([year]) => year));
}
