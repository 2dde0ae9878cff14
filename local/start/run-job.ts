import { CONTROL_HEAD_ROWS } from '../../functions/workbook/server-sheets/control-sheet.ts';
import type { AnswerOf } from '../../functions/contract/answers.ts';
import { formatDate, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { Cell } from '../../functions/workbook/layout/layout.ts';
import type { ReportDocument } from '../../functions/domain/report/report-document.ts';
import { todayIn } from '../../functions/use-cases/ports/today.ts';
import { provisionWorkbook } from '../../functions/use-cases/provision/provision-workbook.ts';
import { WORKBOOK_LAYOUT } from '../../functions/use-cases/stored/head/upgrades.ts';
import { readReport, type StoredReport } from '../../functions/use-cases/stored/reports/reports.ts';
import { exportXlsx } from '../export-xlsx.ts';
import { writeReportFile } from '../report-file.ts';
import { TIME_ZONE } from '../runtime.ts';
import { callFunction, FunctionFailedError } from './call-function.ts';
import { knownHead, makeDemo } from './make-demo.ts';
import type { Site } from './open-site.ts';

export interface JobResult {
  readonly today: CalendarDate;
  readonly workbookId: string;
  readonly isFirst: boolean;
  readonly sync: AnswerOf<'sync'>;
  readonly monitor: AnswerOf<'monitor'>;
  /**
   * The demo's own at the first start; later the latest that people made, or none: numbers are asked for, never taken.
   * `refusal` says why the demo has none. The page opens all the same.
   */
  readonly report: MadeReport | LatestReport | { readonly refusal: string };
  /** Rows of «Контроль» as the coordinator sees them, header aside. */
  readonly control: readonly (readonly Cell[])[];
  /** Where the whole workbook is. */
  readonly workbookFile: string;
}

export interface MadeReport {
  readonly answer: AnswerOf<'report'>;
  readonly document: ReportDocument;
  readonly files: Readonly<Record<'xlsx' | 'docx', string>>;
}

/** What stands already when the program is started again. */
export interface LatestReport {
  /** Undefined where nobody has formed one yet. */
  readonly latest: ReportDocument | undefined;
  /** Nothing was accepted since, and it is of the day that counts as today. */
  readonly isCurrent: boolean;
}

interface JobOptions {
  readonly today: CalendarDate | undefined;
  readonly say: (line: string) => void;
}

/** The main job: book → sync → monitoring over HTTP → file; at the first start the demo's report too. */
export async function runJob(site: Site, options: JobOptions): Promise<JobResult> {
  const { say } = options;
  const { services, folder } = site;
  const today = options.today ?? todayIn(services, TIME_ZONE);
  say(`Таблица (местная замена Google Sheets): ${site.sheetsUrl}`);
  const isFirst = folder.workbookId === undefined;
  const workbookId = folder.workbookId ?? (await firstWorkbook(site, today, say));
  await renewLayout(site, { workbookId, today }, say);
  say('Синхронизация: строки книги — в хранилище…');
  const sync = await callFunction(site, 'sync', { workbookId });
  say(`Проверка сроков на ${formatDate(today)}…`);
  const monitor = await callFunction(site, 'monitor', { workbookId, today });
  if (isFirst) say('Сводный отчёт…');
  const request = { workbookId, today };
  const report = isFirst ? await makeReport(site, request) : await readLatest(site, request);
  say(isFirst ? 'Запись файлов .xlsx и .docx…' : 'Запись книги в файл .xlsx…');
  const workbookFile = folder.file('Книга ШНОР.xlsx');
  await exportXlsx(services, workbookId, workbookFile);
  const control = await readControl(site, workbookId);
  return {
    today,
    workbookId,
    isFirst,
    sync,
    monitor,
    report,
    control,
    workbookFile,
  };
}

async function firstWorkbook(site: Site, today: CalendarDate, say: JobOptions['say']): Promise<string> {
  say('Первый запуск: создаю демо-книгу (пять школ, письмо министерства, исполнение, журнал)…');
  return await makeDemo(site, today);
}

/** A workbook that an earlier version laid out is given what came since. */
async function renewLayout(site: Site, { workbookId, today }: Asked, say: JobOptions['say']): Promise<void> {
  const { title, timeZone, layout } = await knownHead(site, workbookId);
  if (layout >= WORKBOOK_LAYOUT) return;
  say('Книга размечена прежней версией программы: добавляю новые листы и столбцы…');
  await provisionWorkbook(site.services, { workbookId, title, timeZone, today, members: {} });
}

async function readControl(site: Site, workbookId: string): Promise<JobResult['control']> {
  const { sheetIds } = await knownHead(site, workbookId);
  const [sheet] = await site.services.spreadsheets.readValues(workbookId, [sheetIds.control]);
  return (sheet?.rows ?? []).slice(CONTROL_HEAD_ROWS);
}

interface Asked {
  readonly workbookId: string;
  readonly today: CalendarDate;
}

async function readLatest(site: Site, { workbookId, today }: Asked): Promise<LatestReport> {
  const { revision, latestReports } = await knownHead(site, workbookId);
  const number = latestReports?.full;
  if (number === undefined) return { latest: undefined, isCurrent: false };
  const { document } = await readReport(site.services.store, workbookId, number);
  return { latest: document, isCurrent: document.revision === revision && document.asOf === today };
}

const REFUSED = 422;

async function makeReport(site: Site, body: Asked): Promise<JobResult['report']> {
  try {
    // Nobody is there to be asked: the paper says how many errors the data have.
    const answer = await callFunction(site, 'report', { ...body, withErrors: true });
    const stored = await readReport(site.services.store, body.workbookId, answer.number);
    return { answer, document: stored.document, files: await writeFiles(site, stored) };
  } catch (error) {
    if (error instanceof FunctionFailedError && error.status === REFUSED) return { refusal: error.message };
    throw error;
  }
}

async function writeFiles({ folder }: Site, report: StoredReport): Promise<MadeReport['files']> {
  const files = { xlsx: folder.file('Сводный отчёт.xlsx'), docx: folder.file('Сводный отчёт.docx') };
  await writeReportFile(files.xlsx, report);
  await writeReportFile(files.docx, report);
  return files;
}
