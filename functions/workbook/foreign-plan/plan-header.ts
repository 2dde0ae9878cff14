import { textAt } from './foreign-table.ts';
import type { CellGrid } from '../layout/layout.ts';
import { COLUMNS, plainHeader, RANKS, type PlanColumn } from './plan-header-names.ts';

/** Which column of a foreign plan holds what; the deadline stands in one column, or in two, from and till. */
export interface PlanHeader {
  readonly columns: ReadonlyMap<PlanColumn, number>;
  /** The header cells as a person sees them. */
  readonly texts: readonly string[];
}

/** Undefined for a row that is no header of a plan: it names no measure, or no deadline. */
export function bindPlanHeader(
  row: CellGrid[number],
  hidden: ReadonlySet<number> = new Set(),
): PlanHeader | undefined {
  const texts = row.map((_, index) => textAt(row, index));
  const headers = row.map(plainHeader);
  const columns = new Map<PlanColumn, number>();
  // What a person sees comes before what the file hides.
  for (const isHidden of [false, true]) {
    for (const matches of RANKS) {
      for (const column of COLUMNS) {
        if (columns.has(column)) continue;
        const index = headers.findIndex(
          (header, at) =>
            hidden.has(at) === isHidden && !isTaken(columns, column, at) && matches(column, header),
        );
        if (index >= 0) columns.set(column, index);
      }
    }
  }
  settleDeadline(columns);
  return columns.has('title') && (columns.has('deadline') || columns.has('end'))
    ? { columns, texts }
    : undefined;
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
  const own = below.map((_, index) => textAt(below, index));
  const both = Array.from(
    { length: Math.max(texts.length, own.length) },
    (_, i) => own[i] || (texts[i] ?? ''),
  );
  if (!isBlankOrSame(own, texts, columns.get('title'))) return undefined;
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

function isBlankOrSame(own: readonly string[], texts: readonly string[], index = -1): boolean {
  const text = own[index] ?? '';
  return text === '' || text === texts[index];
}
