import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { syncWorkbook } from '../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../functions/workbook/worksheets/index.ts';
import { createRandom } from '../test/simulation/random.ts';
import { findFaults, readStock } from './support/check-books.ts';
import { connectTo, COORDINATOR, TODAY } from './support/connect.ts';
import { openGate } from './support/gate.ts';
import { passUntil, type Load } from './support/killed-pass.ts';
import { prepareWorkbook } from './support/prepare.ts';
import { startStandIn } from './support/processes.ts';

/**
 * `node bench/kill.ts --rows 10000 --times 20 --fresh 20 --seed 1`: the functions are killed with SIGKILL during a
 * first load, in two ways, and clean passes follow; ends with 1 where anything is doubled, lost or different, or
 * where a kill found no first load.
 *
 * In a row: one workbook, `times` kills at random moments of its first load, the early ones first, then one clean pass.
 * The write that would finish the load is held by a gate, and who comes to it is killed there: otherwise the first
 * late kill would leave nothing to load to those that follow.
 *
 * One by one: `fresh` workbooks, each killed once without any gate, the moments spread over the whole pass to its
 * last read, and each followed by its own clean pass.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    times: { type: 'string', default: '20' },
    fresh: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const rows = Number(values.rows);
const times = Number(values.times);
const fresh = Number(values.fresh);
const random = createRandom(Number(values.seed));
/** Moments reach beyond the last write as it was seen, so that this one is struck too and its time seen anew. */
const BEYOND = 1.1;
const ID = WORKSHEETS.executions.columns.findIndex(({ key }) => key === 'id');
const VERDICT = 'sheet and store are equal, each id stands once, no row is doubled, the history is whole';

const folder = mkdtempSync(join(tmpdir(), 'shnor-kill-'));
const standIn = await startStandIn(folder);
try {
  console.log(`First load of ${rows} rows, seed ${values.seed}.`);
  const isWhole = [await killInARow(), fresh === 0 || (await killOneByOne())];
  process.exitCode = isWhole.every(Boolean) ? 0 : 1;
} finally {
  await standIn.stop();
  rmSync(folder, { recursive: true });
}

async function killInARow(): Promise<boolean> {
  let course = await measureCourse();
  console.log(`\n${times} kills in a row in one workbook; its last write is sent after ${course} ms.\n`);
  printHead('killed');
  const load = await openGatedLoad('row.sqlite');
  // The early ones first: what a late one has committed is no longer there to be killed at.
  const moments = Array.from({ length: times }, fraction).toSorted((a, b) => a - b);
  let kills = 0;
  for (const [index, moment] of moments.entries()) {
    const { killed, ms } = await passUntil(load, moment * BEYOND * course);
    if (killed === 'at the last write') course = Math.round(ms);
    const { ids, text } = await describe(load);
    if (killed !== 'no, got through' && ids < rows) kills += 1;
    console.log(`| ${index + 1} | ${Math.round(ms)} | ${course} | ${text} | ${killed} |`);
  }
  await load.gate?.close();
  const faults = await passClean(load);
  console.log(`\n${kills} of ${times} kills hit the first load. One clean pass: ${faults || `${VERDICT}.`}`);
  return kills === times && faults === '';
}

/** How long a first load runs until it sends its last write, in ms. */
async function measureCourse(): Promise<number> {
  const twin = await openGatedLoad('twin.sqlite');
  const { killed, ms } = await passUntil(twin, Infinity);
  await twin.gate?.close();
  if (killed !== 'at the last write') throw new Error('the gate has not seen the last write');
  return Math.round(ms);
}

async function killOneByOne(): Promise<boolean> {
  let { ms: course } = await passUntil(await openLoad('whole.sqlite'), Infinity);
  console.log(`\n${fresh} workbooks killed once each; a whole pass takes ${Math.round(course)} ms.\n`);
  printHead('after one clean pass');
  let kills = 0;
  // Passes that get through are no kills; without a limit a machine that grows faster would go on for ever.
  for (let pass = 0; kills < fresh && pass < fresh * 2; pass++) {
    const load = await openLoad(`fresh-${pass}.sqlite`);
    const { killed, ms } = await passUntil(load, (course * (kills + fraction())) / fresh);
    const { text: state } = await describe(load);
    const faults = await passClean(load);
    if (killed === 'no, got through') course = ms;
    else kills += 1;
    const name = killed === 'no, got through' ? 'none: got through' : kills;
    console.log(`| ${name} | ${Math.round(ms)} | ${Math.round(course)} | ${state} | ${faults || 'equal'} |`);
    if (faults !== '') return false;
  }
  console.log(`\n${kills} of ${fresh} kills hit a first load. One clean pass after each: ${VERDICT}.`);
  return kills === fresh;
}

async function openLoad(storeName: string): Promise<Load & { readonly executionsId: number }> {
  const storeFile = join(folder, storeName);
  const { workbookId, sheetIds } = await prepareWorkbook(standIn.url, storeFile, rows);
  return { url: standIn.url, storeFile, workbookId, executionsId: sheetIds.executions };
}

async function openGatedLoad(storeName: string): Promise<Load> {
  const load = await openLoad(storeName);
  const gate = await openGate(standIn.url, { sheetId: load.executionsId, idColumn: ID, rows });
  return { ...load, url: gate.url, gate };
}

function fraction(): number {
  return random.below(100_000) / 100_000;
}

function printHead(last: string): void {
  console.log(`| kill | after, ms | of about, ms | revision | rows stored | ids in the sheet | ${last} |`);
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | --- |');
}

interface State {
  /** Rows of the sheet that have their id. */
  readonly ids: number;
  readonly text: string;
}

/** What stood in the store and in the sheet when the kill had struck. */
async function describe({ storeFile, workbookId }: Load): Promise<State> {
  const { deps } = connectTo(standIn.url, storeFile);
  const stock = await readStock(deps.store, workbookId);
  const [sheet] = await deps.spreadsheets.readValues(workbookId, [stock.head.sheetIds.executions]);
  const ids = (sheet?.rows ?? []).slice(1).filter((row) => (row[ID] ?? null) !== null).length;
  await deps.store.close();
  return { ids, text: `${stock.revision} | ${stock.rows.executions.size} | ${ids}` };
}

/** What is wrong after one clean pass, in words: empty where nothing is. */
async function passClean({ storeFile, workbookId }: Load): Promise<string> {
  const { deps } = connectTo(standIn.url, storeFile);
  const request = { workbookId, by: COORDINATOR, today: TODAY };
  await syncWorkbook(deps, request);
  const faults = [...(await findFaults(deps, workbookId))];
  const { status } = await syncWorkbook(deps, request);
  if (status !== 'unchanged') faults.push(`a second pass is «${status}»`);
  const { rows: stored } = await readStock(deps.store, workbookId);
  if (stored.executions.size !== rows) faults.push(`${stored.executions.size} rows in the store`);
  await deps.store.close();
  return faults.join('; ');
}
