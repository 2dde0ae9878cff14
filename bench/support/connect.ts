import { connectSpreadsheets } from '../../functions/adapters/google-sheets/connect.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { Dependencies } from '../../functions/use-cases/ports/dependencies.ts';
import { countStore, type CountingStore } from '../../test/support/counting-store.ts';

export const COORDINATOR = 'coordinator@example.ru';
export const TODAY: CalendarDate = '2026-11-23';

export interface Connected {
  readonly deps: Dependencies;
  readonly counting: CountingStore;
}

/** The real client and the real store; the quota of Google is not what is measured. */
export function connectTo(rootUrl: string, storeFile: string): Connected {
  const counting = countStore(openSqliteStore(storeFile));
  const spreadsheets = connectSpreadsheets({
    rootUrl,
    auth: async () => 'bench',
    budget: { readsPerMinute: 1_000_000, writesPerMinute: 1_000_000 },
  });
  const clock = { now: () => `${TODAY}T06:00:00.000Z` };
  return { counting, deps: { store: counting.store, spreadsheets, clock, pause: async () => {} } };
}
