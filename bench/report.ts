import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { REGULATION_148_01 } from '../functions/domain/records/regulation.ts';
import { syncWorkbook } from '../functions/use-cases/sync/reconcile.ts';
import { connectTo, COORDINATOR, TODAY } from './support/connect.ts';
import { formatTable } from './support/format-table.ts';
import { prepareWorkbook } from './support/prepare.ts';
import { runTask, startStandIn } from './support/processes.ts';
import {
  fileMeasureSchema,
  reportMeasureSchema,
  type FileMeasure,
  type ReportMeasure,
} from './support/report-tasks.ts';

/**
 * `node bench/report.ts --schools 10,300,3000`: the full report with all annexes on so many schools with 11 measures,
 * made through the real client over HTTP against the stand-in in its own process, and its files in processes of theirs.
 * Ends with 1 where composing, storing, laying out and writing take more than 3 s, the .docx more than 5 s, or one of
 * these processes more than 300 MB.
 */
const { values } = parseArgs({ options: { schools: { type: 'string', default: '10,300,3000' } } });
const MAX_MS = 3_000;
const MAX_DOCX_MS = 5_000;
const MAX_MB = 300;

/**
 * As a function of 512 MB would be started: the report fits into so small a heap, and what V8 would only keep for
 * later does not count.
 */
const HEAP = ['--max-old-space-size=130', '--max-semi-space-size=4'];

/** Rows of «Исполнение» that a school has. */
const ROWS_PER_SCHOOL = REGULATION_148_01.filter(({ scope }) => scope === 'each_school').length;

interface Measured {
  readonly schools: number;
  readonly report: ReportMeasure;
  readonly docx: FileMeasure;
  readonly xlsx: FileMeasure;
}

const measures: Measured[] = [];
for (const schools of values.schools.split(',').map(Number)) {
  measures.push({ schools, ...(await measureReport(schools)) });
}
print();
printFiles();
const within = measures.every(
  ({ report, docx, xlsx }) =>
    timeOf(report) <= MAX_MS &&
    docx.ms <= MAX_DOCX_MS &&
    Math.max(report.peakMb, docx.peakMb, xlsx.peakMb) <= MAX_MB,
);
console.log(
  `\nWithin ${MAX_MS / 1000} s, .docx ${MAX_DOCX_MS / 1000} s, and ${MAX_MB} MB: ${within ? 'yes' : 'NO'}.`,
);
process.exitCode = within ? 0 : 1;

async function measureReport(schools: number): Promise<Omit<Measured, 'schools'>> {
  const folder = mkdtempSync(join(tmpdir(), 'shnor-bench-'));
  const standIn = await startStandIn(folder);
  try {
    const { url, countsUrl } = standIn;
    const storeFile = join(folder, 'store.sqlite');
    const { workbookId } = await prepareWorkbook(url, storeFile, schools * ROWS_PER_SCHOOL);
    await synchronise(url, storeFile, workbookId);
    const documentFile = join(folder, 'report.json');
    const task = { url, countsUrl, storeFile, workbookId, documentFile };
    const script = new URL('./support/measure-report.ts', import.meta.url);
    const report = reportMeasureSchema.parse(await runTask(script, task, HEAP));
    const measureFile = async (kind: 'docx' | 'xlsx') => {
      const fileScript = new URL('./support/measure-report-file.ts', import.meta.url);
      return fileMeasureSchema.parse(await runTask(fileScript, { documentFile, kind }));
    };
    return { report, docx: await measureFile('docx'), xlsx: await measureFile('xlsx') };
  } finally {
    await standIn.stop();
    rmSync(folder, { recursive: true });
  }
}

async function synchronise(url: string, storeFile: string, workbookId: string): Promise<void> {
  const { deps } = connectTo(url, storeFile);
  await syncWorkbook(deps, { workbookId, by: COORDINATOR, today: TODAY });
  await deps.store.close();
}

function timeOf({ composeMs, showMs }: ReportMeasure): number {
  return composeMs + showMs;
}

function print(): void {
  const head = [
    'schools',
    'value, MB',
    'checking, ms',
    'composing and storing, ms',
    'laying out and writing, ms',
    'both, ms',
    'CPU of both, ms',
    'peak MB',
    'Sheets calls',
    'store reads/writes',
  ];
  const lines = measures.map(({ schools, report: measure }) => [
    String(schools),
    measure.valueMb.toFixed(1),
    ...[measure.checkMs, measure.composeMs, measure.showMs, timeOf(measure), measure.cpuMs].map((ms) =>
      String(Math.round(ms)),
    ),
    String(measure.peakMb),
    Object.entries(measure.calls)
      .map(([method, n]) => (n === 1 ? method : `${n} × ${method}`))
      .join(', '),
    `${measure.reads}/${measure.writes}`,
  ]);
  console.log(formatTable(head, lines));
}

function printFiles(): void {
  const head = ['schools', 'file', 'MB', 'ms', 'CPU, ms', 'peak MB'];
  const lines = measures.flatMap(({ schools, docx, xlsx }) =>
    Object.entries({ docx, xlsx }).map(([kind, { sizeMb, ms, cpuMs, peakMb }]) => [
      String(schools),
      `.${kind}`,
      sizeMb.toFixed(2),
      ...[ms, cpuMs, peakMb].map((value) => String(Math.round(value))),
    ]),
  );
  console.log(`\n${formatTable(head, lines)}`);
}
