import { DateTime } from 'luxon';

/** A day of the calendar without time or zone, always `yyyy-MM-dd`; compares correctly as a string. */
export type CalendarDate = `${number}-${number}-${number}`;

/** An inclusive span of days; `start <= end`. */
export interface DateSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** Sheets counts days from 1899-12-30, so that 1900-03-01 is day 61 as in Lotus 1-2-3. */
const SERIAL_EPOCH = DateTime.utc(1899, 12, 30);
const RUSSIAN_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

function toDateTime(date: CalendarDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}

function fromDateTime(moment: DateTime): CalendarDate {
  return moment.toFormat('yyyy-MM-dd') as CalendarDate;
}

/** The day `year-month-day` (month 1–12), or undefined where the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const moment = DateTime.utc(year, month, day);
  return moment.isValid ? fromDateTime(moment) : undefined;
}

/** Reads `yyyy-MM-dd`; undefined where the text has another form or the day does not exist. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const moment = DateTime.fromFormat(text, 'yyyy-MM-dd', { zone: 'utc' });
  return moment.isValid ? fromDateTime(moment) : undefined;
}

/** Reads strictly `d.M.yyyy`: `impossible` is a date in form but not in the calendar (31.09.2026). */
export function parseRussianDate(text: string): CalendarDate | 'impossible' | undefined {
  const parts = RUSSIAN_DATE.exec(text.trim());
  if (!parts) return undefined;
  return calendarDate(Number(parts[3]), Number(parts[2]), Number(parts[1])) ?? 'impossible';
}

/** `31.08.2021`: the form of every date that a user sees. */
export function formatDate(date: CalendarDate): string {
  return toDateTime(date).toFormat('dd.MM.yyyy');
}

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;

/** `31.08.2021 (вт)`. */
export function formatDateWithWeekday(date: CalendarDate): string {
  return `${formatDate(date)} (${WEEKDAYS[weekdayOf(date) - 1]})`;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return toDateTime(date).weekday;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDateTime(toDateTime(date).plus({ days }));
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round(toDateTime(to).diff(toDateTime(from), 'days').days);
}

export function yearOf(date: CalendarDate): number {
  return toDateTime(date).year;
}

export function monthOf(date: CalendarDate): number {
  return toDateTime(date).month;
}

/** The last day of the month in which `date` lies. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  return fromDateTime(toDateTime(date).endOf('month'));
}

/** The day of a spreadsheet serial number (its fraction is the time of day and is dropped). */
export function dateFromSerial(serial: number): CalendarDate {
  return fromDateTime(SERIAL_EPOCH.plus({ days: Math.floor(serial) }));
}

export function dateToSerial(date: CalendarDate): number {
  return Math.round(toDateTime(date).diff(SERIAL_EPOCH, 'days').days);
}

/** The day that the clock on the wall in `zone` shows at the instant (ISO 8601). */
export function dateInZone(instant: string, zone: string): CalendarDate {
  return fromDateTime(DateTime.fromISO(instant, { zone }));
}
