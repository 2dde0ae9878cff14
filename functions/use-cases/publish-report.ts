import type { Assessment } from '../domain/assessment.ts';
import { formatDate, type CalendarDate } from '../domain/dates.ts';
import type { SummaryReport } from '../domain/report/summary-report.ts';
import { WorkbookUnknownError } from '../workbook/workbook-errors.ts';
import { hashOf } from './digest.ts';
import { ContentionError, StoreConflictError } from './errors.ts';
import { assessTables } from './plan-reconcile.ts';
import { changedSheets, identifiedByCells, readSheets, readTables, requireTables } from './read-sheets.ts';
import { reconcile, type Dependencies, type ReconcileRequest } from './reconcile.ts';
import { showReport } from './show-report.ts';
import { readHead, type SeverityCounts, type StoredHead } from './stored-documents.ts';
import { saveReport } from './stored-reports.ts';

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
 * Throws `ContentionError` where people type faster than the report can be made.
 */
export async function publishReport(deps: Dependencies, request: ReportRequest): Promise<ReportOutcome> {
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const { today } = await reconcile(deps, { ...request, isMonitoring: true });
    const outcome = await tryPublish(deps, { ...request, today });
    if (outcome) return outcome;
    await deps.pause(attempt);
  }
  throw new ContentionError(MAX_TRIES);
}

/** Undefined where somebody typed or published in between: what is shown must be what is stored. */
async function tryPublish(deps: Dependencies, request: DatedRequest): Promise<ReportOutcome | undefined> {
  const { workbookId, today, by } = request;
  const stored = await readHead(deps.store, workbookId);
  if (!stored) throw new WorkbookUnknownError(workbookId);
  const assessment = await readAssessment(deps, stored, request);
  if (!assessment) return undefined;
  const inputHash = hashOf([today, stored.head.digests]);
  try {
    const outline = await deps.spreadsheets.readOutline(workbookId);
    const saved = await saveReport(deps, stored, { workbookId, by, inputHash, assessment, outline });
    const tabsKept = assessment.records.settings.reportTabsKept;
    const place = await showReport(deps, saved, { workbookId, today, tabsKept, outline });
    return formatOutcome(saved, place);
  } catch (error) {
    if (error instanceof StoreConflictError) return undefined;
    throw error;
  }
}

/** The workbook as of today, from sheets that stand as the store last saw them; else undefined. */
async function readAssessment(
  { spreadsheets }: Dependencies,
  { head }: StoredHead,
  { workbookId, today }: DatedRequest,
): Promise<Assessment | undefined> {
  const sheets = await readSheets(spreadsheets, workbookId, head);
  const tables = requireTables(readTables(sheets));
  if (changedSheets(head, sheets).length > 0) return undefined;
  return assessTables(tables, { rows: identifiedByCells(tables), held: head.held, today });
}

function formatOutcome(
  { report, isNew, head }: Awaited<ReturnType<typeof saveReport>>,
  place: Pick<ReportOutcome, 'sheetId' | 'sheetTitle'>,
): ReportOutcome {
  const { number, asOf, statements } = report;
  const first = isNew
    ? `Сформирован сводный отчёт № ${number} по состоянию на ${formatDate(asOf)}.`
    : `Данные не изменились: действует сводный отчёт № ${number} на ${formatDate(asOf)}.`;
  return {
    status: isNew ? 'published' : 'unchanged',
    number,
    asOf,
    ...place,
    findings: head.findings,
    report,
    message: [first, ...statements].join('\n'),
  };
}
