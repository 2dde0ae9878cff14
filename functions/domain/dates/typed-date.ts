import { calendarDate, type CalendarDate } from './dates.ts';
import { comparableName } from '../text/same-name.ts';

/**
 * A day as people type it: «15.04.2026г.», «15,04,2026», «15/04/2026», «15042026», «2026-04-15», «15 апреля 2026 г.».
 * `impossible` is a date in form but not in the calendar (31.09.2026); undefined is no date of a certain day.
 */
export function parseTypedDate(text: string): CalendarDate | 'impossible' | undefined {
  const typed = comparableName(text)
    .replaceAll('"', '')
    .replace(/(?: |т)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?z?)?$/u, '')
    .replace(/ ?г(?:ода?)?$/u, '')
    .trim();
  for (const { form, read } of FORMS) {
    const parts = form.exec(typed)?.groups;
    if (parts) return read(parts);
  }
  return undefined;
}

/** Words for a day that mean another one tomorrow. */
export function isRelativeDay(text: string): boolean {
  return /^(?:сегодня|вчера|позавчера|завтра|послезавтра|на днях)$/u.test(comparableName(text));
}

type Parts = Readonly<Record<string, string>>;

interface Form {
  readonly form: RegExp;
  readonly read: (parts: Parts) => CalendarDate | 'impossible' | undefined;
}

const FORMS: readonly Form[] = [
  {
    form: /^(?<day>\d{1,2})(?: ?[./-] ?| )(?<month>\d{1,2})(?: ?[./-] ?| )(?<year>\d{4})$/u,
    read: ({ day, month, year }) => dayOf(year, month, day),
  },
  {
    form: /^(?<year>\d{4}) ?[./-] ?(?<month>\d{1,2}) ?[./-] ?(?<day>\d{1,2})$/u,
    read: ({ day, month, year }) => dayOf(year, month, day),
  },
  {
    form: /^(?<day>\d{1,2})[ .-]*(?<month>[а-я]{3,})[ .,-]*(?<year>\d{4})$/u,
    read: ({ day, month = '', year }) => {
      const position = MONTHS.findIndex((name) => name.test(month));
      return position < 0 ? undefined : dayOf(year, String(position + 1), day);
    },
  },
  { form: /^(?<digits>\d{7,8})$/u, read: ({ digits = '' }) => fromDigits(digits) },
];

function dayOf(year = '', month = '', day = ''): CalendarDate | 'impossible' {
  return calendarDate(Number(year), Number(month), Number(day)) ?? 'impossible';
}

const MONTHS = [
  /^янв(?:ар[ьяе])?$/u,
  /^фев(?:р(?:ал[ьяе])?)?$/u,
  /^мар(?:та?|те)?$/u,
  /^апр(?:ел[ьяе])?$/u,
  /^ма[йяе]$/u,
  /^июн[ьяе]?$/u,
  /^июл[ьяе]?$/u,
  /^авг(?:уста?|усте)?$/u,
  /^сент?(?:ябр[ьяе])?$/u,
  /^окт(?:ябр[ьяе])?$/u,
  /^ноя(?:б(?:р[ьяе])?)?$/u,
  /^дек(?:абр[ьяе])?$/u,
];

/** «15042026», and with the zero that a sheet drops from a number «1042026»; else as «20260415». */
function fromDigits(digits: string): CalendarDate | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})$/u.exec(digits.padStart(8, '0')) ?? [];
  const [, first, second, third] = /^(\d{4})(\d\d)(\d\d)$/u.exec(digits) ?? [];
  return plausible(dayOf(year, month, day)) ?? plausible(dayOf(first, second, third));
}

/** Eight figures are no date of the Middle Ages. */
function plausible(date: CalendarDate | 'impossible'): CalendarDate | undefined {
  return date !== 'impossible' && date >= '1950-01-01' && date < '2101-01-01' ? date : undefined;
}
