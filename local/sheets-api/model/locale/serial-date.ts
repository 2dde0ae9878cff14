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

const ZONED = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const CLOCK = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of the zone show at the moment, as a serial number; in UTC where there is no such zone. */
export function serialOfMoment(moment: Date, timeZone: string | undefined): number {
  const parts = formatterOf(timeZone ?? 'UTC').formatToParts(moment);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const day = serialOfDay(read('year'), read('month'), read('day')) ?? 0;
  return day + (read('hour') * 3600 + read('minute') * 60 + read('second')) / 86_400;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = new Intl.DateTimeFormat('en-US', { ...ZONED, ...CLOCK, timeZone });
  } catch {
    // The zone of a spreadsheet is a free text: one that nobody knows cannot shift the clock.
    formatter = new Intl.DateTimeFormat('en-US', { ...ZONED, ...CLOCK, timeZone: 'UTC' });
  }
  formatters.set(timeZone, formatter);
  return formatter;
}
