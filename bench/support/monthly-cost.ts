import { SHARD_SIZE } from '../../functions/use-cases/stored/rows/shards.ts';
import { BUDGETS } from '../../test/support/budgets.ts';

/** What a municipality does; a month has 30 days. */
export interface Habits {
  /** Changed cells, each synchronised by itself. */
  readonly editsPerDay: number;
  /** Passes of the schedule that find nothing. */
  readonly sweepsPerDay: number;
  readonly reportsPerMonth: number;
}

/** Documents of Firestore. */
interface Use {
  /** On a day with a report, the dearest. */
  readonly perDay: number;
  readonly perMonth: number;
  /** Of what a day has for nothing; up to 1 the month costs nothing. */
  readonly shareOfFree: number;
}

/** A day: https://firebase.google.com/docs/firestore/quotas; 20,000 deletions too, but we make none: tombstones. */
const FREE = { reads: 50_000, writes: 20_000 } as const;
const DAYS = 30;

/** The rows on which the budgets were counted lie in so many documents. */
const BUDGET_DOCUMENTS = documentsOf(1000);

/**
 * What Firestore counts where «Исполнение» has so many rows: an edit reads its own document of rows, the nightly
 * self-check all of them and the day's history.
 */
export function monthlyCost(habits: Habits, rows: number): { readonly reads: Use; readonly writes: Use } {
  const { editsPerDay, sweepsPerDay, reportsPerMonth } = habits;
  const night = {
    reads: BUDGETS.selfCheck.reads + documentsOf(rows) - BUDGET_DOCUMENTS + editsPerDay - 1,
    writes: BUDGETS.selfCheck.writes,
  };
  const useOf = (kind: 'reads' | 'writes'): Use => {
    const usual = editsPerDay * BUDGETS.oneCell[kind] + sweepsPerDay * BUDGETS.unchanged[kind] + night[kind];
    const perDay = usual + BUDGETS.report[kind];
    const perMonth = DAYS * usual + reportsPerMonth * BUDGETS.report[kind];
    return { perDay, perMonth, shareOfFree: perDay / FREE[kind] };
  };
  return { reads: useOf('reads'), writes: useOf('writes') };
}

function documentsOf(rows: number): number {
  return Math.ceil((rows + 1) / SHARD_SIZE);
}
