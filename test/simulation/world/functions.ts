import { connectSpreadsheets } from '../../../functions/adapters/google-sheets/connect.ts';
import type { StoreWrite } from '../../../functions/use-cases/ports/ports.ts';
import { publishReport } from '../../../functions/use-cases/report/publish-report.ts';
import type { Dependencies } from '../../../functions/use-cases/sync/reconcile.ts';
import { runMonitoring } from '../../../functions/use-cases/monitor/run-monitoring.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync/sync-workbook.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import type { Job } from '../steps.ts';
import { COORDINATOR } from './base.ts';
import type { SheetsWorld } from './memory-api.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Actor, Scheduler } from './scheduler.ts';
import { apiOf, storeOf } from './wires.ts';

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

/** As long as it takes: the budget of calls a minute is no matter here. */
const BUDGET = { readsPerMinute: 1e9, writesPerMinute: 1e9 };
const MS_A_PAUSE = 200;

/** Starts a function over the real adapter; it runs whenever the scheduler lets one of its calls through. */
export function startFunction(world: FunctionsWorld, { job, name }: { job: Job; name: string }): Invocation {
  const invocation: Invocation = {
    job,
    name,
    isDead: false,
    seen: undefined,
    lastWrite: 'none',
    outcome: undefined,
  };
  run(job, dependenciesOf(world, invocation), world.workbookId).then(
    (value) => (invocation.outcome = { value }),
    (error: unknown) => (invocation.outcome = { error }),
  );
  return invocation;
}

function run(job: Job, deps: Dependencies, workbookId: string): Promise<{ readonly status: string }> {
  const request = { workbookId, by: COORDINATOR };
  switch (job) {
    case 'sync':
      return syncWorkbook(deps, request);
    case 'confirm':
      return syncWorkbook(deps, { ...request, consent: {} });
    case 'monitor':
      return runMonitoring(deps, request);
    case 'report':
      return publishReport(deps, request);
  }
}

function dependenciesOf(world: FunctionsWorld, by: Invocation): Dependencies {
  const sleep = async (ms: number): Promise<void> => {
    const carryOut = () => world.sleep(ms);
    await world.scheduler.send(by, { port: 'sleep', isWrite: false, label: `sleep ${ms} ms`, carryOut });
  };
  const spreadsheets = connectSpreadsheets({
    auth: async () => 'simulated',
    budget: BUDGET,
    runtime: { now: world.now, sleep, random: () => 0.5 },
    api: async () => apiOf(world, by),
  });
  return {
    store: storeOf(world, by),
    spreadsheets,
    clock: { now: () => new Date(world.now()).toISOString() },
    pause: (attempt) => sleep(MS_A_PAUSE * attempt),
  };
}
