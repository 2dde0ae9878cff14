/** The order of texts that no language changes: for hashes and for what is stored, never for what people read. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The entries of a record in the order of their keys. */
export function sortedEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => compareCodeUnits(a, b));
}
