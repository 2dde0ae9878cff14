import type { DueOccurrence } from './obligation.ts';
import type { Execution } from '../records.ts';

export interface ExecutionMatch {
  /** By position in `occurrences`; a measure without a date has one place, 0. */
  readonly byOccurrence: ReadonlyMap<number, Execution>;
  /** Rows that repeat an obligation already answered by a row before them. */
  readonly repeats: readonly { readonly execution: Execution; readonly of: Execution }[];
}

/**
 * Gives each row of one school and measure to an occurrence: by its label, else by the window in which
 * it was done, else to the first occurrence still free. What finds no place repeats another row.
 */
export function matchExecutions(
  executions: readonly Execution[],
  occurrences: readonly DueOccurrence[],
): ExecutionMatch {
  const byOccurrence = new Map<number, Execution>();
  const repeats: { execution: Execution; of: Execution }[] = [];
  for (const execution of executions) {
    const place = findPlace(execution, occurrences, byOccurrence);
    const holder = byOccurrence.get(place);
    if (holder) repeats.push({ execution, of: holder });
    else byOccurrence.set(place, execution);
  }
  return { byOccurrence, repeats };
}

function findPlace(
  execution: Execution,
  occurrences: readonly DueOccurrence[],
  taken: ReadonlyMap<number, Execution>,
): number {
  if (occurrences.length <= 1) return 0;
  const byLabel = occurrences.findIndex((occurrence) => sameLabel(occurrence.label, execution.occurrence));
  if (byLabel >= 0) return byLabel;
  const { doneOn } = execution;
  const byWindow = doneOn
    ? occurrences.findIndex(({ start, end }) => (start ?? doneOn) <= doneOn && doneOn <= end)
    : -1;
  if (byWindow >= 0 && !taken.has(byWindow)) return byWindow;
  const free = occurrences.findIndex((_, index) => !taken.has(index));
  return free >= 0 ? free : 0;
}

function sameLabel(a: string, b: string): boolean {
  return a !== '' && a.trim().toLocaleLowerCase('ru') === b.trim().toLocaleLowerCase('ru');
}
