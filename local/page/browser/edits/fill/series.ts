import {
  addDays,
  addMonths,
  dateToSerial,
  formatDate,
  monthOf,
  parseRussianDate,
  yearOf,
  type CalendarDate,
} from '../../../../../functions/domain/dates/dates.ts';
import { MONTHS } from '../../../../../functions/domain/text/russian.ts';

/** What a cell holds and shows, for whoever continues a column of them. */
export interface SeriesCell {
  /** As it is shown: «14.04.2026». */
  readonly text: string;
  /** Of a date its days since 30.12.1899. */
  readonly number?: number | undefined;
}

const DAYS = 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' ');
const SHORT_DAYS = 'пн вт ср чт пт сб вс'.split(' ');
const CYCLES: readonly (readonly string[])[] = [MONTHS, DAYS, SHORT_DAYS];

/**
 * The texts of the next `count` cells, nearest first, as Google Sheets continues them: days by day or by their step,
 * equal days of months by months, two numbers by their step, names of months and weekdays, texts that end in a number;
 * undefined for what is no series: it is copied.
 */
export function continueSeries(
  cells: readonly SeriesCell[],
  { count, alone }: Continuation,
): string[] | undefined {
  const asked = { count, alone };
  return (
    continueDates(cells, asked) ??
    continueNumbers(cells, asked) ??
    continueNames(cells, asked) ??
    continueTexts(cells, asked)
  );
}

interface Continuation {
  readonly count: number;
  /** The step of one cell alone: backwards, up or to the left, it is -1. */
  readonly alone: 1 | -1;
}

const DATE = /^\d{2}\.\d{2}\.\d{4}$/u;

function continueDates(cells: readonly SeriesCell[], { count, alone }: Continuation): string[] | undefined {
  const dates = cells.map(({ text }) => toDate(text));
  const last = dates.at(-1);
  if (!last || !dates.every((date) => date !== undefined)) return undefined;
  const months = stepOf(dates.map((date) => yearOf(date) * 12 + monthOf(date)));
  const isByMonth = dates.length > 1 && months && dates.every((date) => date.slice(8) === last.slice(8));
  if (isByMonth) return times(count, (n) => formatDate(addMonths(last, n * months)));
  const days = dates.length === 1 ? alone : stepOf(dates.map(dateToSerial));
  return days === undefined ? undefined : times(count, (n) => formatDate(addDays(last, n * days)));
}

function toDate(text: string): CalendarDate | undefined {
  const date = DATE.test(text) ? parseRussianDate(text) : undefined;
  return date === 'impossible' ? undefined : date;
}

/** One number alone is copied, as Google does. */
function continueNumbers(cells: readonly SeriesCell[], { count }: Continuation): string[] | undefined {
  const numbers = cells.map(({ number, text }) =>
    number !== undefined && !DATE.test(text) ? number : undefined,
  );
  const last = numbers.at(-1);
  if (last === undefined || !numbers.every((number) => number !== undefined)) return undefined;
  const step = numbers.length > 1 ? stepOf(numbers) : 0;
  return step === undefined || step === 0
    ? undefined
    : times(count, (n) => String(round(last + n * step)).replace('.', ','));
}

function continueNames(cells: readonly SeriesCell[], { count, alone }: Continuation): string[] | undefined {
  for (const names of CYCLES) {
    const places = cells.map(({ text }) => names.indexOf(text.toLowerCase()));
    const last = places.at(-1) ?? -1;
    if (places.includes(-1)) continue;
    const around = (place: number): number => (place + names.length) % names.length;
    const steps = places.slice(1).map((place, at) => around(place - (places[at] ?? 0)));
    const step =
      places.length === 1 ? alone : steps.every((each) => each === steps[0]) ? steps[0] : undefined;
    if (step === undefined) return undefined;
    const like = cells.at(-1)?.text ?? '';
    return times(count, (n) => asWritten(names.at((last + n * step) % names.length) ?? '', like));
  }
  return undefined;
}

/** «Март» goes on as «Апрель», «МАРТ» as «АПРЕЛЬ». */
function asWritten(name: string, like: string): string {
  if (like === like.toUpperCase()) return name.toUpperCase();
  return like.startsWith(like.slice(0, 1).toUpperCase())
    ? name.slice(0, 1).toUpperCase() + name.slice(1)
    : name;
}

const NUMBERED = /^(.*?\D)(\d{1,9})$/su;

/** «Письмо 12» → «Письмо 13»; zeros before the number stay. */
function continueTexts(cells: readonly SeriesCell[], { count, alone }: Continuation): string[] | undefined {
  const parts = cells.map(({ text, number }) => (number === undefined ? NUMBERED.exec(text) : null));
  const last = parts.at(-1);
  const [, before = '', digits = ''] = last ?? [];
  // A date that is none, an amount, an index with dots: nobody counts in them.
  if (!last || /[\d.,/]$/u.test(before) || !parts.every((part) => part?.[1] === before)) return undefined;
  const step = parts.length === 1 ? alone : stepOf(parts.map((part) => Number(part?.[2])));
  if (step === undefined) return undefined;
  const end = (n: number) => Number(digits) + n * step;
  if (end(count) < 0) return undefined;
  return times(
    count,
    (n) => before + String(end(n)).padStart(digits.startsWith('0') ? digits.length : 0, '0'),
  );
}

/** The step between all neighbours; undefined where they differ. */
function stepOf(numbers: readonly number[]): number | undefined {
  const steps = numbers.slice(1).map((number, at) => round(number - (numbers[at] ?? 0)));
  return steps.every((step) => step === steps[0]) ? steps[0] : undefined;
}

/** Sums of fractions are not what they look like. */
function round(number: number): number {
  return Math.round(number * 1e9) / 1e9;
}

/** From 1. */
function times(count: number, make: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, at) => make(at + 1));
}
