import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTable } from './support/format-table.ts';
import { prepareWorkbook } from './support/prepare.ts';
import { runTask, startStandIn } from './support/processes.ts';
import { measureSchema, type Measure, type Task } from './support/tasks.ts';

/**
 * `node bench/sync.ts --rows 1000,10000,50000`: the synchronisation of so many rows of «Исполнение» for the first
 * time, unchanged and with one edit, through the real client over HTTP against the stand-in in its own process,
 * beside the package `google-spreadsheet` with one store write a row. Each case runs in a process of its own.
 * Ends with 1 where an unchanged pass takes more than three times what it takes to fetch and hash the same bytes.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000,10000,50000' } } });
const MAX_RATIO = 3;

const CASES = [
  { name: 'first', times: 1, withEdit: false },
  { name: 'unchanged', times: 5, withEdit: false },
  { name: 'one edit', times: 3, withEdit: true },
] as const;

interface Row {
  readonly rows: number;
  readonly name: string;
  readonly ours: Measure;
  readonly other: Measure;
}

interface Floor {
  readonly rows: number;
  readonly unchanged: Measure;
  readonly hash: Measure;
}

const compared: Row[] = [];
const floors: Floor[] = [];
for (const rows of values.rows.split(',').map(Number)) await measureSize(rows);
printCases();
printFloors();
const within = floors.every(({ unchanged, hash }) => unchanged.ms <= MAX_RATIO * hash.ms);
console.log(`Unchanged within ${MAX_RATIO} times fetching and hashing: ${within ? 'yes' : 'NO'}.`);
process.exitCode = within ? 0 : 1;

async function measureSize(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shnor-bench-'));
  const standIn = await startStandIn(folder);
  try {
    const { url, countsUrl } = standIn;
    const storeFile = join(folder, 'store.sqlite');
    const { workbookId, sheetIds } = await prepareWorkbook(url, storeFile, rows);
    const { instruction: _, ...read } = sheetIds;
    const place = {
      url,
      countsUrl,
      workbookId,
      executionsId: sheetIds.executions,
      sheetIds: Object.values(read),
    };
    // It does the same in every case: all rows are read, each is written.
    const other = await run({
      ...place,
      times: 1,
      withEdit: false,
      job: 'rowByRow',
      storeFile: join(folder, 'plain.sqlite'),
    });
    for (const { name, times, withEdit } of CASES) {
      const task = { ...place, times, withEdit, storeFile };
      const ours = await run({ ...task, job: 'shnor' });
      compared.push({ rows, name, ours, other });
      if (name !== 'unchanged') continue;
      floors.push({ rows, unchanged: ours, hash: await run({ ...task, job: 'fetchAndHash' }) });
    }
  } finally {
    await standIn.stop();
    rmSync(folder, { recursive: true });
  }
}

async function run(task: Task): Promise<Measure> {
  return measureSchema.parse(await runTask(new URL('./support/measure.ts', import.meta.url), task));
}

function printCases(): void {
  console.log('shnor beside google-spreadsheet with one store write a row, median pass\n');
  const head = [
    'rows',
    'case',
    'ms',
    'theirs',
    'theirs ÷ ours',
    'Sheets calls',
    'theirs',
    'store reads/writes',
    'theirs',
    'peak MB',
    'theirs',
  ];
  const lines = compared.map(({ rows, name, ours, other }) => [
    String(rows),
    name,
    ...pair(ours, other, ({ ms }) => String(Math.round(ms))),
    (other.ms / ours.ms).toFixed(1),
    ...pair(ours, other, ({ calls }) => formatCalls(calls)),
    ...pair(ours, other, ({ reads, writes }) => `${reads}/${writes}`),
    ...pair(ours, other, ({ peakMb }) => String(peakMb)),
  ]);
  console.log(`${formatTable(head, lines)}\n`);
}

function pair(ours: Measure, other: Measure, show: (measure: Measure) => string): [string, string] {
  return [show(ours), show(other)];
}

function formatCalls(calls: Measure['calls']): string {
  return Object.entries(calls)
    .map(([method, n]) => (n === 1 ? method : `${n} × ${method}`))
    .join(', ');
}

function printFloors(): void {
  console.log(
    'An unchanged pass beside fetching and hashing the same bytes; processor time of this side alone\n',
  );
  const head = [
    'rows',
    'unchanged, ms',
    'fetch and hash, ms',
    'ratio',
    'unchanged, CPU ms',
    'fetch and hash, CPU ms',
    'ratio',
  ];
  const lines = floors.map(({ rows, unchanged, hash }) => [
    String(rows),
    ...ratio(unchanged.ms, hash.ms),
    ...ratio(unchanged.cpuMs, hash.cpuMs),
  ]);
  console.log(`${formatTable(head, lines)}\n`);
}

function ratio(ours: number, floor: number): string[] {
  return [String(Math.round(ours)), String(Math.round(floor)), (ours / floor).toFixed(1)];
}
