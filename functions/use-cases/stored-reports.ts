import { z } from 'zod';
import type { Assessment } from '../domain/assessment.ts';
import { assembleReport } from '../domain/report/assemble-report.ts';
import type { SummaryReport } from '../domain/report/summary-report.ts';
import { reportNumberOf } from '../workbook/server-sheets.ts';
import { hashOf } from './digest.ts';
import { UserFacingError } from './errors.ts';
import { fencedHead } from './plan-commit.ts';
import type { JsonObject, SpreadsheetOutline, Store } from './ports.ts';
import type { Dependencies } from './reconcile.ts';
import { parseStored, reportKey, type Head, type StoredHead } from './stored-documents.ts';

const reportDocument = z.object({
  report: z.custom<SummaryReport>((value) => typeof value === 'object' && value !== null && 'form' in value),
  /** SHA-256 of the report as JSON with sorted keys. */
  reportHash: z.string(),
  inputHash: z.string(),
  at: z.string(),
  by: z.string(),
});

export type ReportDocument = z.infer<typeof reportDocument>;

export class ReportMissingError extends UserFacingError {
  override readonly name = 'ReportMissingError';
  readonly code = 'report_missing';

  constructor(number: number) {
    super(`Отчёта № ${number} нет. Проверьте номер: отчёты нумеруются с 1.`);
  }
}

export class ReportAlteredError extends UserFacingError {
  override readonly name = 'ReportAlteredError';
  readonly code = 'report_altered';

  constructor(number: number) {
    super(
      `Отчёт № ${number} в хранилище изменён: контрольная сумма не сходится. Не пользуйтесь им; ` +
        'верните хранилище из резервной копии.',
    );
  }
}

/** One store read. Throws `ReportMissingError`. */
export async function readReport(store: Store, workbookId: string, number: number): Promise<ReportDocument> {
  const [document] = await store.getMany([reportKey(workbookId, number)]);
  if (!document) throw new ReportMissingError(number);
  return parseStored(reportDocument, document);
}

/** Whether the stored report is what was hashed when it was made (promise 8). */
export function isProved({ report, reportHash }: ReportDocument): boolean {
  return hashOf(report) === reportHash;
}

export interface NewReport {
  readonly workbookId: string;
  readonly by: string;
  /** Hash of everything the figures depend on. */
  readonly inputHash: string;
  readonly assessment: Assessment;
  readonly outline: SpreadsheetOutline;
}

export interface SavedReport {
  readonly report: SummaryReport;
  readonly reportHash: string;
  /** False: these inputs had their report already. */
  readonly isNew: boolean;
  /** As it stands now that the report is stored. */
  readonly head: Head;
}

/** Stores the report under the next number, once for the same inputs. Throws `StoreConflictError`. */
export async function saveReport(
  { store, clock }: Dependencies,
  { head, version }: StoredHead,
  { workbookId, by, inputHash, assessment, outline }: NewReport,
): Promise<SavedReport> {
  if (head.lastReport?.inputHash === inputHash) {
    const { report, reportHash } = await readReport(store, workbookId, head.lastReport.number);
    return { report, reportHash, isNew: false, head };
  }
  const number = Math.max(head.lastReport?.number ?? 0, ...reportNumbers(outline)) + 1;
  const report = assembleReport(assessment, { number, revision: head.revision });
  const reportHash = hashOf(report);
  const data = { report, reportHash, inputHash, at: clock.now(), by };
  const next: Head = { ...head, lastReport: { number, inputHash } };
  await store.commit([
    {
      kind: 'put',
      key: reportKey(workbookId, number),
      data: data as unknown as JsonObject,
      ifVersion: 'absent',
    },
    fencedHead(workbookId, next, version),
  ]);
  return { report, reportHash, isNew: true, head: next };
}

/** Numbers that tabs bear already: a store that was lost must not give them to other reports. */
function reportNumbers({ tabs }: SpreadsheetOutline): readonly number[] {
  return tabs.flatMap(({ title }) => reportNumberOf(title) ?? []);
}
