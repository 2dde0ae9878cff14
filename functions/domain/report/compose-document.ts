import type { CalendarDate } from '../dates/dates.ts';
import { COMPARED_FORMS, composeChanges, isComparable, NOTHING_TO_COMPARE } from './parts/changes-part.ts';
import type { ReportAnnex } from '../records/records.ts';
import { dataErrorsOf } from './data-errors.ts';
import { composeRequisites, FORMS, type WorkbookReportForm } from './forms.ts';
import { prepareBasis, type BasisRequest, type ReportBasis } from './report-basis.ts';
import type { ReportDocument, ReportPart } from './report-document.ts';

export type { WorkbookReportForm } from './forms.ts';

export interface ReportInput extends BasisRequest, DocumentInput {}

/** What a report is beyond its figures. */
export interface DocumentInput {
  readonly form: WorkbookReportForm;
  /** 0: a draft. */
  readonly number: number;
  /** The day on which it is composed. */
  readonly date: CalendarDate;
  readonly revision: number;
  /** The card's school: its name as on «Школы», or its row id. */
  readonly school?: string | undefined;
  /** An earlier report: where the two are comparable, what has changed since is listed. */
  readonly previous?: ReportDocument | undefined;
  /** What is sent with it; without them those of the settings. */
  readonly annexes?: readonly ReportAnnex[] | undefined;
}

/**
 * The report as of `asOf` (today unless named), for the span; equal inputs give an equal value.
 * Throws `ReportInFutureError`, `ReportPeriodError`, `ReportSpanError`, `ReportSchoolError`.
 */
export function composeReport(input: ReportInput): ReportDocument {
  return composeDocument(prepareBasis(input), input);
}

/** Throws `ReportSchoolError`. */
export function composeDocument(basis: ReportBasis, input: DocumentInput): ReportDocument {
  const { form, number, date, revision, school, previous } = input;
  const { annexes = basis.assessment.records.settings.reportLook.annexes } = input;
  const { title, start, end } = basis.span;
  const span = { start, end, title };
  const parts = FORMS[form].compose(basis, school);
  const asked = { form, span, asOf: basis.asOf };
  const compared = previous && isComparable(previous, asked) ? previous : undefined;
  return {
    schema: 'report-document-1',
    form,
    number,
    date,
    asOf: basis.asOf,
    span,
    revision,
    requisites: composeRequisites(form, basis),
    ...(hasAnnexes(parts) && { annexes }),
    ...errorsOf(basis),
    parts: COMPARED_FORMS.has(form) ? withChanges(parts, compared) : parts,
  };
}

function hasAnnexes(parts: readonly ReportPart[]): boolean {
  return parts.some(({ annex }) => annex !== undefined);
}

function errorsOf({ assessment }: ReportBasis): Pick<ReportDocument, 'errors'> {
  const errors = dataErrorsOf(assessment).length;
  return errors > 0 ? { errors } : {};
}

function withChanges(
  parts: readonly ReportPart[],
  previous: ReportDocument | undefined,
): readonly ReportPart[] {
  if (previous) return beforeNotes(parts, composeChanges(parts, previous));
  return parts.map((part) =>
    part.key === 'notes' ? { ...part, blocks: [NOTHING_TO_COMPARE, ...part.blocks] } : part,
  );
}

/** The notes stand last, and the change is told among them. */
function beforeNotes(parts: readonly ReportPart[], part: ReportPart): readonly ReportPart[] {
  return [...parts.slice(0, -1), { ...part, annex: 'notes' }, ...parts.slice(-1)];
}
