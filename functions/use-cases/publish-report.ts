import { assembleReport } from '../domain/report/assemble-report.ts';
import { formatDate, yearOf, type CalendarDate } from '../domain/dates.ts';
import { assessWorkbook } from '../domain/assessment.ts';
import type { SummaryReport } from '../domain/report/summary-report.ts';
import { STAFF_WORKSHEETS } from '../domain/worksheet-key.ts';
import { layoutReport } from '../workbook/report-layout.ts';
import { parseRecords, type IdentifiedRows } from '../workbook/parse/parse-records.ts';
import { reportNumberOf, reportTabTitle } from '../workbook/server-sheets.ts';
import { WorkbookUnknownError } from '../workbook/workbook-errors.ts';
import { hashOf } from './digest.ts';
import { ContentionError, StoreConflictError } from './errors.ts';
import { fencedHead } from './plan-commit.ts';
import type { JsonObject, SheetEdit, SpreadsheetOutline } from './ports.ts';
import { changedSheets, readSheets, readTables } from './read-sheets.ts';
import type { Dependencies, ReconcileRequest } from './reconcile.ts';
import { runMonitoring } from './run-monitoring.ts';
import { readHead, reportKey, type SeverityCounts, type StoredHead } from './stored-documents.ts';
import { readReport } from './stored-reports.ts';

export type ReportRequest = Pick<ReconcileRequest, 'workbookId' | 'today' | 'by'>;

export interface ReportOutcome {
  /** `unchanged`: the same data on the same day already have a report, and it is named again. */
  readonly status: 'unchanged' | 'published';
  readonly number: number;
  readonly asOf: CalendarDate;
  readonly sheetId: number;
  readonly sheetTitle: string;
  readonly findings: SeverityCounts;
  readonly report: SummaryReport;
  /** Russian, for the person who asked. */
  readonly message: string;
}

type DatedRequest = ReportRequest & { readonly today: CalendarDate };

const MAX_TRIES = 5;

/**
 * Brings the workbook up to date, assembles the report, stores it under the next number and swaps its tab in
 * by one atomic batch. Equal data on the same day give the same report, not another number (promise 5).
 */
export async function publishReport(deps: Dependencies, request: ReportRequest): Promise<ReportOutcome> {
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const { today } = await runMonitoring(deps, request);
    const outcome = await tryPublish(deps, { ...request, today });
    if (outcome) return outcome;
    await deps.pause(attempt);
  }
  throw new ContentionError(MAX_TRIES);
}

/** Undefined where somebody typed or published in between: what is shown must be what is stored. */
async function tryPublish(deps: Dependencies, request: DatedRequest): Promise<ReportOutcome | undefined> {
  const stored = await readHead(deps.store, request.workbookId);
  if (!stored) throw new WorkbookUnknownError(request.workbookId);
  const sheets = await readSheets(deps.spreadsheets, request.workbookId, stored.head);
  const isBraked = Object.values(stored.head.digests).includes('');
  if (changedSheets(stored.head, sheets).length > 0 && !isBraked) return undefined;
  const tables = readTables(sheets);
  const rows = Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => [key, tables[key].rows.map((row) => ({ ...row, id: row.idCell }))]),
  ) as unknown as IdentifiedRows;
  const assessment = assessWorkbook(parseRecords(rows, yearOf(request.today)), request.today);
  const inputHash = hashOf([request.today, stored.head.digests]);
  try {
    const report = await storeReport(deps, stored, { request, inputHash, assessment });
    const tabsKept = assessment.records.settings.reportTabsKept;
    return await showReport(deps, stored, { request, ...report, tabsKept });
  } catch (error) {
    if (error instanceof StoreConflictError) return undefined;
    throw error;
  }
}

interface ReportInput {
  readonly request: DatedRequest;
  readonly inputHash: string;
  readonly assessment: Parameters<typeof assembleReport>[0];
}

interface StoredReport {
  readonly report: SummaryReport;
  readonly isNew: boolean;
}

async function storeReport(
  { store, clock }: Dependencies,
  { head, version }: StoredHead,
  { request, inputHash, assessment }: ReportInput,
): Promise<StoredReport> {
  const { workbookId } = request;
  if (head.lastReport?.inputHash === inputHash) {
    const { report } = await readReport(store, workbookId, head.lastReport.number);
    return { report, isNew: false };
  }
  const number = (head.lastReport?.number ?? 0) + 1;
  const report = assembleReport(assessment, { number, revision: head.revision });
  const data = { report, reportHash: hashOf(report), inputHash, at: clock.now(), by: request.by };
  await store.commit([
    {
      kind: 'put',
      key: reportKey(workbookId, number),
      data: data as unknown as JsonObject,
      ifVersion: 'absent',
    },
    fencedHead(workbookId, { ...head, lastReport: { number, inputHash } }, version),
  ]);
  return { report, isNew: true };
}

async function showReport(
  { spreadsheets }: Dependencies,
  { head }: StoredHead,
  { request, report, isNew, tabsKept }: StoredReport & { request: ReportRequest; tabsKept: number },
): Promise<ReportOutcome> {
  const { workbookId } = request;
  const outline = await spreadsheets.readOutline(workbookId);
  const sheetTitle = reportTabTitle(report.number);
  const standing = outline.tabs.find(({ title }) => title === sheetTitle);
  const sheetId = standing?.sheetId ?? freeSheetId(outline, report.number);
  if (!standing) await spreadsheets.apply(workbookId, planSwap(report, outline, { sheetId, kept: tabsKept }));
  const { number, asOf } = report;
  const status = isNew ? 'published' : 'unchanged';
  return {
    status,
    number,
    asOf,
    sheetId,
    sheetTitle,
    findings: head.findings,
    report,
    message: describe(report, status),
  };
}

const FIRST_REPORT_SHEET_ID = 148_148_000;

function freeSheetId({ tabs }: SpreadsheetOutline, number: number): number {
  let sheetId = FIRST_REPORT_SHEET_ID + number;
  while (tabs.some((tab) => tab.sheetId === sheetId)) sheetId += 1_000_000;
  return sheetId;
}

/** The new tab and the leave of the oldest in one batch: whoever looks sees the old report or the new. */
function planSwap(
  report: SummaryReport,
  { tabs }: SpreadsheetOutline,
  { sheetId, kept }: { sheetId: number; kept: number },
): readonly SheetEdit[] {
  const outdated = tabs.filter(({ title }) => {
    const number = reportNumberOf(title);
    return number !== undefined && number <= report.number - kept;
  });
  return [
    { kind: 'add_sheet', sheetId, index: 1, layout: layoutReport(report) },
    ...outdated.map(({ sheetId: old }): SheetEdit => ({ kind: 'delete_sheet', sheetId: old })),
  ];
}

function describe({ number, asOf, statements }: SummaryReport, status: ReportOutcome['status']): string {
  const head =
    status === 'published'
      ? `Сформирован сводный отчёт № ${number} по состоянию на ${formatDate(asOf)}.`
      : `Данные не изменились: действует сводный отчёт № ${number} на ${formatDate(asOf)}.`;
  return [head, ...statements].join('\n');
}
