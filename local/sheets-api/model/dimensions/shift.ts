import type { Dimension, GridRange } from '../../schema/common.ts';

/** What happens to the rows or columns of a sheet; indices are those before the change. */
export type DimensionChange =
  | { readonly kind: 'insert'; readonly start: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  | { readonly kind: 'move'; readonly start: number; readonly end: number; readonly destination: number };

/** Rows or columns [start, end); an undefined end reaches to the edge of the sheet. */
export interface Span {
  readonly start: number;
  readonly end: number | undefined;
}

const EDGE = Number.POSITIVE_INFINITY;

/** Where the span lies after the change; undefined where nothing of it is left. */
export function shiftSpan(span: Span, change: DimensionChange): Span | undefined {
  if (change.kind === 'insert') return insertInto(span, change.start, change.count);
  if (change.kind === 'delete') return deleteFrom(span, change.start, change.end);
  return moveWith(span, change);
}

function insertInto(span: Span, at: number, count: number): Span {
  const end = span.end === undefined ? undefined : span.end + count;
  if (at <= span.start) return { start: span.start + count, end };
  return at < (span.end ?? EDGE) ? { start: span.start, end } : span;
}

function deleteFrom(span: Span, from: number, to: number): Span | undefined {
  const fall = (bound: number): number => bound - Math.max(0, Math.min(bound, to) - from);
  const start = fall(span.start);
  const end = span.end === undefined ? undefined : fall(span.end);
  return start >= (end ?? EDGE) ? undefined : { start, end };
}

function moveWith(span: Span, move: { start: number; end: number; destination: number }): Span | undefined {
  const count = move.end - move.start;
  const landing = move.destination > move.start ? move.destination - count : move.destination;
  if (span.start >= move.start && (span.end ?? EDGE) <= move.end) {
    const by = landing - move.start;
    return { start: span.start + by, end: span.end === undefined ? undefined : span.end + by };
  }
  const rest = deleteFrom(span, move.start, move.end);
  return rest && insertInto(rest, landing, count);
}

/** An absent start stays absent: an open range has nothing before it that could push it. */
export function shiftRange(
  range: GridRange,
  dimension: Dimension,
  change: DimensionChange,
): GridRange | undefined {
  const [startName, endName] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  if (range[startName] === undefined && range[endName] === undefined) return range;
  const span = shiftSpan({ start: range[startName] ?? 0, end: range[endName] }, change);
  if (!span) return undefined;
  const { [startName]: start, [endName]: _end, ...others } = range;
  return {
    ...others,
    ...(start === undefined ? {} : { [startName]: span.start }),
    ...(span.end === undefined ? {} : { [endName]: span.end }),
  };
}

/** Reorders a sparse list of rows or columns in the same way. */
export function shiftList<T>(list: readonly (T | undefined)[], change: DimensionChange): (T | undefined)[] {
  if (change.kind === 'insert')
    return list.length <= change.start
      ? [...list]
      : [...list.slice(0, change.start), ...blanks<T>(change.count), ...list.slice(change.start)];
  if (change.kind === 'delete') return [...list.slice(0, change.start), ...list.slice(change.end)];
  return moveInList(list, change);
}

function moveInList<T>(
  list: readonly (T | undefined)[],
  move: { start: number; end: number; destination: number },
): (T | undefined)[] {
  const count = move.end - move.start;
  const block = Array.from({ length: count }, (_, index) => list[move.start + index]);
  const rest = [...list.slice(0, move.start), ...list.slice(move.end)];
  const landing = move.destination > move.start ? move.destination - count : move.destination;
  const missing = landing - rest.length;
  if (missing > 0) rest.push(...blanks<T>(missing));
  return [...rest.slice(0, landing), ...block, ...rest.slice(landing)];
}

function blanks<T>(count: number): (T | undefined)[] {
  return Array.from({ length: count }, () => undefined);
}
