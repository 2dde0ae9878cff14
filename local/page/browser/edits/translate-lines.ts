import type { IRange } from '@univerjs/core';
import type { Axis } from '../../wire/axis-keys.ts';
import type { Step } from '../../wire/edits.ts';
import type { Axes } from '../grid/axes.ts';

type Params = Readonly<Record<string, unknown>>;
type TranslateLines = (sheetId: number, params: Params, context: { readonly axes: Axes }) => Step[];

function spanOf(axis: Axis, range: IRange): { start: number; end: number } {
  return axis === 'rows'
    ? { start: range.startRow, end: range.endRow }
    : { start: range.startColumn, end: range.endColumn };
}

interface Ranged {
  readonly range: IRange;
  readonly axes: Axes;
}

export function insert(sheetId: number, axis: Axis, { range, axes }: Ranged): Step[] {
  const { start, end } = spanOf(axis, range);
  const before = axes.get(sheetId)?.[axis][start] ?? null;
  const keys = axes.insert(sheetId, axis, { index: start, count: end - start + 1 });
  return [{ kind: 'insert', sheetId, axis, keys, before }];
}

export function remove(sheetId: number, axis: Axis, { range, axes }: Ranged): Step[] {
  const { start, end } = spanOf(axis, range);
  const keys = axes.slice(sheetId, axis, start, end);
  axes.cut(sheetId, axis, keys);
  return keys.length > 0 ? [{ kind: 'delete', sheetId, axis, keys }] : [];
}

export function move(sheetId: number, axis: Axis, { params, axes }: { params: Params; axes: Axes }): Step[] {
  const source = spanOf(axis, params['sourceRange'] as IRange);
  const target = spanOf(axis, params['targetRange'] as IRange);
  const keys = axes.slice(sheetId, axis, source.start, source.end);
  const before = axes.get(sheetId)?.[axis][target.start] ?? null;
  if (before !== null && keys.includes(before)) return [];
  axes.move(sheetId, axis, { keys, before });
  return [{ kind: 'move', sheetId, axis, keys, before }];
}

/** Rows of the range get the cells of others. Where the whole width takes part, the rows have changed places. */
export function reorder(sheetId: number, params: Params, { axes }: { readonly axes: Axes }): Step[] {
  const range = params['range'] as IRange;
  const order = params['order'] as Readonly<Record<number, number>>;
  const now = axes.get(sheetId);
  if (!now) return [];
  const pairs = Object.entries(order).map(([to, from]) => [Number(to), from] as const);
  const keyOf = (row: number): string => now.rows[row] ?? '';
  const columns = axes.slice(sheetId, 'columns', range.startColumn, range.endColumn);
  const step: Step = {
    kind: 'reorder',
    sheetId,
    rows: pairs.map(([to]) => keyOf(to)),
    from: pairs.map(([, from]) => keyOf(from)),
    columns,
    isWhole: columns.length === now.columns.length,
  };
  if (step.isWhole) {
    const rows = [...now.rows];
    for (const [to, from] of pairs) rows[to] = keyOf(from);
    axes.set(sheetId, { ...now, rows });
  }
  return [step];
}

export type Sizes = number | Readonly<Record<number, number>>;
const SMALLEST = 2;

export function resize(
  sheetId: number,
  axis: Axis,
  { ranges, sizes, axes }: { ranges: readonly IRange[]; sizes: Sizes; axes: Axes },
): Step[] {
  return ranges.flatMap((range) => {
    const { start, end } = spanOf(axis, range);
    if (typeof sizes === 'number')
      return [sizeStep({ sheetId, axis, keys: axes.slice(sheetId, axis, start, end) }, sizes)];
    return Object.entries(sizes)
      .filter(([index]) => Number(index) >= start && Number(index) <= end)
      .map(([index, size]) =>
        sizeStep({ sheetId, axis, keys: axes.slice(sheetId, axis, Number(index), Number(index)) }, size),
      );
  });
}

function sizeStep(line: { sheetId: number; axis: Axis; keys: string[] }, size: number): Step {
  return { kind: 'size', ...line, pixels: Math.max(SMALLEST, Math.round(size)) };
}

export function hide(axis: Axis, isHidden: boolean): TranslateLines {
  return (sheetId, { ranges }, { axes }) => {
    const keys = (ranges as IRange[]).flatMap((range) => {
      const { start, end } = spanOf(axis, range);
      return axes.slice(sheetId, axis, start, end);
    });
    return keys.length > 0 ? [{ kind: 'hide', sheetId, axis, keys, isHidden }] : [];
  };
}

export function merge(
  kind: 'merge' | 'unmerge',
  { sheetId, ranges, axes }: { sheetId: number; ranges: readonly IRange[]; axes: Axes },
): Step[] {
  const { rows, columns } = axes.get(sheetId) ?? { rows: [], columns: [] };
  const areas = ranges.flatMap((range) => {
    const area = [
      rows[range.startRow],
      rows[range.endRow],
      columns[range.startColumn],
      columns[range.endColumn],
    ];
    return area.every((key) => key !== undefined) ? [area as [string, string, string, string]] : [];
  });
  return areas.length > 0 ? [{ kind, sheetId, areas }] : [];
}
