import { momentOfSerial, serialOfDay } from '../../locale/serial-date.ts';
import { FaultError } from '../values.ts';
import { numberAt, takes, type FormulaFunction } from './shared.ts';

/** Months and days beyond the calendar run over, as in `DATE(2026;13;1)`. */
function serialOf(year: number, month: number, day: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const start = serialOfDay(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
  if (start === undefined || start < 0) throw new FaultError('NUM', 'Function DATE has no such date.');
  return start + day - 1;
}

const part =
  (name: string, read: (moment: Date) => number): FormulaFunction =>
  (args) => {
    takes(name, args, 1);
    return read(momentOfSerial(numberAt(args, 0)));
  };

/** The same day of another month, or that month's last. */
function sameDay(serial: number, months: number): number {
  const moment = momentOfSerial(Math.floor(serial));
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1 + months];
  const last = serialOf(year, month + 1, 0);
  return Math.min(serialOf(year, month, moment.getUTCDate()), last);
}

export const DATES: Readonly<Record<string, FormulaFunction>> = {
  TODAY: (_args, { now }) => Math.floor(now),
  NOW: (_args, { now }) => now,
  DATE: (args) => {
    takes('DATE', args, 3);
    return serialOf(numberAt(args, 0), Math.trunc(numberAt(args, 1)), Math.trunc(numberAt(args, 2)));
  },
  TIME: (args) => {
    takes('TIME', args, 3);
    return ((numberAt(args, 0) * 3600 + numberAt(args, 1) * 60 + numberAt(args, 2)) / 86_400) % 1;
  },
  YEAR: part('YEAR', (moment) => moment.getUTCFullYear()),
  MONTH: part('MONTH', (moment) => moment.getUTCMonth() + 1),
  DAY: part('DAY', (moment) => moment.getUTCDate()),
  HOUR: part('HOUR', (moment) => moment.getUTCHours()),
  MINUTE: part('MINUTE', (moment) => moment.getUTCMinutes()),
  SECOND: part('SECOND', (moment) => moment.getUTCSeconds()),
  WEEKDAY: (args) => {
    const day = momentOfSerial(numberAt(args, 0)).getUTCDay();
    const type = numberAt(args, 1, 1);
    if (type === 1) return day + 1;
    return type === 2 ? ((day + 6) % 7) + 1 : (day + 6) % 7;
  },
  DAYS: (args) => numberAt(args, 0) - numberAt(args, 1),
  EDATE: (args) => sameDay(numberAt(args, 0), Math.trunc(numberAt(args, 1))),
  EOMONTH: (args) => {
    const moment = momentOfSerial(numberAt(args, 0));
    const months = moment.getUTCMonth() + 2 + Math.trunc(numberAt(args, 1));
    return serialOf(moment.getUTCFullYear(), months, 0);
  },
};
