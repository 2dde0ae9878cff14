import { connectSpreadsheets } from '../../../functions/adapters/google-sheets/connect.ts';
import { publishReport } from '../../../functions/use-cases/report/publish-report.ts';
import type { Dependencies } from '../../../functions/use-cases/ports/dependencies.ts';
import { runMonitoring } from '../../../functions/use-cases/monitor/run-monitoring.ts';
import { provisionWorkbook } from '../../../functions/use-cases/provision/provision-workbook.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync/reconcile.ts';
import type { Job } from '../steps.ts';
import { COORDINATOR } from './base.ts';
import type { FunctionsWorld, Invocation } from './invocation.ts';
import { apiOf, storeOf } from './wires.ts';

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
    case 'provision':
      return provision(deps, workbookId);
    case 'report':
      return publishReport(deps, { ...request, withErrors: true });
  }
}

async function provision(deps: Dependencies, workbookId: string): Promise<{ readonly status: string }> {
  const given = { title: 'ШНОР', timeZone: 'Asia/Yekaterinburg', today: '2026-11-23', members: {} } as const;
  await provisionWorkbook(deps, { workbookId, ...given });
  return { status: 'provisioned' };
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
