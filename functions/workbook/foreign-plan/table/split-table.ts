import type { CellGrid, ForeignTable } from '../../layout/layout.ts';
import { textAt } from './foreign-table.ts';
import { bindPlanHeader, type PlanHeader } from '../header/plan-header.ts';
import { bindSecondRow, isHeaderBelow } from '../header/second-row.ts';

type Row = CellGrid[number];

export interface BodyRow {
  readonly index: number;
  readonly row: Row;
  readonly header: PlanHeader;
}

export interface SplitTable {
  readonly headers: readonly PlanHeader[];
  /** The filled rows below a header, each with the header that it stands under. */
  readonly body: readonly BodyRow[];
  readonly remarks: readonly string[];
  /** The filled rows over the first header, and those that number the columns. */
  readonly above: readonly Pick<BodyRow, 'index' | 'row'>[];
  readonly numbers: readonly Pick<BodyRow, 'index' | 'row'>[];
}

/** How the header is found, where it is not by its names. */
export interface BindHeader {
  /** What holds before any row has been read: the header of the page before, or columns that a person named. */
  readonly initial?: PlanHeader;
  readonly bind?: (row: Row, hidden?: ReadonlySet<number>) => PlanHeader | undefined;
}

export function splitTable(
  { rows, hiddenColumns: hidden }: ForeignTable,
  { initial, bind = bindPlanHeader }: BindHeader = {},
): SplitTable {
  const headers: PlanHeader[] = initial ? [initial] : [];
  const split = {
    body: [] as BodyRow[],
    remarks: [] as string[],
    above: [] as BodyRow[],
    numbers: [] as BodyRow[],
  };
  let isBelowHeader = false;
  rows.forEach((row, index) => {
    const last = headers.at(-1);
    const second = last && isBelowHeader ? bindSecondRow(last, row, hidden) : undefined;
    const header = second ?? bind(row, hidden) ?? (last && variantOf(last, row));
    if (header) headers.push(header);
    if (last && second && isUndivided(second)) split.remarks.push(...undivided(last, row));
    const filled = filledCells(row);
    const place = { index, row, header: last as PlanHeader };
    if (!header && last && isColumnNumbers(filled)) split.numbers.push(place);
    if (!header && !last && filled.length > 0) split.above.push(place);
    if (header || !last || filled.length === 0 || isColumnNumbers(filled)) {
      isBelowHeader ||= header !== undefined;
      return;
    }
    if (isBelowHeader && isHeaderBelow(last, row)) split.remarks.push(...undivided(last, row));
    else split.body.push({ index, row, header: last });
    isBelowHeader = false;
  });
  return { headers, ...split };
}

/**
 * «Название курса | Классы | Часов в неделю | Ответственные» below «Дела | Классы | Срок | Ответственные»: the header
 * again for rows of another kind. Undefined for any other row.
 */
function variantOf(header: PlanHeader, row: Row): PlanHeader | undefined {
  const { texts, columns, terms } = header;
  const own = row.map((_, index) => textAt(row, index));
  const title = columns.get('title') ?? -1;
  const same = own.filter((text, index) => index !== title && text !== '' && text === texts[index]);
  const others = own.filter((text) => text !== '');
  if (terms.length > 0 || new Set(same).size < 2 || same.length * 2 < others.length || own[title] === '')
    return undefined;
  const kept = [...columns].filter(([, index]) => index === title || own[index] === texts[index]);
  return { ...header, texts: own, columns: new Map(kept), deadlines: [] };
}

const isUndivided = ({ columns, terms, deadlines }: PlanHeader): boolean =>
  columns.has('deadline') && terms.length === 0 && deadlines.length === 0;

/** Each text once: a merged cell stands in all that it covers. */
export function filledCells(row: Row): readonly string[] {
  return [...new Set(row.map((_, index) => textAt(row, index)).filter((text) => text !== ''))];
}

/** The row `1 | 2 | 3 | 4` that official tables have below their header. */
export function isColumnNumbers(filled: readonly string[]): boolean {
  return filled.length > 2 && filled.every((text, index) => text === String(index + 1));
}

function undivided({ columns, texts }: PlanHeader, below: Row): readonly string[] {
  const column = columns.get('deadline');
  const part = textAt(below, column);
  const header = column === undefined ? '' : (texts[column] ?? '');
  if (part === '' || part === header) return [];
  return [`Столбец «${header}» разделён на несколько: срок взят из столбца «${part}».`];
}
