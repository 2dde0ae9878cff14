import { formatDate, monthOf, yearOf, type CalendarDate } from '../../dates/dates.ts';

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const MONTHS_GENITIVE =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
export const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V'];

export const monthName = (month: number): string => MONTHS[month - 1] ?? '';
export const monthGenitive = (month: number): string => MONTHS_GENITIVE[month - 1] ?? '';
export const monthAndYear = (date: CalendarDate): string => `${monthName(monthOf(date))} ${yearOf(date)}`;

/** `01.08.2021–31.08.2021`, or one date where the window is one day long. */
export function formatWindow({ start, end }: { start: CalendarDate | null; end: CalendarDate }): string {
  if (start === null) return `по ${formatDate(end)}`;
  return start === end ? formatDate(end) : `${formatDate(start)}–${formatDate(end)}`;
}
