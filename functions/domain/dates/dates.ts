/** A day of the calendar without time or zone, always `yyyy-MM-dd`; compares correctly as a string. */
export type CalendarDate = `${number}-${number}-${number}`;

/** An inclusive span of days; `start <= end`. */
export interface DateSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

const RUSSIAN_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Sheets counts days from 1899-12-30, so that 1900-03-01 is day 61 as in Lotus 1-2-3; this many before 1970. */
const SERIAL_EPOCH = -25_569;

// Deadlines ask for thousands of days: integers are ten times faster here than luxon, which the tests hold this
// against. The count of days since 1970-01-01 is by H. Hinnant, "chrono-Compatible Low-Level Date Algorithms":
// years begin in March, so that the leap day is the last of its year, and eras of 400 years are all alike.
const DAYS_OF_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

function dayNumber(date: CalendarDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_BEFORE_1970;
}

function fromDayNumber(days: number): CalendarDate {
  const count = days + DAYS_BEFORE_1970;
  const era = Math.floor(count / DAYS_OF_ERA);
  const dayOfEra = count - era * DAYS_OF_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function isoDate(year: number, month: number, day: number): CalendarDate {
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}` as CalendarDate;
}

/** The day `year-month-day` (month 1–12), or undefined where the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= daysInMonth(year, month) ? isoDate(year, month, day) : undefined;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Reads `yyyy-MM-dd`; undefined where the text has another form or the day does not exist. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const parts = ISO_DATE.exec(text);
  return parts ? calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** Reads strictly `d.M.yyyy`: `impossible` is a date in form but not in the calendar (31.09.2026). */
export function parseRussianDate(text: string): CalendarDate | 'impossible' | undefined {
  const parts = RUSSIAN_DATE.exec(text.trim());
  if (!parts) return undefined;
  return calendarDate(Number(parts[3]), Number(parts[2]), Number(parts[1])) ?? 'impossible';
}

/** `31.08.2021`: the form of every date that a user sees. */
export function formatDate(date: CalendarDate): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;

/** `31.08.2021 (вт)`. */
export function formatDateWithWeekday(date: CalendarDate): string {
  return `${formatDate(date)} (${WEEKDAYS[weekdayOf(date) - 1]})`;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const day = dayOf(date) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${TWO_DIGITS[day]}` as CalendarDate; // stays in every month
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of the month, or its last where it has none. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const total = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return isoDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function yearOf(date: CalendarDate): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
}

export function monthOf(date: CalendarDate): number {
  return digit(date, 5) * 10 + digit(date, 6);
}

function dayOf(date: CalendarDate): number {
  return digit(date, 8) * 10 + digit(date, 9);
}

const ZERO = '0'.charCodeAt(0);

function digit(date: CalendarDate, position: number): number {
  return date.charCodeAt(position) - ZERO;
}

/** The last day of the month in which `date` lies. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const [year, month] = [yearOf(date), monthOf(date)];
  return isoDate(year, month, daysInMonth(year, month));
}

/** The day of a spreadsheet serial number (its fraction is the time of day and is dropped). */
export function dateFromSerial(serial: number): CalendarDate {
  return fromDayNumber(SERIAL_EPOCH + Math.floor(serial));
}

export function dateToSerial(date: CalendarDate): number {
  return dayNumber(date) - SERIAL_EPOCH;
}
