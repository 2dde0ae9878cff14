/** Sheets counts days from 1899-12-30; times are fractions of a day. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The serial number of a day; undefined where the calendar has no such day. `month` is 1–12. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists ? Math.round((moment.getTime() - EPOCH) / DAY) : undefined;
}

/** The moment of a serial number, to the nearest millisecond, to be read in UTC. */
export function momentOfSerial(serial: number): Date {
  return new Date(EPOCH + Math.round(serial * DAY));
}
