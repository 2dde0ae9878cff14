import { columnLetters } from '../../functions/workbook/layout/columns.ts';
import { WORKSHEETS } from '../../functions/workbook/worksheets/index.ts';
import { connectTo } from './connect.ts';
import { JOBS } from './jobs.ts';
import { taskSchema, type Measure, type Task } from './tasks.ts';
import { z } from 'zod';

/** A process of its own: `node measure.ts TASK` does the task and prints its measure, both as JSON. */
const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''));
console.log(JSON.stringify(await measure(task)));

interface Pass {
  readonly ms: number;
  readonly cpuMs: number;
}

async function measure(task: Task): Promise<Measure> {
  const { deps, counting } = connectTo(task.url, task.storeFile);
  const run = JOBS[task.job];
  const passes: Pass[] = [];
  let calls: Measure['calls'] = {};
  for (let pass = 0; pass < task.times; pass++) {
    if (task.withEdit) await typeCell(task, pass);
    const before = await readCalls(task);
    counting.reset();
    passes.push(await timed(() => run(deps, task)));
    calls = difference(before, await readCalls(task));
  }
  const { reads, scanned, writes } = counting.counts;
  await deps.store.close();
  return { ...median(passes), calls, reads: reads + scanned, writes, peakMb: peakMb() };
}

async function timed(work: () => Promise<unknown>): Promise<Pass> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000 };
}

function median(passes: readonly Pass[]): Pass {
  const sorted = passes.toSorted((a, b) => a.ms - b.ms);
  return sorted[Math.floor(sorted.length / 2)] ?? { ms: 0, cpuMs: 0 };
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Straight to the stand-in, as staff would type: into «Примечание» of a row in the middle. */
async function typeCell(task: Task, pass: number): Promise<void> {
  const { title, columns } = WORKSHEETS.executions;
  const column = columnLetters(columns.findIndex(({ key }) => key === 'note'));
  const range = encodeURIComponent(`${title}!${column}${500 + pass}`);
  const answer = await fetch(
    `${task.url}/v4/spreadsheets/${task.workbookId}/values/${range}?valueInputOption=RAW`,
    {
      method: 'PUT',
      headers: { authorization: 'Bearer bench', 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ values: [[`Уточнено ${task.job} ${pass} ${process.pid}`]] }),
    },
  );
  if (!answer.ok) throw new Error(`the cell was not typed: ${await answer.text()}`);
}

async function readCalls({ countsUrl }: Task): Promise<Measure['calls']> {
  return z.record(z.string(), z.number()).parse(await (await fetch(countsUrl)).json());
}

function difference(before: Measure['calls'], after: Measure['calls']): Measure['calls'] {
  const calls = Object.entries(after).map(([method, n]) => [method, n - (before[method] ?? 0)] as const);
  return Object.fromEntries(calls.filter(([, n]) => n > 0));
}
