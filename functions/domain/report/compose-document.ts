import type { CalendarDate } from '../dates.ts';
import { COMPARED_FORMS, composeChanges, isComparable, NOTHING_TO_COMPARE } from './parts/changes-part.ts';
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
    parts: COMPARED_FORMS.has(form) ? withChanges(parts, compared) : parts,
  };
}

function withChanges(
  parts: readonly ReportPart[],
  previous: ReportDocument | undefined,
): readonly ReportPart[] {
  if (previous) return beforeDetails(parts, composeChanges(parts, previous));
  return parts.map((part) =>
    part.key === 'notes' ? { ...part, blocks: [NOTHING_TO_COMPARE, ...part.blocks] } : part,
  );
}

/** «Расшифровка» is the annex: it stands last. */
function beforeDetails(parts: readonly ReportPart[], part: ReportPart): readonly ReportPart[] {
  return [...parts.slice(0, -1), part, ...parts.slice(-1)];
}
