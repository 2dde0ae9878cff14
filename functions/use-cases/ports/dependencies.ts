import type { SheetsUse } from './meter.ts';
import type { Clock } from './ports.ts';
import type { Mail } from './mail.ts';
import type { Spreadsheets } from './spreadsheets.ts';
import type { Store } from './store.ts';

/** What the use cases need of the world; `compose.ts` gives it. */
export interface Dependencies {
  readonly store: Store;
  readonly spreadsheets: Spreadsheets;
  readonly clock: Clock;
  /** Absent where the installation has no mail: everything else works on. */
  readonly mail?: Mail | undefined;
  /** Waits before try number `attempt` (from 1), with jitter: the loser of a race lets the winner finish. */
  readonly pause: (attempt: number) => Promise<void>;
  /** Calls of the Sheets API within the last minute; absent where nobody counts them. */
  readonly sheetsUse?: () => SheetsUse;
}
