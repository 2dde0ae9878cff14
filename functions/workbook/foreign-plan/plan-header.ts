import { textAt } from './foreign-table.ts';
import type { CellGrid } from '../layout/layout.ts';
import { fitsOf, PLAN_COLUMNS, type HeaderFit, type PlanColumn } from './plan-header-names.ts';

/** Which column of a foreign plan holds what; the deadline stands in one column, or in two, from and till. */
export interface PlanHeader {
  readonly columns: ReadonlyMap<PlanColumn, number>;
  /** The header cells as a person sees them. */
  readonly texts: readonly string[];
}

/** A header cell: what it may be, and where it stands. */
interface Candidate extends HeaderFit {
  readonly index: number;
  readonly isHidden: boolean;
}

/** Undefined for a row that is no header of a plan: it names no measure, or no deadline. */
export function bindPlanHeader(
  row: CellGrid[number],
  hidden: ReadonlySet<number> = new Set(),
): PlanHeader | undefined {
  const columns = bindCells(row.map(fitsOf), hidden);
  return columns && { columns, texts: row.map((_, index) => textAt(row, index)) };
}

/** The same of what each cell may be called. */
export function bindCells(
  cells: readonly (readonly HeaderFit[])[],
  hidden: ReadonlySet<number> = new Set(),
): ReadonlyMap<PlanColumn, number> | undefined {
  const candidates = cells.flatMap((fits, index) =>
    fits.map((fit): Candidate => ({ ...fit, index, isHidden: hidden.has(index) })),
  );
  if (!candidates.some(({ column }) => column === 'title')) return undefined;
  const columns = new Map<PlanColumn, number>();
  for (const { column, index } of candidates.sort(surestFirst)) {
    if (!columns.has(column) && !isTaken(columns, column, index)) columns.set(column, index);
  }
  settleDeadline(columns);
  return columns.has('title') && (columns.has('deadline') || columns.has('end')) ? columns : undefined;
}

/** What a person sees comes before what the file hides. */
function surestFirst(a: Candidate, b: Candidate): number {
  return (
    Number(a.isHidden) - Number(b.isHidden) ||
    a.rank - b.rank ||
    PLAN_COLUMNS.indexOf(a.column) - PLAN_COLUMNS.indexOf(b.column) ||
    a.index - b.index
  );
}

/** «Дата окончания» is the whole deadline, or, beside «Дата начала», the end of it. */
function isTaken(columns: ReadonlyMap<PlanColumn, number>, column: PlanColumn, index: number): boolean {
  const isBoth = (other: PlanColumn) => [column, other].every((key) => key === 'deadline' || key === 'end');
  return [...columns].some(([other, taken]) => taken === index && !isBoth(other));
}

function settleDeadline(columns: Map<PlanColumn, number>): void {
  const isSpan = columns.has('start') && columns.has('end');
  const isEndAlone = columns.get('deadline') === columns.get('end');
  if (isSpan && (isEndAlone || !columns.has('deadline'))) {
    columns.delete('deadline');
    return;
  }
  columns.delete('start');
  columns.delete('end');
}

/**
 * The header with a second row of it below: «Сроки» over «начало» and «окончание». Undefined where the row below
 * divides no deadline.
 */
export function bindSecondRow(
  { texts, columns }: PlanHeader,
  below: CellGrid[number],
  hidden?: ReadonlySet<number>,
): PlanHeader | undefined {
  if (!isBlankOrSame(below, texts, columns.get('title'))) return undefined;
  const own = below.map((_, index) => textAt(below, index));
  const both = Array.from(
    { length: Math.max(texts.length, own.length) },
    (_, i) => own[i] || (texts[i] ?? ''),
  );
  const header = bindPlanHeader(both, hidden);
  const isSplit = (['start', 'end'] as const).every(
    (key) => (own[header?.columns.get(key) ?? -1] ?? '') !== '',
  );
  return isSplit ? header : undefined;
}

/** A header cell merged over two rows stands in both: the second row is no item. */
export function isHeaderBelow({ texts, columns }: PlanHeader, below: CellGrid[number]): boolean {
  const index = columns.get('title');
  return index !== undefined && textAt(below, index) === texts[index];
}

function isBlankOrSame(below: CellGrid[number], texts: readonly string[], index = -1): boolean {
  const text = textAt(below, index);
  return text === '' || text === texts[index];
}
