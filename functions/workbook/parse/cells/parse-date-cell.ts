import { dateFromSerial } from '../../../domain/dates/dates.ts';
import { isRelativeDay, parseTypedDate } from '../../../domain/dates/typed-date.ts';
import type { Cell } from '../../layout/layout.ts';
import { isDateSerial, textOf, type CellProblem, type ParsedCell } from './cell.ts';

export function parseDateCell(cell: Exclude<Cell, null>, title: string): ParsedCell {
  if (isDateSerial(cell)) return { value: dateFromSerial(cell) };
  const shown = textOf(cell);
  const date = parseTypedDate(shown);
  if (date === 'impossible') return { problem: impossibleDate(shown, title) };
  if (date !== undefined) return { value: date };
  return { problem: isRelativeDay(shown) ? relativeDay(shown, title) : unreadableDate(shown, title) };
}

function unreadableDate(shown: string, title: string): CellProblem {
  return {
    code: 'date_unreadable',
    message: `«${title}»: «${shown}» — не дата.`,
    advice: 'Запишите день, месяц и год: 15.09.2026.',
  };
}

function relativeDay(shown: string, title: string): CellProblem {
  return {
    code: 'date_unreadable',
    message: `«${title}»: «${shown}» завтра значило бы другой день.`,
    advice: 'Запишите сам день: 15.09.2026. Сегодняшний ставит и сочетание Ctrl+;.',
  };
}

const MONTH_DAYS = /^(?:31\.0?[469]\.|31\.11\.|3[01]\.0?2\.|29\.0?2\.)/;

function impossibleDate(shown: string, title: string): CellProblem {
  const why = MONTH_DAYS.test(shown) ? ': в этом месяце меньше дней' : '';
  return {
    code: 'date_impossible',
    message: `«${title}»: дня ${shown} не бывает${why}.`,
    advice: 'Исправьте дату.',
  };
}
