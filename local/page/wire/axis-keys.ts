/** The keys of a sheet's rows and columns, in their order. */
export interface AxisKeys {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export type Axis = keyof AxisKeys;

/** Keys of the given number: those that stand, cut or followed by new ones. The functions only add at the end. */
export function fitKeys(keys: readonly string[], count: number, newKey: () => string): readonly string[] {
  if (keys.length === count) return keys;
  if (keys.length > count) return keys.slice(0, count);
  return [...keys, ...Array.from({ length: count - keys.length }, newKey)];
}

/** Puts the keys before another one, or at the end; unknown `before` is the end too. */
export function insertKeys(
  keys: readonly string[],
  before: string | null,
  added: readonly string[],
): string[] {
  const place = before === null ? -1 : keys.indexOf(before);
  const index = place < 0 ? keys.length : place;
  return [...keys.slice(0, index), ...added, ...keys.slice(index)];
}

export function removeKeys(keys: readonly string[], gone: readonly string[]): string[] {
  const set = new Set(gone);
  return keys.filter((key) => !set.has(key));
}
