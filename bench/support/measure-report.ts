import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { REPORT_ANNEXES } from '../../functions/domain/records/records.ts';
import { publishReport } from '../../functions/use-cases/report/publish-report.ts';
import { connectTo, COORDINATOR, TODAY } from './connect.ts';
import { reportTaskSchema, type ReportMeasure, type ReportTask } from './report-tasks.ts';

/** A process of its own: `node measure-report.ts TASK` makes the report and prints its measure, both as JSON. */
const task = reportTaskSchema.parse(JSON.parse(process.argv[2] ?? ''));
console.log(JSON.stringify(await measure(task)));

async function measure({
  url,
  countsUrl,
  storeFile,
  workbookId,
  documentFile,
}: ReportTask): Promise<ReportMeasure> {
  const { deps, counting } = connectTo(url, storeFile);
  const readCounts = async () => {
    return z.record(z.string(), z.number()).parse(await (await fetch(countsUrl)).json());
  };
  const before = await readCounts();
  counting.reset();
  const began: number[] = [];
  let cpu = process.cpuUsage();
  const { status, document } = await publishReport(deps, {
    workbookId,
    by: COORDINATOR,
    today: TODAY,
    withErrors: true,
    annexes: REPORT_ANNEXES,
    onProgress: () => {
      if (began.push(performance.now()) === 2) cpu = process.cpuUsage();
    },
  });
  const ended = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const [check = 0, compose = 0, show = 0] = began;
  const calls = Object.entries(await readCounts()).map(
    ([method, n]) => [method, n - (before[method] ?? 0)] as const,
  );
  const { reads, writes } = counting.counts;
  await deps.store.close();
  if (status !== 'published') throw new Error(`the report is ${status}`);
  writeFileSync(documentFile, JSON.stringify(document));
  return {
    checkMs: compose - check,
    composeMs: show - compose,
    showMs: ended - show,
    cpuMs: (user + system) / 1000,
    calls: Object.fromEntries(calls.filter(([, n]) => n > 0)),
    reads,
    writes,
    valueMb: Buffer.byteLength(JSON.stringify(document)) / 1e6,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
