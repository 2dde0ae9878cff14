/** The order of texts that no language changes: for hashes and for what is stored, never for what people read. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The entries of a record in the order of their keys. */
export function sortedEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => compareCodeUnits(a, b));
}

const COLLATOR = new Intl.Collator('ru', { numeric: true });

/** «ОО № 2» before «ОО № 10»; equal only for equal texts, so that no order is left to chance. */
export function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b) || compareCodeUnits(a, b);
}
