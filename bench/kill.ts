import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { syncWorkbook } from '../functions/use-cases/sync-workbook.ts';
import { fillWorkbook } from '../test/support/large-workbook.ts';
import { createRandom } from '../test/simulation/random.ts';
import { findFaults, readStock } from './support/check-books.ts';
import { connectTo, COORDINATOR, TODAY } from './support/connect.ts';
import { prepareWorkbook } from './support/prepare.ts';
import { spawnScript, startStandIn, type StandIn } from './support/processes.ts';

/**
 * `node bench/kill.ts --rows 10000 --times 20 --seed 1`: a first load is killed with SIGKILL so many times in a row
 * on one workbook, at random moments from its beginning to its end, a later one each time; then one clean pass must
 * leave sheet, store and history in agreement. Where a pass gets through before its moment, more rows are typed, so
 * that the next has work to be killed at. Ends with 1 where anything is doubled, lost or different.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    times: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const rows = Number(values.rows);
const times = Number(values.times);
const random = createRandom(Number(values.seed));
/** Passes that get through are no kills; without a limit a machine that is too fast would go on for ever. */
const MAX_PASSES = times * 4;

interface Scene {
  readonly standIn: StandIn;
  readonly storeFile: string;
  readonly workbookId: string;
}

type End = { readonly killed: boolean; readonly ms: number };

const folder = mkdtempSync(join(tmpdir(), 'shnor-kill-'));
const standIn = await startStandIn(folder);
try {
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  await standIn.stop();
  rmSync(folder, { recursive: true });
}

async function run(): Promise<boolean> {
  const twin = await openScene('twin.sqlite');
  const whole = await passUntil(twin, Infinity);
  console.log(`First load of ${rows} rows: ${Math.round(whole.ms)} ms. Seed ${values.seed}.\n`);
  const scene = await openScene('store.sqlite');
  await killRepeatedly(scene, whole.ms);
  return await passClean(scene);
}

async function openScene(storeName: string): Promise<Scene> {
  const storeFile = join(folder, storeName);
  const { workbookId } = await prepareWorkbook(standIn.url, storeFile, rows);
  return { standIn, storeFile, workbookId };
}

async function killRepeatedly(scene: Scene, firstLoadMs: number): Promise<void> {
  console.log('| kill | after, ms | of about, ms | revision | rows stored | ids in the sheet |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  let kills = 0;
  let wholeMs = firstLoadMs;
  for (let pass = 0; kills < times; pass++) {
    if (pass === MAX_PASSES) throw new Error(`only ${kills} of ${pass} passes could be killed`);
    const moment = (wholeMs * (kills + random.below(1000) / 1000)) / times;
    const end = await passUntil(scene, moment);
    if (end.killed) kills += 1;
    const name = end.killed ? String(kills) : 'none: got through';
    console.log(`| ${name} | ${Math.round(end.ms)} | ${Math.round(wholeMs)} | ${await describe(scene)} |`);
    if (end.killed) continue;
    await typeMore(scene);
    // All rows are read and assessed, few are written.
    wholeMs = firstLoadMs / 2;
  }
}

/** Runs the functions as a process; kills it where it still runs at the moment, counted from its readiness. */
async function passUntil({ standIn, storeFile, workbookId }: Scene, moment: number): Promise<End> {
  const child = spawnScript(new URL('./support/sync-once.ts', import.meta.url), [
    standIn.url,
    storeFile,
    workbookId,
  ]);
  const exit = once(child, 'exit');
  if (child.stdout) await once(child.stdout, 'data');
  const started = performance.now();
  const alarm = new AbortController();
  const tooLong = delay(moment === Infinity ? 600_000 : moment, 'late' as const, { signal: alarm.signal });
  const first = await Promise.race([exit.then(() => 'exit' as const), tooLong]);
  if (first === 'late') child.kill('SIGKILL');
  alarm.abort();
  const [code, signal] = await exit;
  const killed = signal === 'SIGKILL';
  if (!killed && code !== 0) throw new Error(`the pass failed by itself with ${code}`);
  return { killed, ms: performance.now() - started };
}

async function typeMore({ standIn, storeFile, workbookId }: Scene): Promise<void> {
  const { deps } = connectTo(standIn.url, storeFile);
  const stock = await readStock(deps.store, workbookId);
  const { sheetIds } = stock.head;
  const after = stock.rows.executions.size;
  await fillWorkbook(deps.spreadsheets, workbookId, { sheetIds, rows: Math.ceil(rows / 10), after });
  await deps.store.close();
}

async function describe({ standIn, storeFile, workbookId }: Scene): Promise<string> {
  const { deps } = connectTo(standIn.url, storeFile);
  const { head, rows, revision } = await readStock(deps.store, workbookId);
  const [sheet] = await deps.spreadsheets.readValues(workbookId, [head.sheetIds.executions]);
  const ids = (sheet?.rows ?? []).slice(1).filter(([id]) => id !== null).length;
  await deps.store.close();
  return `${revision} | ${rows.executions.size} | ${ids}`;
}

async function passClean({ standIn, storeFile, workbookId }: Scene): Promise<boolean> {
  const { deps } = connectTo(standIn.url, storeFile);
  const request = { workbookId, by: COORDINATOR, today: TODAY };
  await syncWorkbook(deps, request);
  const faults = [...(await findFaults(deps, workbookId))];
  const { status } = await syncWorkbook(deps, request);
  if (status !== 'unchanged') faults.push(`a second pass is «${status}»`);
  const stock = await readStock(deps.store, workbookId);
  await deps.store.close();
  const { executions } = stock.rows;
  console.log(
    `\nOne clean pass: revision ${stock.revision}, ${executions.size} rows of «Исполнение» in the store.`,
  );
  const verdict = 'Sheet and store are equal, each id stands once, no row is doubled, the history is whole.';
  console.log(faults.length === 0 ? verdict : `FAULTS:\n${faults.join('\n')}`);
  return faults.length === 0;
}
