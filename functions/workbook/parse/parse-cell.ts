import { closest, distance } from 'fastest-levenshtein';
import {
  dateFromSerial,
  formatDate,
  monthOf,
  parseRussianDate,
  type CalendarDate,
} from '../../domain/dates.ts';
import type { Cell } from '../layout.ts';
import type { Column } from '../spec.ts';
import { normaliseHeader } from '../bind-columns.ts';

/** The names that cells may refer to, as they stand in the workbook. */
export interface KnownNames {
  readonly schools: readonly string[];
  readonly measures: readonly string[];
}

/** Why a cell was not understood: Russian sentences. */
export interface CellProblem {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

export type CellValue = string | number | CalendarDate | readonly string[] | null;

export type ParsedCell = { readonly value: CellValue } | { readonly problem: CellProblem };

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

export function textOf(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'boolean') return cell ? 'да' : 'нет';
  return String(cell).trim();
}

/** Serials outside 1950–2100 are numbers that strayed into a date column. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_415;
const MONTH_DAYS = /^(?:31\.0?[469]\.|31\.11\.|3[01]\.0?2\.|29\.0?2\.)/;

function parseDateCell(cell: Exclude<Cell, null>, title: string): ParsedCell {
  const shown = textOf(cell);
  if (typeof cell === 'number') {
    if (cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return { value: dateFromSerial(cell) };
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
  const isDate = typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL;
  return isDate ? formatDate(dateFromSerial(cell)) : textOf(cell);
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

function parseSchoolCell(cell: Exclude<Cell, null>, { schools }: KnownNames): ParsedCell {
  const shown = textOf(cell);
  const school = findSame(shown, schools);
  if (school !== undefined) return { value: school };
  return {
    problem: {
      code: 'school_unknown',
      message: `Школы «${shown}» нет на листе «Школы».`,
      advice: `${suggest(shown, schools)}Исправьте название или добавьте школу на лист «Школы».`,
    },
  };
}

/** As far apart as a slip of the finger or two. */
const MAX_SLIPS = 3;

function suggest(shown: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const nearest = closest(shown, [...names]);
  // Numbered schools differ by their numbers alone: the nearest would be a wrong guess.
  const isOtherNumber = shown.replaceAll(/\d/gu, '') === nearest.replaceAll(/\d/gu, '');
  return distance(shown, nearest) <= MAX_SLIPS && !isOtherNumber ? `Возможно, это «${nearest}». ` : '';
}

function parseMeasureCell(cell: Exclude<Cell, null>, { measures }: KnownNames): ParsedCell {
  const shown = textOf(cell);
  const measure = findSame(shown.replace(/[.\s]+$/u, ''), measures);
  if (measure !== undefined) return { value: measure };
  return { problem: unknownMeasure(cell, shown) };
}

function unknownMeasure(cell: Cell, shown: string): CellProblem {
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) {
    const date = dateFromSerial(cell);
    return {
      code: 'measure_became_date',
      message: 'Таблица превратила номер мероприятия в дату.',
      advice: `Выберите номер из списка ещё раз — видимо, это ${Number(date.slice(8))}.${monthOf(date)}.`,
    };
  }
  return {
    code: 'measure_unknown',
    message: `Мероприятия «${shown}» нет на листе «Регламент».`,
    advice: 'Выберите номер из списка: 1.1, 1.2…',
  };
}

function parseMeasuresCell(cell: Exclude<Cell, null>, names: KnownNames): ParsedCell {
  if (typeof cell === 'number') {
    const one = parseMeasureCell(cell, names);
    return 'problem' in one ? one : { value: [String(one.value)] };
  }
  const numbers = textOf(cell)
    .split(/[;,\s]+/u)
    .filter((part) => part !== '');
  const unknown = numbers.filter((number) => findSame(number, names.measures) === undefined);
  if (unknown.length === 0) return { value: numbers };
  return { problem: unknownMeasure(cell, unknown.join(', ')) };
}

/** Blanks and case do not distinguish names that people type. */
function findSame(shown: string, options: readonly string[]): string | undefined {
  return comparedNames(options).get(normaliseHeader(shown));
}

/** Made once a list: tens of thousands of cells look for their school in the same list of thousands. */
const namesOfLists = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function comparedNames(options: readonly string[]): ReadonlyMap<string, string> {
  const known = namesOfLists.get(options);
  if (known) return known;
  // Of two that are the same to people the first counts.
  const names = new Map(options.toReversed().map((option) => [normaliseHeader(option), option]));
  namesOfLists.set(options, names);
  return names;
}
