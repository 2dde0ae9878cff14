/** Names sort by their day; the day is UTC's, so that no zone gives two nights one name. */
const NAME = /^shnor-\d{4}-\d{2}-\d{2}\.backup\.gz$/u;

export function backupName(now: Date): string {
  return `shnor-${now.toISOString().slice(0, 10)}.backup.gz`;
}

/** Whether tonight's is still to be made, by what stands in the folder. */
export function isDue(names: readonly string[], now: Date): boolean {
  return !names.includes(backupName(now));
}

/** The oldest beyond `keep`. Only backups of this schedule go, and never the one just made, whatever the clock says. */
export function planPruning(names: readonly string[], keep: number, made: string): readonly string[] {
  const nightly = names.filter((name) => NAME.test(name)).toSorted();
  return nightly.slice(0, Math.max(0, nightly.length - keep)).filter((name) => name !== made);
}
