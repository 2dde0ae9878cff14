import { STAFF_WORKSHEETS } from '../../functions/domain/records/worksheet-key.ts';
import { readHead, type Head } from '../../functions/use-cases/stored/head/head.ts';
import { readRows } from '../../functions/use-cases/stored/rows/shards.ts';
import { checkHistory } from './oracles/history.ts';
import { checkReports } from './oracles/reports.ts';
import { checkStoreEqualsSheet, type StoredRows } from './oracles/store-equals-sheet.ts';
import { checkTokens } from './oracles/tokens.ts';
import { ViolationError, type Violation } from './oracles/violation.ts';
import type { Job } from './steps.ts';
import type { World } from './world/world.ts';

/** Passes that the functions may need to come to rest once nobody disturbs them. */
const MAX_PASSES = 8;
/** Calls that may still be on their way when everybody stops. */
const MAX_CALLS = 2_000;

/** Everything that can go on without a call being let through has gone on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Everybody stops, what is broken is put right, what is on its way arrives; gives the passes it takes to rest. */
export async function calmDown(world: World, confirms: boolean): Promise<number> {
  world.putEverythingBack();
  for (let left = MAX_CALLS; world.scheduler.pending > 0; left--) {
    if (left === 0) throw new ViolationError('quiet', `${MAX_CALLS} calls later functions still run`);
    world.scheduler.release(0, 'none');
    await settle();
  }
  const stuck = world.running();
  if (stuck.length > 0) throw new Error(`waits for nothing: ${stuck.map(({ name }) => name).join(', ')}`);
  let before = 'changed';
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    world.calls.clear();
    const status = await passOnce(world, pass === 1 && confirms ? 'confirm' : 'sync');
    // The first that finds no row changed may still have a date or a digest to note.
    if (status === 'unchanged' && (before === status || isFree(world.calls))) return pass;
    before = status;
  }
  throw new ViolationError('quiet', `the functions do not come to rest in ${MAX_PASSES} passes`);
}

/** One undisturbed pass from its beginning to its end. */
async function passOnce(world: World, job: Job): Promise<string> {
  world.scheduler.setExpress(true);
  const invocation = world.call(job);
  while (!invocation.outcome) await settle();
  world.scheduler.setExpress(false);
  world.running();
  const { outcome } = invocation;
  if ('value' in outcome) return outcome.value.status;
  const why = outcome.error instanceof Error ? outcome.error.stack : String(outcome.error);
  throw new ViolationError('quiet', `an undisturbed ${job} failed: ${why}`, { cause: outcome.error });
}

/** All promises that can be asked when all is quiet. */
export async function checkQuiet(world: World): Promise<Violation | undefined> {
  const { documents } = world.store;
  const stored = await readHead(world.store, world.workbookId);
  if (!stored) return { oracle: 'store equals sheet', what: 'the head is gone' };
  const { head } = stored;
  const rows = await readAllRows(world, head);
  return (
    checkStoreEqualsSheet({ book: world.book(), head, rows }) ??
    checkTokens(world.accepted, documents) ??
    world.identities.check(world.book()) ??
    checkHistory(documents, head, rows) ??
    checkReports(documents, head, world.book()) ??
    checkCost(world.calls, head)
  );
}

async function readAllRows({ store, workbookId }: World, head: Head): Promise<StoredRows> {
  const entries = await Promise.all(
    STAFF_WORKSHEETS.map(async (worksheet) => {
      const nextNumber = head.nextNumbers[worksheet];
      return [worksheet, await readRows(store, workbookId, { worksheet, nextNumber })] as const;
    }),
  );
  return Object.fromEntries(entries) as unknown as StoredRows;
}

function isFree(calls: ReadonlyMap<string, number>): boolean {
  return costOf(calls) === '{"sheets read":1,"store read":1}';
}

function costOf(calls: ReadonlyMap<string, number>): string {
  return JSON.stringify(Object.fromEntries([...calls].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Promise 9: the pass that found all unchanged has read the sheets once and the head once, and written nothing. */
function checkCost(calls: ReadonlyMap<string, number>, { held }: Head): Violation | undefined {
  if (Object.keys(held).length > 0 || isFree(calls)) return undefined;
  return { oracle: 'cost', what: `a pass over an unchanged workbook cost ${costOf(calls)}` };
}
