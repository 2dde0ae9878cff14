import { formatDate } from '../domain/dates.ts';
import type { SummaryReport } from '../domain/report/summary-report.ts';
import type { LayoutRow, SheetLayout } from './layout.ts';
import { TITLE_STYLE } from './palette.ts';
import { lateRows, noteRows, schoolRows } from './report-parts.ts';
import { mergeAcross, REPORT_WIDTHS, spanning, type ReportRow } from './report-rows.ts';
import { summaryRows } from './report-summary.ts';
import { layoutServerSheet } from './server-layout.ts';
import { reportTabTitle } from './server-sheets.ts';

/**
 * The report as a sheet: A4 landscape, legible in black and white. Places figures, computes none. The hash is
 * that of the stored value, so that a print can be held against the store (promise 8).
 */
export function layoutReport(report: SummaryReport, reportHash: string): SheetLayout {
  const parts: readonly (readonly ReportRow[])[] = [
    titleRows(report, reportHash),
    summaryRows(report),
    schoolRows(report),
    lateRows(report),
    noteRows(report),
    signatureRows(report),
  ];
  const rows = parts.flat();
  return layoutServerSheet({
    title: reportTabTitle(report.number),
    tabColour: '#15803d',
    columnWidths: REPORT_WIDTHS,
    rows: rows.map(({ cells, height }): LayoutRow => ({ cells, ...(height && { height }) })),
    merges: rows.flatMap((row, index) => mergeAcross(row, index)),
  });
}

function titleRows(report: SummaryReport, reportHash: string): readonly ReportRow[] {
  const { institution, addressee, number, asOf, period, revision, statements } = report;
  const span = `${formatDate(period.start)} – ${formatDate(period.end)}`;
  return [
    spanning(institution, { align: 'center', bold: true }),
    spanning(`Кому: ${addressee}`, { align: 'right' }),
    spanning(`СВОДНЫЙ ОТЧЁТ № ${number}`, { ...TITLE_STYLE, align: 'center' }),
    spanning('об исполнении регламента комплексного сопровождения ШНОР', { align: 'center', bold: true }),
    spanning(
      `По состоянию на ${formatDate(asOf)}. Период: ${span}. Ревизия данных: ${revision}. Контрольная сумма: ${reportHash.slice(0, 16)}.`,
      {
        align: 'center',
      },
    ),
    spanning(''),
    ...statements.map((statement) => spanning(statement)),
  ];
}

function signatureRows({ signerPosition, signerName, preparedBy }: SummaryReport): readonly ReportRow[] {
  return [
    spanning(''),
    spanning(`${signerPosition}   ____________________   ${signerName || '____________________'}`),
    ...(preparedBy ? [spanning(`Исп.: ${preparedBy}`, { size: 8 })] : []),
  ];
}
