import type { ReportDocument } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { FormatReportFile, OwnForms, ReportFileKind } from '../../ports/ports.ts';
import { readFormFile } from '../../stored/reports/own-forms.ts';

export interface FileDependencies extends Dependencies {
  readonly formatReportFile: FormatReportFile;
  readonly ownForms: OwnForms;
}

interface Wanted {
  readonly workbookId: string;
  readonly kind: ReportFileKind;
  readonly document: ReportDocument;
  readonly proof: ReportProof;
}

/**
 * The report as a file: by a form of the authority's own that form filled, where it is of this kind; else as the program
 * lays reports out. The same bytes at any time. Throws `FormAlteredError`, `FormTooLargeError`.
 */
export async function formatStoredReport(
  { store, ownForms, formatReportFile }: FileDependencies,
  { workbookId, kind, document, proof }: Wanted,
): Promise<Uint8Array> {
  const { ownForm, date } = document;
  if (ownForm?.kind !== kind) return formatReportFile(kind, document, proof);
  const file = await readFormFile(store, workbookId, ownForm);
  return ownForms.fill(file, { values: ownForm.values, date });
}
