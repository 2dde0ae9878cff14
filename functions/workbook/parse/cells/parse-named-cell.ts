import { closest, distance } from 'fastest-levenshtein';
import { comparableName, withoutInvisible } from '../../../domain/text/same-name.ts';
import type { Cell } from '../../layout/layout.ts';
import type { ColumnType } from '../../worksheets/spec.ts';
import type { CellProblem, KnownNames, ParsedCell, ShownCell } from './cell.ts';
import { findSame } from './find-same.ts';
import { guessTyped } from './parse-text-cell.ts';

export function parseSchoolCell(shown: string, { schools }: KnownNames): ParsedCell {
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

/** What the text was made of, for numbers that sheets make of numbers. */
interface Origin {
  readonly cell: Cell;
  readonly shown: ShownCell | undefined;
}

export function parseMeasureCell(
  text: string,
  { measures }: KnownNames,
  { cell, shown }: Origin,
): ParsedCell {
  const measure = findMeasure(text, measures);
  if (measure === undefined) return { problem: unknownMeasure(text) };
  const twins = shown || typeof cell !== 'number' ? [] : measures.filter((each) => Number(each) === cell);
  return new Set(twins).size > 1 ? { problem: doubtfulMeasure(twins) } : { value: measure };
}

/** «п. 1.1», «1.1)» and «№ 1.1» name 1.1, where no measure is called so itself. */
function findMeasure(text: string, measures: readonly string[]): string | undefined {
  const bare = withoutInvisible(text)
    .replace(/^\s*(?:п(?:ункт)?\.?|№)\s*(?=\d)/iu, '')
    .replace(/\)\s*$/u, '');
  return findSame(text, measures) ?? findSame(bare, measures);
}

/** «1.10» and «1.1» are one number once a sheet has taken them for numbers. */
function doubtfulMeasure(measures: readonly string[]): CellProblem {
  return {
    code: 'measure_doubtful',
    message: `Таблица приняла номер мероприятия за число: это может быть ${measures.join(' или ')}.`,
    advice: 'Выберите номер из списка ещё раз.',
  };
}

export function numberBecameDate(serial: number, kind: ColumnType['kind']): CellProblem {
  const typed = guessTyped(serial);
  return {
    code: 'measure_became_date',
    message: 'Таблица превратила номер мероприятия в дату.',
    advice:
      kind === 'measure'
        ? `Выберите номер из списка ещё раз — видимо, это ${typed}.`
        : `Наберите номер ещё раз, поставив впереди апостроф, — видимо, это '${typed}.`,
  };
}

function unknownMeasure(shown: string): CellProblem {
  return {
    code: 'measure_unknown',
    message: `Мероприятия «${shown}» нет на листе «Регламент».`,
    advice: 'Выберите номер из списка: 1.1, 1.2…',
  };
}

/** Each as it stands in «Регламент». */
export function parseMeasuresCell(text: string, { measures }: KnownNames): ParsedCell {
  const isKnown = (part: string) => findMeasure(part, measures) !== undefined;
  // «1,1» is one number; in «1.1,5.1» the comma parts two.
  const parts = split(withoutInvisible(text), /;|\s+и\s+|\s/u).flatMap((part) =>
    isKnown(part) ? [part] : split(part, /,/u),
  );
  const unknown = parts.filter((part) => !isKnown(part));
  if (unknown.length > 0) return { problem: unknownMeasure(unknown.join(', ')) };
  return { value: [...new Set(parts.flatMap((part) => findMeasure(part, measures) ?? []))] };
}

function split(text: string, separator: RegExp): readonly string[] {
  return text.split(separator).filter((part) => comparableName(part) !== '');
}
