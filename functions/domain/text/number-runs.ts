/** Whole numbers that follow one another, the last included. */
export interface NumberRun {
  readonly from: number;
  readonly to: number;
}

/** Ascending numbers as runs: 1, 2, 3, 5 are 1–3 and 5. */
export function numberRuns(numbers: readonly number[]): readonly NumberRun[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
}

const MAX_RUNS = 10;

/** «1–3, 5»; of many runs the first ten. */
export function formatRuns(numbers: readonly number[]): string {
  const runs = numberRuns(numbers);
  const shown = runs.slice(0, MAX_RUNS).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(', ') + (runs.length > MAX_RUNS ? '…' : '');
}
