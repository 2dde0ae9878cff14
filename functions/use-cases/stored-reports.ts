import { z } from 'zod';
import type { SummaryReport } from '../domain/report/summary-report.ts';
import { hashOf } from './digest.ts';
import { UserFacingError } from './errors.ts';
import type { Store } from './ports.ts';
import { parseStored, reportKey } from './stored-documents.ts';

const reportDocument = z.object({
  report: z.custom<SummaryReport>((value) => typeof value === 'object' && value !== null && 'form' in value),
  /** SHA-256 of the report as JSON. */
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

/** One store read. Throws `ReportMissingError`. */
export async function readReport(store: Store, workbookId: string, number: number): Promise<ReportDocument> {
  const [document] = await store.getMany([reportKey(workbookId, number)]);
  if (!document) throw new ReportMissingError(number);
  return parseStored(reportDocument, document);
}

/** Whether the stored report is what was hashed when it was made. */
export function isProved({ report, reportHash }: ReportDocument): boolean {
  return hashOf(report) === reportHash;
}
