import type { ReportDocument } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import type { ReportFileKind } from '../../use-cases/ports/ports.ts';
import { layoutReportPages } from '../../workbook/report/paper/pages.ts';
import { formatXlsx } from './report-xlsx/xlsx.ts';

/** The bytes of the report's file. All times in it are the document's date: equal documents give equal bytes. */
export async function formatReportFile(
  kind: ReportFileKind,
  document: ReportDocument,
  proof: ReportProof,
): Promise<Buffer> {
  if (kind === 'xlsx') {
    const created = new Date(`${document.date}T00:00:00Z`);
    return formatXlsx(layoutReportPages(document, proof), {
      creator: document.requisites.institution,
      created,
    });
  }
  // Loaded at need, as exceljs is: most who ask for a report want its tab alone.
  const { formatReportDocx } = await import('./report-docx/docx.ts');
  return formatReportDocx(document, proof);
}
