import type { Assessment } from '../domain/assessment.ts';
import { formatDate, type CalendarDate } from '../domain/dates.ts';
import { composeReport } from '../domain/report/compose-document.ts';
import { aggregatesOf } from '../domain/report/report-aggregates.ts';
import type { ReportDocument, ReportForm } from '../domain/report/report-document.ts';
import type { ReportProof } from '../domain/report/report-proof.ts';
import { resolveSpan, type SpanChoice } from '../domain/report/report-span.ts';
import { FORM_TITLES } from '../workbook/server-sheets.ts';
import { contend } from './contention.ts';
import { hashOf } from './digest.ts';
import { readForReport } from './read-for-report.ts';
import { reconcile, type Dependencies, type ReconcileRequest } from './reconcile.ts';
import { assertNothingHeld, withHeldWarning } from './report-held.ts';
import { registerReport, sealReport, type RegisteredReport, type ReportDraft } from './register-report.ts';
import { showReport, type ShownTab, type ShowOptions } from './show-report.ts';
import type { SeverityCounts, StoredHead } from './stored-documents.ts';

export interface ReportRequest extends Pick<ReconcileRequest, 'workbookId' | 'today' | 'by'> {
  /** Absent: the full report. A region is put together of several workbooks: `composeRegion`. */
  readonly form?: Exclude<ReportForm, 'region'>;
  /** Nothing later than this day is looked at; absent: today. */
  readonly asOf?: CalendarDate;
  /** Absent: the whole period. */
  readonly span?: SpanChoice;
  /** Of a card: the school as it is named on «Школы». */
  readonly school?: string;
  /** A look beforehand: no number, nothing stored, one tab that is replaced each time. */
  readonly isDraft?: boolean;
  /** Told in Russian what is being done now. */
  readonly onProgress?: (step: string) => void;
}

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

type DatedRequest = ReportRequest & Required<Pick<ReportRequest, 'today' | 'form'>>;

/**
 * Brings the workbook up to date, composes the report, stores it under the next number and swaps its tab in by one
 * atomic batch. Equal data, day and form give the same report, not another number (promise 5). Throws
 * `ContentionError` where people type faster than the report can be made, `ReportHeldError` where the brake holds
 * losses (a draft says so instead).
 */
export async function publishReport(deps: Dependencies, request: ReportRequest): Promise<ReportOutcome> {
  return await contend(deps, async () => {
    request.onProgress?.('Сверяем книгу с хранилищем и проверяем сроки…');
    const { today } = await reconcile(deps, { ...request, isMonitoring: true });
    return await tryPublish(deps, { form: 'full', ...request, today });
  });
}

async function tryPublish(deps: Dependencies, request: DatedRequest): Promise<ReportOutcome | undefined> {
  const { workbookId, today, onProgress } = request;
  const made = await makeReport(deps, request);
  if (!made) return undefined;
  onProgress?.('Записываем лист отчёта…');
  const { registered, ...shown } = made;
  const tab = await showReport(deps, registered, { workbookId, today, ...shown });
  return formatOutcome(registered, { tab, isDraft: request.isDraft === true });
}

interface MadeReport extends Pick<ShowOptions, 'tabsKept' | 'outline' | 'findPlace'> {
  readonly registered: RegisteredReport;
}

/**
 * Undefined where somebody typed in between: what is shown must be what is stored. The workbook itself is let go of
 * here: on 3,000 schools there is no room for it beside the tab.
 */
async function makeReport(deps: Dependencies, request: DatedRequest): Promise<MadeReport | undefined> {
  const { workbookId, today, by, isDraft, onProgress } = request;
  const read = await readForReport(deps, request);
  if (!read) return undefined;
  const { stored, assessment, findPlace, dataHash } = read;
  if (!isDraft) assertNothingHeld(stored.head);
  const draft = draftOf(request, { dataHash, assessment });
  const outline = await deps.spreadsheets.readOutline(workbookId);
  onProgress?.('Составляем отчёт и сохраняем…');
  const registered = isDraft
    ? composeUnnumbered(draft, stored, { today, by, at: deps.clock.now() })
    : await registerReport(deps, stored, draft, { workbookId, by, today, outline });
  const tabsKept = assessment.records.settings.reportTabsKept;
  return { registered, tabsKept, outline, findPlace };
}

const WHOLE_PERIOD: SpanChoice = { kind: 'period' };

function draftOf(
  { form, asOf, span, school, today }: DatedRequest,
  { dataHash, assessment }: { readonly dataHash: string; readonly assessment: Assessment },
): ReportDraft {
  const asked = { asOf: asOf ?? today, span: span ?? WHOLE_PERIOD, ...(school && { school }) };
  const isWhole = asked.span.kind === 'period';
  return {
    form,
    // The day on which it is made is no input: a past day is reported on once, whenever anyone asks. But of a past day
    // less can be told than of the very day.
    inputHash: hashOf([form, asked, asked.asOf < today, dataHash]),
    compose: ({ previous, ...identity }) => {
      const comparable = previous && isComparable(previous, assessment, asked);
      return {
        document: composeReport({ form, ...identity, ...asked, assessment, ...(comparable && { previous }) }),
        ...(form === 'full' && isWhole && { aggregates: aggregatesOf({ assessment, ...asked }) }),
      };
    },
  };
}

/** Of another span, or of a card of another school, the figures are others; a later day is nothing «before». */
function isComparable(
  previous: ReportDocument,
  assessment: Assessment,
  { span, asOf }: { readonly span: SpanChoice; readonly asOf: CalendarDate },
) {
  const { start, end } = resolveSpan(span, assessment.records.settings.period);
  if (previous.form === 'school_card' || previous.asOf > asOf) return false;
  return previous.span.start === start && previous.span.end === end;
}

function composeUnnumbered(
  { inputHash, compose }: ReportDraft,
  { head }: StoredHead,
  { today, ...author }: { readonly today: CalendarDate; readonly by: string; readonly at: string },
): RegisteredReport {
  const composed = compose({ number: 0, date: today, revision: head.revision });
  const document = withHeldWarning(composed.document, head);
  return { report: sealReport(document, { inputHash, ...author }).report, isNew: true, head };
}

function formatOutcome(
  { report: { document, proof }, isNew, head }: RegisteredReport,
  { tab, isDraft }: { readonly tab: ShownTab; readonly isDraft: boolean },
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
    message: [headline(status, document), ...statementsOf(document)].join('\n'),
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
