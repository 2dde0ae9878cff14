import type { StoreWrite } from '../../../functions/use-cases/ports/store.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import type { Job } from '../steps.ts';
import type { SheetsWorld } from './memory-api.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Actor, Scheduler } from './scheduler.ts';

/** One invocation of a function, from its call to its end. */
export interface Invocation extends Actor {
  readonly job: Job;
  /** What it knows of the sheets: the book as it stood at its last complete read. */
  seen: Snapshot | undefined;
  /** What became of its last call to the sheets, where that was a write. */
  lastWrite: 'none' | 'sent' | 'carried out';
  outcome: { readonly value: { readonly status: string } } | { readonly error: unknown } | undefined;
}

export interface Snapshot {
  readonly book: Spreadsheet;
  /** Sheets that nobody could have read. */
  readonly broken: ReadonlySet<number>;
  /** When it stood so, by the clock of the world, ms since 1970. */
  readonly at: number;
}

export interface FunctionsWorld {
  readonly workbookId: string;
  readonly scheduler: Scheduler;
  readonly store: MemoryStore;
  readonly sheets: SheetsWorld;
  readonly snapshot: () => Snapshot;
  readonly now: () => number;
  readonly sleep: (ms: number) => void;
  /** A commit of the invocation has been applied. */
  readonly onCommit: (by: Invocation, writes: readonly StoreWrite[]) => void;
  /** A call is being carried out, which takes its time. */
  readonly passed: () => void;
  readonly count: (port: string) => void;
}
