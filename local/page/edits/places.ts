import type { Axis, AxisKeys } from '../wire/axis-keys.ts';

/** Keys and numbers of a sheet's rows and columns while an edit is planned: its own steps move them. */
export interface Places {
  keys(axis: Axis): readonly string[];
  /** Undefined: somebody has deleted it meanwhile. */
  indexOf(axis: Axis, key: string): number | undefined;
  replace(axis: Axis, keys: readonly string[]): void;
}

export function openPlaces(keys: AxisKeys): Places {
  const now = { rows: keys.rows, columns: keys.columns };
  const indexes: Partial<Record<Axis, Map<string, number>>> = {};
  return {
    keys: (axis) => now[axis],
    indexOf(axis, key) {
      indexes[axis] ??= new Map(now[axis].map((each, index) => [each, index]));
      return indexes[axis].get(key);
    },
    replace(axis, keys) {
      now[axis] = keys;
      delete indexes[axis];
    },
  };
}

/** Numbers as spans of neighbours, from first to last: `[1, 2, 5]` → `[1, 3)`, `[5, 6)`. */
export function spansOf(indexes: readonly number[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.end === index) last.end += 1;
    else spans.push({ start: index, end: index + 1 });
  }
  return spans;
}
