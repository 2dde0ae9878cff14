import { dateFromSerial, formatDate } from '../../../domain/dates/dates.ts';
import { withoutInvisible } from '../../../domain/text/same-name.ts';
import type { Cell } from '../../layout/layout.ts';
import type { Column } from '../../worksheets/spec.ts';
import { isDateSerial, textOf, type KnownNames, type ParsedCell, type ShownCell } from './cell.ts';
import { errorValue, isErrorValue } from './error-value.ts';
import { findSame } from './find-same.ts';
import { parseDateCell } from './parse-date-cell.ts';
import {
  numberBecameDate,
  parseMeasureCell,
  parseMeasuresCell,
  parseSchoolCell,
} from './parse-named-cell.ts';
import { parseIntegerCell, parsePercentCell } from './parse-number-cell.ts';
import { parseText } from './parse-text-cell.ts';

/**
 * What the cell means by its column's type, the one reading for all columns; an empty cell is null in every type.
 * `shown` tells what a person sees of a number where that was looked up (`isDoubtful`).
 */
export function parseCell(cell: Cell, column: Column, names: KnownNames, shown?: ShownCell): ParsedCell {
  if (cell === null || isBlank(cell)) return { value: null };
  const { type, title } = column;
  if (typeof cell === 'string' && isErrorValue(cell)) return { problem: errorValue(cell.trim(), title) };
  switch (type.kind) {
    case 'date':
      return parseDateCell(cell, title);
    case 'integer':
      return parseIntegerCell(cell, title, { ...type, shown });
    case 'percent':
      return parsePercentCell(cell, title, shown);
    case 'phrase':
      return { value: phraseOf(cell) };
    case 'parameter':
      return { value: textOf(cell) };
    default:
      return parseTextCell(cell, column, { names, shown });
  }
}

const LEGIBLE = /[\da-zа-я]/iu;

/** Nothing that can be seen was typed. */
function isBlank(cell: Exclude<Cell, null>): boolean {
  if (typeof cell !== 'string' || LEGIBLE.test(cell)) return false;
  return withoutInvisible(cell).trim() === '';
}

/** Columns whose cells are words or numbers that name something. */
function parseTextCell(
  cell: Exclude<Cell, null>,
  { type, title }: Column,
  { names, shown }: { readonly names: KnownNames; readonly shown: ShownCell | undefined },
): ParsedCell {
  if (typeof cell === 'boolean') return parseTick(cell, { type, title });
  const read = parseText(cell, title, shown);
  const isNumber = type.kind === 'measure' || type.kind === 'measures' || type.kind === 'measure_number';
  if ('problem' in read) {
    const isDate = isNumber && typeof cell === 'number' && read.problem.code === 'text_became_date';
    return isDate ? { problem: numberBecameDate(cell, type.kind) } : read;
  }
  const { text } = read;
  if (!/[\p{L}\p{N}]/u.test(text) && !isSignOfChoice(text, type)) return { value: null };
  switch (type.kind) {
    case 'choice':
      return parseChoice(text, title, type);
    case 'school':
      return parseSchoolCell(text, names);
    case 'measure':
      return parseMeasureCell(text, names, { cell, shown });
    case 'measures':
      return parseMeasuresCell(text, names);
    case 'measure_number':
      return { value: typeof cell === 'number' ? text.replace(',', '.') : text };
    default:
      return { value: text };
  }
}

/**
 * A dash in a cell says that there is nothing to say, and so does a question mark; but where a word has to be chosen
 * a plus or a tick is somebody's yes, and it would be lost in silence.
 */
function isSignOfChoice(text: string, type: Column['type']): boolean {
  return type.kind === 'choice' && !type.isOpen && !/^[\s\p{Pd}\p{Pc}\p{Po}\u2212]*$/u.test(text);
}

/** A checkbox: a yes or no where these can be chosen, else nothing while it is not ticked. */
function parseTick(cell: boolean, { type, title }: Pick<Column, 'type' | 'title'>): ParsedCell {
  const option = type.kind === 'choice' ? findSame(textOf(cell), type.options) : undefined;
  if (option !== undefined) return { value: option };
  if (!cell) return { value: null };
  return {
    problem: {
      code: 'tick_unreadable',
      message: `«${title}»: в ячейке флажок, а не слова.`,
      advice: 'Уберите флажок и впишите значение.',
    },
  };
}

/** A date typed or pasted where a deadline is expected arrives as a serial number; people see it as a date. */
function phraseOf(cell: Exclude<Cell, null>): string {
  return isDateSerial(cell) ? formatDate(dateFromSerial(cell)) : textOf(cell);
}

function parseChoice(
  shown: string,
  title: string,
  { options, isOpen }: { options: readonly string[]; isOpen?: boolean },
): ParsedCell {
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
