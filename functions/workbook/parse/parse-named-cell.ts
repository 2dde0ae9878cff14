import { closest, distance } from 'fastest-levenshtein';
import { dateFromSerial, monthOf } from '../../domain/dates.ts';
import type { Cell } from '../layout/layout.ts';
import { isDateSerial, textOf, type CellProblem, type KnownNames, type ParsedCell } from './cell.ts';
import { findSame } from './find-same.ts';

export function parseSchoolCell(cell: Exclude<Cell, null>, { schools }: KnownNames): ParsedCell {
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

export function parseMeasureCell(cell: Exclude<Cell, null>, { measures }: KnownNames): ParsedCell {
  const shown = textOf(cell);
  const measure = findSame(shown.replace(/[.\s]+$/u, ''), measures);
  if (measure !== undefined) return { value: measure };
  return { problem: unknownMeasure(cell, shown) };
}

function unknownMeasure(cell: Cell, shown: string): CellProblem {
  if (isDateSerial(cell)) {
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

export function parseMeasuresCell(cell: Exclude<Cell, null>, names: KnownNames): ParsedCell {
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
