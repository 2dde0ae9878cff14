import { readFileSync } from 'node:fs';
import { formatReportFile } from '../../functions/adapters/files/report-file.ts';
import type { ReportDocument } from '../../functions/domain/report/report-document.ts';
import { fileTaskSchema, type FileMeasure, type FileTask } from './report-tasks.ts';

/** A process of its own: `node measure-report-file.ts TASK` makes one file of a report and prints its measure. */
const task = fileTaskSchema.parse(JSON.parse(process.argv[2] ?? ''));
console.log(JSON.stringify(await measure(task)));

async function measure({ documentFile, kind }: FileTask): Promise<FileMeasure> {
  // Our own value, left by `measure-report.ts` a moment ago.
  const document = JSON.parse(readFileSync(documentFile, 'utf8')) as ReportDocument;
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const bytes = await formatReportFile(kind, document, {
    documentHash: '0'.repeat(64),
    inputHash: '0'.repeat(64),
  });
  const { user, system } = process.cpuUsage(cpu);
  return {
    ms: performance.now() - began,
    cpuMs: (user + system) / 1000,
    sizeMb: bytes.length / 1e6,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
