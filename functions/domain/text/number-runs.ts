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
