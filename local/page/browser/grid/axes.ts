import { insertKeys, removeKeys, type Axis, type AxisKeys } from '../../wire/axis-keys.ts';

/** The keys of each sheet's rows and columns as the grid of this window has them now. */
export interface Axes {
  get(sheetId: number): AxisKeys | undefined;
  set(sheetId: number, keys: AxisKeys): void;
  remove(sheetId: number): void;
  /** Keys of the rows or columns from `start` to `end`, ends included. */
  slice(sheetId: number, axis: Axis, start: number, end: number): string[];
  /** Makes keys for new rows or columns that come to stand at `index`, and answers them. */
  insert(sheetId: number, axis: Axis, place: { readonly index: number; readonly count: number }): string[];
  cut(sheetId: number, axis: Axis, keys: readonly string[]): void;
  move(
    sheetId: number,
    axis: Axis,
    moved: { readonly keys: readonly string[]; readonly before: string | null },
  ): void;
}

export function createAxes(newKey: () => string): Axes {
  const known = new Map<number, AxisKeys>();
  const keysOf = (sheetId: number, axis: Axis): readonly string[] => known.get(sheetId)?.[axis] ?? [];
  const replace = (sheetId: number, axis: Axis, keys: readonly string[]): void => {
    const now = known.get(sheetId);
    if (now) known.set(sheetId, { ...now, [axis]: keys });
  };
  return {
    get: (sheetId) => known.get(sheetId),
    set: (sheetId, keys) => void known.set(sheetId, keys),
    remove: (sheetId) => void known.delete(sheetId),
    slice: (sheetId, axis, start, end) => keysOf(sheetId, axis).slice(start, end + 1),
    insert(sheetId, axis, { index, count }) {
      const keys = Array.from({ length: count }, newKey);
      replace(sheetId, axis, keysOf(sheetId, axis).toSpliced(index, 0, ...keys));
      return keys;
    },
    cut: (sheetId, axis, keys) => replace(sheetId, axis, removeKeys(keysOf(sheetId, axis), keys)),
    move(sheetId, axis, { keys, before }) {
      replace(sheetId, axis, insertKeys(removeKeys(keysOf(sheetId, axis), keys), before, keys));
    },
  };
}
