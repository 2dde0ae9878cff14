import { columnLetters, columnNumber } from '../../../../functions/workbook/layout/columns.ts';
import { quoteTitle, splitReference } from '../../wire/a1.ts';
import { tokenize } from './tokens.ts';

interface Line {
  readonly index: number;
  /** Written with `$`: stays when the formula is copied elsewhere. */
  readonly fixed: boolean;
}

/** One corner of a reference; a whole column has no row, and the other way round. */
export interface Corner {
  readonly row?: Line;
  readonly column?: Line;
}

export interface Reference {
  /** The title of the sheet, where one is named. */
  readonly sheet?: string;
  readonly first: Corner;
  /** Absent for a single cell. */
  readonly last?: Corner;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?$/;

function parseCorner(text: string): Corner {
  const [, columnMark = '', letters, rowMark = '', digits] = CORNER.exec(text) ?? [];
  // In `$5` the first mark belongs to the row.
  const fixedRow = (letters === undefined ? columnMark : rowMark) === '$';
  return {
    ...(letters !== undefined && { column: { index: columnNumber(letters), fixed: columnMark === '$' } }),
    ...(digits !== undefined && { row: { index: Number(digits) - 1, fixed: fixedRow } }),
  };
}

/** @param text a token of the kind `reference` */
export function parseReference(text: string): Reference {
  const { sheet, cells = '' } = splitReference(text) ?? {};
  const [first = '', last] = cells.split(':');
  return {
    ...(sheet !== undefined && { sheet }),
    first: parseCorner(first),
    ...(last !== undefined && { last: parseCorner(last) }),
  };
}

function formatCorner({ row, column }: Corner): string {
  const letters = column ? `${column.fixed ? '$' : ''}${columnLetters(column.index)}` : '';
  return `${letters}${row ? `${row.fixed ? '$' : ''}${row.index + 1}` : ''}`;
}

export function formatReference({ sheet, first, last }: Reference): string {
  const title = sheet === undefined ? '' : `${quoteTitle(sheet)}!`;
  return `${title}${formatCorner(first)}${last ? `:${formatCorner(last)}` : ''}`;
}

/** What a reference becomes; itself: stays as it is written; undefined: what it named is gone. */
export type ReferenceChange = (reference: Reference) => Reference | undefined;

/** The formula with its references changed; everything else stays as it was typed. */
export function mapReferences(formula: string, change: ReferenceChange): string {
  if (!formula.startsWith('=')) return formula;
  // Numbers do not matter here, so neither does the decimal mark.
  const pieces = tokenize(formula.slice(1), '.').map(({ kind, text }) => {
    if (kind !== 'reference') return text;
    const before = parseReference(text);
    const after = change(before);
    return after === before ? text : after ? formatReference(after) : '#REF!';
  });
  return `=${pieces.join('')}`;
}

/** The formula as it reads after it was copied `down` rows and `right` columns further. */
export function moveFormula(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  const moved = ({ row, column }: Corner): Corner => ({
    ...(row && { row: row.fixed ? row : { ...row, index: row.index + down } }),
    ...(column && { column: column.fixed ? column : { ...column, index: column.index + right } }),
  });
  const leaves = ({ row, column }: Corner): boolean => (row?.index ?? 0) < 0 || (column?.index ?? 0) < 0;
  return mapReferences(formula, (reference) => {
    const first = moved(reference.first);
    const last = reference.last && moved(reference.last);
    return leaves(first) || (last && leaves(last))
      ? undefined
      : { ...reference, first, ...(last && { last }) };
  });
}
