import { withoutInvisible } from '../../../domain/text/same-name.ts';
import { isErrorValue } from '../../parse/cells/error-value.ts';
import type { CellGrid, ForeignTable } from '../../layout/layout.ts';

/** `лист «План»`, `таблица 2`, '' for the only table of a file. */
export function titleOfTable({ kind, name }: ForeignTable): string {
  if (kind === 'file') return '';
  if (kind === 'text') return 'текст документа';
  return kind === 'sheet' ? `лист «${name}»` : `таблица ${name}`;
}

interface CellPlace {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  /** What the column is called. */
  readonly header: string;
}

/** `Лист «План», ячейка C5`, or `Строка 5, столбец «Срок»` where columns have no letters. */
export function addressOf(table: ForeignTable, { row, column, header }: CellPlace): string {
  const letters = table.columnNames?.[column];
  const cell =
    letters === undefined
      ? `строка ${row + 1}, столбец «${header}»`
      : `ячейка ${letters}${row + 1} («${header}»)`;
  return capitalise([titleOfTable(table), cell].filter((part) => part !== '').join(', '));
}

export function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase('ru') + sentence.slice(1);
}

/** Blanks, line breaks and signs that nobody sees do not count. */
export function textAt(row: CellGrid[number], index: number | undefined): string {
  const cell = index === undefined ? null : (row[index] ?? null);
  if (cell === null) return '';
  const text = String(cell);
  // Nearly all cells are plain, and there may be hundreds of thousands.
  return UNEVEN.test(text) ? withoutInvisible(text).replaceAll(/\s+/gu, ' ').trim() : text;
}

/** Something besides letters, figures, punctuation and single blanks between them. */
const UNEVEN = /[^\p{L}\p{N}\p{P}\p{S} ]|\s\s|^ | $/u;

/** Sheets holds 50,000 characters a cell; a tenth of it is no name and no deadline. */
const MAX_TEXT = 5000;

/** What stands in the cell instead of a value, undefined where it is a value. */
export function cellFault(text: string): string | undefined {
  if (isErrorValue(text)) return `вместо значения стоит «${text}»`;
  return text.length > MAX_TEXT ? `текст длиннее ${MAX_TEXT} знаков` : undefined;
}
