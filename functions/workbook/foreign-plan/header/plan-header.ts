import { textAt } from '../table/foreign-table.ts';
import type { CellGrid } from '../../layout/layout.ts';
import {
  FREQUENCY,
  fitsOf,
  plainHeader,
  PLAN_COLUMNS,
  type HeaderFit,
  type PlanColumn,
} from './plan-header-names.ts';
import { termColumns, type TermColumn } from '../terms/term-columns.ts';

/** Which column of a foreign plan holds what; the deadline stands in one column, or in two, from and till. */
export interface PlanHeader {
  readonly columns: ReadonlyMap<PlanColumn, number>;
  /** The header cells as a person sees them. */
  readonly texts: readonly string[];
  /** Columns of time whose marks are the deadline; then no column holds it. */
  readonly terms: readonly TermColumn[];
  /** Where several columns of one name hold a deadline each, all of them, with what tells them apart. */
  readonly deadlines: readonly { readonly column: number; readonly caption: string }[];
  /** «Периодичность» beside the deadline. */
  readonly frequency?: number;
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
  const assigned = assign(row.map(fitsOf), hidden);
  if (!assigned) return undefined;
  const texts = row.map((_, index) => textAt(row, index));
  const columns = withDeadline(assigned);
  const terms = freeTerms(texts, assigned);
  if (terms.length > 0) return { columns: withoutDeadline(assigned), texts, terms, deadlines: [] };
  if (!columns) return undefined;
  const often = row.findIndex(
    (cell, index) => FREQUENCY.test(plainHeader(cell)) && index !== columns.get('deadline'),
  );
  return {
    columns,
    texts,
    terms: [],
    deadlines: sameDeadlines(texts, columns),
    ...(often >= 0 && { frequency: often }),
  };
}

/** A row that names a measure and its number or its responsible; the deadline may stand in banners or in the text. */
export function bindWithoutDeadline(
  row: CellGrid[number],
  hidden: ReadonlySet<number> = new Set(),
): PlanHeader | undefined {
  const columns = assign(row.map(fitsOf), hidden);
  if (!columns || (!columns.has('number') && !columns.has('responsible'))) return undefined;
  const texts = row.map((_, index) => textAt(row, index));
  return { columns: withoutDeadline(columns), texts, terms: [], deadlines: [] };
}

/** The same of what each cell may be called. */
export function bindCells(
  cells: readonly (readonly HeaderFit[])[],
  hidden: ReadonlySet<number> = new Set(),
): ReadonlyMap<PlanColumn, number> | undefined {
  const columns = assign(cells, hidden);
  return columns && withDeadline(columns);
}

function assign(
  cells: readonly (readonly HeaderFit[])[],
  hidden: ReadonlySet<number>,
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
  return columns.has('title') ? columns : undefined;
}

const withDeadline = (
  columns: ReadonlyMap<PlanColumn, number>,
): ReadonlyMap<PlanColumn, number> | undefined =>
  columns.has('deadline') || columns.has('end') ? columns : undefined;

const withoutDeadline = (columns: ReadonlyMap<PlanColumn, number>): ReadonlyMap<PlanColumn, number> =>
  new Map([...columns].filter(([column]) => !['deadline', 'start', 'end'].includes(column)));

/** Beside a deadline of its own a column «2022» is money or a figure, and no term. */
function freeTerms(
  texts: readonly string[],
  columns: ReadonlyMap<PlanColumn, number>,
): readonly TermColumn[] {
  const terms = termColumns(texts);
  const places = new Set(terms.map(({ column }) => column));
  const dated = (['deadline', 'start', 'end'] as const).flatMap((key) => columns.get(key) ?? []);
  return dated.every((column) => places.has(column)) ? terms : [];
}

/** «Дата | Дата | Дата»: one column in the eyes of the header, three deadlines. */
function sameDeadlines(
  texts: readonly string[],
  columns: ReadonlyMap<PlanColumn, number>,
): PlanHeader['deadlines'] {
  const first = columns.get('deadline');
  if (first === undefined) return [];
  const same = texts.flatMap((text, column) => (text === texts[first] ? [{ column, caption: '' }] : []));
  return same.length > 1 ? same : [];
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
