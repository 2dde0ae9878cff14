/** The order of texts that no language changes: for hashes and for what is stored, never for what people read. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The entries of a record in the order of their keys. */
export function sortedEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return sortKeys(Object.keys(record)).map((key) => [key, record[key] as Value]);
}

const FEW_KEYS = 32;

/** In place; the few keys of most objects are in order before a general sort has begun. */
export function sortKeys(keys: string[]): string[] {
  if (keys.length > FEW_KEYS) return keys.sort(compareCodeUnits);
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end] ?? '';
    let at = end;
    for (; at > 0 && (keys[at - 1] ?? '') > key; at--) keys[at] = keys[at - 1] ?? '';
    keys[at] = key;
  }
  return keys;
}

const COLLATOR = new Intl.Collator('ru', { numeric: true });

/** «ОО № 2» before «ОО № 10»; equal only for equal texts, so that no order is left to chance. */
export function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b) || compareCodeUnits(a, b);
}
