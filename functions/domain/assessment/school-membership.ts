import { calendarDate, yearOf, type CalendarDate } from '../dates/dates.ts';
import type { School, Settings } from '../records/records.ts';
import type { DueOccurrence } from './due-occurrence.ts';

/**
 * The day from which the school is on the list: as entered, else the date of the letter by which it was included, where
 * that does not contradict the year; undefined where nobody says.
 */
export function joinedOn({ bank }: School): CalendarDate | undefined {
  if (bank?.includedOn !== undefined) return bank.includedOn;
  const listed = bank?.listBasis === undefined ? undefined : dateIn(bank.listBasis);
  const year = bank?.yearIncluded;
  return listed !== undefined && (year === undefined || year === yearOf(listed)) ? listed : undefined;
}

/** The only date that the requisites name: «письмо от 01.03.2021 № 15». */
function dateIn(requisites: string): CalendarDate | undefined {
  const dates = [...requisites.matchAll(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])/gu)];
  const [only] = dates.length === 1 ? dates : [];
  return only && calendarDate(Number(only[3]), Number(only[2]), Number(only[1]));
}

/** Whether the school is on the list on that day, as far as anybody says. */
export function hasJoined(school: School, day: CalendarDate): boolean {
  const joined = joinedOn(school);
  return joined === undefined ? (school.bank?.yearIncluded ?? 0) <= yearOf(day) : joined <= day;
}

/**
 * Whether the school is in the figures: its status counts, or it has left the list in the period. The sheet does not
 * keep the status of before it left, so it is taken for «ШНОР»; where nobody says when it left, it owes nothing.
 */
export function isCounted({ status, bank }: School, { countedStatuses, period }: Settings): boolean {
  if (countedStatuses.includes(status)) return true;
  const left = status === 'вышла' ? bank?.exitDate : undefined;
  return left !== undefined && left >= period.start && countedStatuses.includes('ШНОР');
}

/** Whether the school has left the list by that day. */
export function hasLeft({ bank }: School, day: CalendarDate): boolean {
  return bank?.exitDate !== undefined && bank.exitDate <= day;
}

/**
 * A school owes nothing that ended before it joined, and, once it has left, nothing that falls due after that;
 * `occurrence` undefined: what has no date.
 */
export function owes(school: School, occurrence: DueOccurrence | undefined, today: CalendarDate): boolean {
  if (!school.bank) return true;
  const joined = joinedOn(school);
  if (joined !== undefined && occurrence !== undefined && occurrence.end < joined) return false;
  const left = school.bank?.exitDate;
  if (left === undefined || left > today) return true;
  return occurrence !== undefined && occurrence.controlDate <= left;
}
