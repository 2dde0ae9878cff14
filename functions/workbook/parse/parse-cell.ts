import { dateFromSerial, formatDate, parseRussianDate } from '../../domain/dates.ts';
import type { Cell } from '../layout/layout.ts';
import type { Column } from '../worksheets/spec.ts';
import { isDateSerial, textOf, type CellProblem, type KnownNames, type ParsedCell } from './cell.ts';
import { findSame } from './find-same.ts';
import { parseMeasureCell, parseMeasuresCell, parseSchoolCell } from './parse-named-cell.ts';

/** What the cell means by its column's type; an empty cell is null in every type. */
export function parseCell(cell: Cell, column: Column, names: KnownNames): ParsedCell {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return { value: null };
  const { type } = column;
  switch (type.kind) {
    case 'date':
      return parseDateCell(cell, column.title);
    case 'integer':
      return parseNumberCell(cell, column.title, { ...type, isInteger: true });
    case 'percent':
      return parseNumberCell(cell, column.title, { min: 0, max: 100, isInteger: false });
    case 'choice':
      return parseChoiceCell(cell, column.title, type);
    case 'school':
      return parseSchoolCell(cell, names);
    case 'phrase':
      return { value: phraseOf(cell) };
    case 'measure':
      return parseMeasureCell(cell, names);
    case 'measures':
      return parseMeasuresCell(cell, names);
    default:
      return { value: textOf(cell) };
  }
}

const MONTH_DAYS = /^(?:31\.0?[469]\.|31\.11\.|3[01]\.0?2\.|29\.0?2\.)/;

function parseDateCell(cell: Exclude<Cell, null>, title: string): ParsedCell {
  const shown = textOf(cell);
  if (typeof cell === 'number') {
    if (isDateSerial(cell)) return { value: dateFromSerial(cell) };
  } else {
    const date = parseRussianDate(shown);
    if (date === 'impossible') return { problem: impossibleDate(shown, title) };
    if (date !== undefined) return { value: date };
  }
  return {
    problem: {
      code: 'date_unreadable',
      message: `«${title}»: «${shown}» — не дата.`,
      advice: 'Запишите день, месяц и год: 15.09.2026.',
    },
  };
}

/** A date typed or pasted where a deadline is expected arrives as a serial number; people see it as a date. */
function phraseOf(cell: Exclude<Cell, null>): string {
  return isDateSerial(cell) ? formatDate(dateFromSerial(cell)) : textOf(cell);
}

function impossibleDate(shown: string, title: string): CellProblem {
  const why = MONTH_DAYS.test(shown) ? ': в этом месяце меньше дней' : '';
  return {
    code: 'date_impossible',
    message: `«${title}»: дня ${shown} не бывает${why}.`,
    advice: 'Исправьте дату.',
  };
}

interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
}

function parseNumberCell(cell: Exclude<Cell, null>, title: string, limits: NumberLimits): ParsedCell {
  const shown = textOf(cell);
  const value = typeof cell === 'number' ? cell : Number(shown.replace(',', '.').replace(/\s*%$/u, ''));
  const isGood =
    Number.isFinite(value) &&
    value >= limits.min &&
    value <= limits.max &&
    (!limits.isInteger || Number.isInteger(value));
  if (isGood) return { value };
  return {
    problem: {
      code: 'number_unreadable',
      message: `«${title}»: «${shown}» не подходит.`,
      advice: `Нужно ${limits.isInteger ? 'целое ' : ''}число от ${limits.min} до ${limits.max}.`,
    },
  };
}

function parseChoiceCell(
  cell: Exclude<Cell, null>,
  title: string,
  { options, isOpen }: { options: readonly string[]; isOpen?: boolean },
): ParsedCell {
  const shown = textOf(cell);
  const option = findSame(shown, options);
  if (option !== undefined) return { value: option };
  if (isOpen) return { value: shown };
  return {
    problem: {
      code: 'choice_unknown',
      message: `«${title}»: «${shown}» — такого значения нет.`,
      advice: `Выберите из списка: ${options.join(', ')}.`,
    },
  };
}
