import { dateFromSerial, formatDate, monthOf } from '../../../domain/dates/dates.ts';
import type { Cell } from '../../layout/layout.ts';
import { formatPlainNumber, isDateSerial, textOf, type CellProblem, type ShownCell } from './cell.ts';

export type ParsedText = { readonly text: string } | { readonly problem: CellProblem };

/**
 * The text of a cell as a person sees it. A number in a text column is what is shown of it, and a problem where the
 * sheet has made a date, a time or another number of what was typed: what it was nobody can tell any more. `shown`
 * is undefined where nobody has looked: then a number that may be a day is taken for one.
 */
export function parseText(
  cell: Exclude<Cell, null>,
  title: string,
  shown: ShownCell | undefined,
): ParsedText {
  if (typeof cell !== 'number') return { text: textOf(cell) };
  if (Math.abs(cell) >= TOO_LONG) return { problem: becameNumber(cell, title) };
  if (!shown) {
    return isDateSerial(cell)
      ? { problem: becameDate(cell, title, undefined) }
      : { text: formatPlainNumber(cell) };
  }
  if (shown.format === 'date') return { problem: becameDate(cell, title, shown.text) };
  if (shown.format === 'time') return { problem: becameTime(shown.text, title) };
  if (shown.format === 'scientific') return { problem: becameNumber(cell, title, shown.text) };
  return { text: shown.text };
}

/** Beyond fifteen digits a sheet keeps zeros. */
const TOO_LONG = 1e15;

function becameDate(cell: number, title: string, shown: string | undefined): CellProblem {
  return {
    code: 'text_became_date',
    message: `«${title}»: похоже, таблица превратила набранное в дату ${shown ?? formatDate(dateFromSerial(cell))}.`,
    advice: `${HOW_TO_TYPE} '${guessTyped(cell)}. Если это и правда дата, ей место в столбце с датой.`,
  };
}

/** The number that most likely was typed: «2.3» becomes the 2nd of March. */
export function guessTyped(serial: number): string {
  const date = dateFromSerial(serial);
  return `${Number(date.slice(8))}.${monthOf(date)}`;
}

const HOW_TO_TYPE = 'Наберите ещё раз, поставив впереди апостроф, например';

function becameTime(shown: string, title: string): CellProblem {
  return {
    code: 'text_became_time',
    message: `«${title}»: похоже, таблица превратила набранное во время ${shown}.`,
    advice: `${HOW_TO_TYPE} '${shown}.`,
  };
}

function becameNumber(cell: number, title: string, shown?: string): CellProblem {
  return {
    code: 'text_became_number',
    message:
      `«${title}»: похоже, таблица превратила набранное в число ${shown ?? formatPlainNumber(cell)}; ` +
      'все ли знаки на месте, теперь не узнать.',
    advice: `${HOW_TO_TYPE} '12Е5.`,
  };
}
