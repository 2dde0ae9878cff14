import { rowKey, type PastChange, type RowState, type RowStates } from './past-change.ts';
import { beginPast, breaksAtEnd, breaksBetween, extendPast, undoPast, type RowPast } from './row-past.ts';

/** Where history and store contradict each other about the row `key`. `what` is Russian. */
export interface HistoryProblem {
  readonly key: string;
  readonly what: string;
}

export interface Rewound {
  /** Every row as it stood after the wanted revision. */
  readonly states: RowStates;
  readonly problems: readonly HistoryProblem[];
}

export interface Rewind {
  /** Takes the changes from the oldest on; those up to the wanted revision are passed over. */
  add(change: PastChange): void;
  finish(): Rewound;
}

interface RewindOptions {
  /** The revision to go back to. */
  readonly revision: number;
  /**
   * The revision that was accepted before `rows` were read: they hold every change up to it. Of later changes
   * they may hold some and not others, because people go on typing while documents are read one by one.
   */
  readonly known: number;
}

/**
 * Undoes the history after a revision: from the rows as they stand to the rows as they stood. On the way every
 * link is looked at: each change begins where the one before ended, and the last ends at what stands.
 */
export function createRewind(rows: RowStates, { revision, known }: RewindOptions): Rewind {
  const pasts = new Map<string, RowPast>();
  const problems: HistoryProblem[] = [];
  const report = (key: string, whats: readonly string[]) =>
    problems.push(...whats.map((what) => ({ key, what })));

  return {
    add(change) {
      if (change.revision <= revision) return;
      const key = rowKey(change.worksheet, change.rowId);
      if (change.revision > (rows.get(key)?.revision ?? 0)) {
        const isLost = change.revision <= known;
        if (isLost) report(key, [`в хранилище нет изменения ревизии ${change.revision}`]);
        return;
      }
      const past = pasts.get(key);
      if (past) report(key, breaksBetween(past, change));
      pasts.set(key, past ? extendPast(past, change) : beginPast(change));
    },
    finish() {
      const states = new Map<string, RowState>();
      for (const [key, row] of rows) {
        const past = pasts.get(key);
        report(key, past ? breaksAtEnd(row, past) : breaksWithoutPast(row, revision));
        const state = past ? undoPast(row, past) : row;
        if (state) states.set(key, state);
      }
      return { states, problems };
    },
  };
}

function breaksWithoutPast(row: RowState, revision: number): readonly string[] {
  return row.revision > revision ? [`в истории нет изменения ревизии ${row.revision}`] : [];
}
