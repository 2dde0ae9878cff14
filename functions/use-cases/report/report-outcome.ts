import { formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import type { ReportDocument, ReportForm } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import { FORM_TITLES } from '../../workbook/server-sheets/server-sheets.ts';
import type { RegisteredReport } from './register-report.ts';
import type { ShownTab } from './show-report.ts';
import type { SeverityCounts } from '../stored/head/head.ts';

export interface ReportOutcome extends ShownTab {
  /** `unchanged`: the same data, day and form already have a report, and it is named again. */
  readonly status: 'unchanged' | 'published' | 'draft';
  readonly form: ReportForm;
  /** 0 for a draft. */
  readonly number: number;
  readonly asOf: CalendarDate;
  readonly findings: SeverityCounts;
  readonly document: ReportDocument;
  readonly proof: ReportProof;
  /** Russian, for the person who asked. */
  readonly message: string;
}

interface Shown {
  readonly tab: ShownTab;
  readonly isDraft: boolean;
  /** Russian sentences that stand in no report. */
  readonly remarks: readonly string[];
}

export function assembleReportOutcome(
  { report: { document, proof }, isNew, head }: RegisteredReport,
  { tab, isDraft, remarks }: Shown,
): ReportOutcome {
  const { form, number, asOf } = document;
  const known = isNew ? ('published' as const) : ('unchanged' as const);
  const status = isDraft ? ('draft' as const) : known;
  return {
    status,
    form,
    number,
    asOf,
    ...tab,
    findings: head.findings,
    document,
    proof,
    message: [headline(status, document), ...statementsOf(document), ...remarks].join('\n'),
  };
}

function headline(status: ReportOutcome['status'], { form, number, asOf }: ReportDocument): string {
  const title = FORM_TITLES[form];
  const day = formatDate(asOf);
  if (status === 'draft')
    return `Черновик по состоянию на ${day}: «${title}». Номера у него нет, он не сохранён.`;
  if (status === 'published') return `Готово: «${title}» № ${number} по состоянию на ${day}.`;
  return `Данные не изменились: действует «${title}» № ${number} на ${day}.`;
}

/** The sentences at the head of the report. */
export function statementsOf({ parts }: ReportDocument): readonly string[] {
  const blocks = parts[0]?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'text' && block.style === 'body' ? [block.text] : []));
}
