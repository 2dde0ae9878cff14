/** Numbers as spans of neighbours, ends included, from first to last. */
export function spansOf(numbers: readonly number[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last.end + 1 === number) last.end = number;
    else spans.push({ start: number, end: number });
  }
  return spans;
}

export interface LineChange {
  readonly kind: 'insert' | 'remove';
  readonly start: number;
  readonly end: number;
}

/**
 * What makes rows with the keys `before` as many as there are in `after`, in the order in which to do it: what is
 * gone is removed, from the end; what is new is put in. Rows that changed places stay: their cells differ then.
 */
export function planLines(before: readonly string[], after: readonly string[]): LineChange[] {
  if (before === after) return [];
  const wanted = new Set(after);
  const known = new Set(before);
  const gone = before.flatMap((key, index) => (wanted.has(key) ? [] : [index]));
  const added = after.flatMap((key, index) => (known.has(key) ? [] : [index]));
  return [
    ...spansOf(gone)
      .toReversed()
      .map((span) => ({ kind: 'remove', ...span }) satisfies LineChange),
    ...spansOf(added).map((span) => ({ kind: 'insert', ...span }) satisfies LineChange),
  ];
}
