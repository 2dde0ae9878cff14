import { monitorAnswer, reportAnswer, syncAnswer } from '../../functions/contract.ts';
import type { MonitorAnswer, ReportAnswer, SyncAnswer } from '../../functions/contract.ts';
import { formatDate, type CalendarDate } from '../../functions/domain/dates.ts';
import type { ReportDocument } from '../../functions/domain/report/report-document.ts';
import { readReport, type StoredReport } from '../../functions/use-cases/stored-reports.ts';
import { exportXlsx } from '../export-xlsx.ts';
import { writeReportFile } from '../report-file.ts';
import { today as todayNow } from '../today.ts';
import { callFunction } from './call-function.ts';
import { knownHead, makeDemo } from './make-demo.ts';
import type { Site } from './open-site.ts';

export interface JobResult {
  readonly today: CalendarDate;
  readonly workbookId: string;
  readonly isFirst: boolean;
  readonly sync: SyncAnswer;
  readonly monitor: MonitorAnswer;
  readonly reportAnswer: ReportAnswer;
  readonly report: ReportDocument;
  /** Rows of «Контроль» as the coordinator sees them, header aside. */
  readonly control: readonly (readonly unknown[])[];
  readonly files: Readonly<Record<'workbook' | 'reportXlsx' | 'reportDocx', string>>;
}

interface JobOptions {
  readonly today: CalendarDate | undefined;
  readonly say: (line: string) => void;
}

/** The main job: book → sync → monitoring → report over HTTP → files. */
export async function runJob(site: Site, options: JobOptions): Promise<JobResult> {
  const { say } = options;
  const { services, folder } = site;
  const today = options.today ?? todayNow(services.clock);
  say(`Таблица (местная замена Google Sheets): ${site.sheetsUrl}`);
  const isFirst = folder.workbookId === undefined;
  const workbookId = folder.workbookId ?? (await firstWorkbook(site, today, say));
  say('Синхронизация: строки книги — в хранилище…');
  const sync = await callFunction(site, 'sync', { body: { workbookId }, answer: syncAnswer });
  say(`Проверка сроков на ${formatDate(today)}…`);
  const monitor = await callFunction(site, 'monitor', { body: { workbookId, today }, answer: monitorAnswer });
  say('Сводный отчёт…');
  const answer = await callFunction(site, 'report', { body: { workbookId, today }, answer: reportAnswer });
  say('Запись файлов .xlsx и .docx…');
  const stored = await readReport(services.store, workbookId, answer.number);
  const files = await writeFiles(site, workbookId, stored);
  const control = await readControl(site, workbookId);
  return {
    today,
    workbookId,
    isFirst,
    sync,
    monitor,
    reportAnswer: answer,
    report: stored.document,
    control,
    files,
  };
}

async function firstWorkbook(site: Site, today: CalendarDate, say: JobOptions['say']): Promise<string> {
  say('Первый запуск: создаю демо-книгу (пять школ, письмо министерства, исполнение, журнал)…');
  return await makeDemo(site, today);
}

async function readControl(site: Site, workbookId: string): Promise<JobResult['control']> {
  const { sheetIds } = await knownHead(site, workbookId);
  const [sheet] = await site.services.spreadsheets.readValues(workbookId, [sheetIds.control]);
  const rows = sheet?.rows ?? [];
  return rows.slice(rows.findIndex(([first]) => first === '№') + 1);
}

async function writeFiles({ folder, services }: Site, workbookId: string, report: StoredReport) {
  const files = {
    workbook: folder.file('Книга ШНОР.xlsx'),
    reportXlsx: folder.file('Сводный отчёт.xlsx'),
    reportDocx: folder.file('Сводный отчёт.docx'),
  };
  await exportXlsx(services, workbookId, files.workbook);
  await writeReportFile(files.reportXlsx, report);
  await writeReportFile(files.reportDocx, report);
  return files;
}
