import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { NODE_FLAGS } from '../functions/build.ts';
import { bundleFor } from '../functions/build/bundle.ts';
import { syncWorkbook } from '../functions/use-cases/sync/reconcile.ts';
import { connectTo, COORDINATOR, TODAY } from './support/connect.ts';
import { formatTable } from './support/format-table.ts';
import { prepareWorkbook, type Prepared } from './support/prepare.ts';
import { runTask, startStandIn } from './support/processes.ts';
import { measureSchema, type Task } from './support/tasks.ts';

/**
 * `node bench/memory.ts --rows 2000,50000`: the most memory that a process ever held for an unchanged pass and for one
 * with a changed cell, each in a process of its own against the stand-in in another. Bundled and started as in the
 * cloud: of the sources themselves Node.js would hold 60 MB more, and of a large machine it would let the heap grow to
 * four times what lives. `--before CHECKOUT`: the same by
 * the program of another checkout, in the same run. `--folder F` keeps the workbooks for the next run: filling 50,000
 * rows takes minutes. Ends with 1 above a limit.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000,50000' },
    before: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string' },
  },
});

/** MB, by rows. */
const UNCHANGED: Readonly<Record<number, number>> = { 2000: 128, 50_000: 256 };
const ONE_EDIT: Readonly<Record<number, number>> = { 50_000: 320 };
const CASES = [
  { name: 'unchanged', withEdit: false, limits: UNCHANGED },
  { name: 'one edit', withEdit: true, limits: ONE_EDIT },
] as const;

/** Of the service's 1 GiB the platform grants the heap 80 % (`heapsize.sh` of its buildpack). */
const CLOUD_FLAGS = [...NODE_FLAGS, '--max-old-space-size=819'];

const root = values.folder ?? mkdtempSync(join(tmpdir(), 'shnor-memory-'));
const programs = await Promise.all(
  [...values.before, '.'].map(async (checkout, index) => {
    const folder = join(root, `program-${index}`);
    await bundleFor(folder, { measure: resolve(checkout, 'bench/support/measure.ts') });
    return { checkout, script: pathToFileURL(join(folder, 'measure.mjs')) };
  }),
);
const lines: string[][] = [];
let isWithin = true;
for (const rows of values.rows.split(',').map(Number)) await measureSize(rows);
if (values.folder === undefined) rmSync(root, { recursive: true });
console.log(
  formatTable(['rows', 'case', 'program', 'peak MB', 'limit', 'ms', 'CPU ms', 'store reads/writes'], lines),
);
process.exitCode = isWithin ? 0 : 1;

async function measureSize(rows: number): Promise<void> {
  const folder = join(root, String(rows));
  mkdirSync(folder, { recursive: true });
  const standIn = await startStandIn(folder);
  try {
    const task = {
      ...(await findTask(folder, standIn.url, rows)),
      url: standIn.url,
      countsUrl: standIn.countsUrl,
    };
    for (const { name, withEdit, limits } of CASES)
      for (const { checkout, script } of programs) {
        const measured = measureSchema.parse(await runTask(script, { ...task, withEdit }, CLOUD_FLAGS));
        const { peakMb, ms, cpuMs, reads, writes } = measured;
        const limit = limits[rows];
        if (checkout === '.' && limit !== undefined && peakMb > limit) isWithin = false;
        lines.push(
          [
            rows,
            name,
            checkout,
            peakMb,
            limit ?? '',
            Math.round(ms),
            Math.round(cpuMs),
            `${reads}/${writes}`,
          ].map(String),
        );
      }
  } finally {
    await standIn.stop();
  }
}

/** The workbook of the folder, synchronised once; made where there is none. */
async function findTask(folder: string, url: string, rows: number): Promise<Omit<Task, 'url' | 'countsUrl'>> {
  const storeFile = join(folder, 'store.sqlite');
  const known = join(folder, 'prepared.json');
  if (!existsSync(known)) {
    const prepared = await prepareWorkbook(url, storeFile, rows);
    await synchronise(url, storeFile, prepared.workbookId);
    writeFileSync(known, JSON.stringify(prepared));
  }
  const { workbookId, sheetIds } = JSON.parse(readFileSync(known, 'utf8')) as Prepared;
  const { instruction: _, ...read } = sheetIds;
  return {
    job: 'shnor',
    times: 1,
    withEdit: false,
    storeFile,
    workbookId,
    executionsId: sheetIds.executions,
    sheetIds: Object.values(read),
  };
}

async function synchronise(url: string, storeFile: string, workbookId: string): Promise<void> {
  const { deps } = connectTo(url, storeFile);
  for (let pass = 0; pass < 2; pass++)
    await syncWorkbook(deps, { workbookId, by: COORDINATOR, today: TODAY });
  await deps.store.close();
}
