import type { Assessment } from '../../domain/assessment/assessed.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import { isComparable } from '../../domain/report/parts/changes-part.ts';
import { findSchool } from '../../domain/report/parts/card-part.ts';
import { composeDocument } from '../../domain/report/compose-document.ts';
import { aggregatesOf } from '../../domain/report/report-aggregates.ts';
import { prepareBasis } from '../../domain/report/report-basis.ts';
import { REPORT_ANNEXES, type ReportAnnex } from '../../domain/records/records.ts';
import { composeOwnForm } from '../../domain/report/own-form/compose-own.ts';
import type { OwnForm } from '../../domain/report/own-form/own-form.ts';
import type { ReportForm } from '../../domain/report/report-document.ts';
import { settingsOver } from '../../domain/report/report-period.ts';
import { resolveSpan, type SpanChoice } from '../../domain/report/report-span.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import type { ReconcileRequest } from '../sync/reconcile.ts';
import type { ReportRecipe } from './register-report.ts';

export interface ReportRequest extends Pick<ReconcileRequest, 'workbookId' | 'today' | 'by'> {
  /** Of the form `own`: which one. */
  readonly ownForm?: OwnForm;
  /** Absent: the full report. A region is put together of several workbooks: `composeRegion`. */
  readonly form?: Exclude<ReportForm, 'region'>;
  /** Nothing later than this day is looked at; absent: today. */
  readonly asOf?: CalendarDate;
  /** Absent: the whole period. */
  readonly span?: SpanChoice;
  /** Of a card: the school as it is named on «Школы». */
  readonly school?: string;
  /** What is sent with it; absent: as «Настройки» say. */
  readonly annexes?: readonly ReportAnnex[];
  /** A person has seen the errors that figures may suffer from and wants the number all the same. */
  readonly withErrors?: boolean;
  /** A look beforehand: no number, nothing stored, one tab that is replaced each time. */
  readonly isDraft?: boolean;
  /** Told in Russian what is being done now. */
  readonly onProgress?: (step: string) => void;
}

export type DatedReportRequest = ReportRequest & Required<Pick<ReportRequest, 'today' | 'form'>>;

const WHOLE_PERIOD: SpanChoice = { kind: 'period' };

export function recipeOf(
  { form, ownForm, asOf, span, school, annexes, today }: DatedReportRequest,
  { dataHash, assessment }: { readonly dataHash: string; readonly assessment: Assessment },
): ReportRecipe {
  // Of another form a school says nothing: named or not, it is the same report. By its row id it is the same school.
  const card = form === 'school_card' && { school: findSchool(assessment.schools, school).name };
  // Annexes are a set: in any order, named twice, they are the same report.
  const sent = annexes && { annexes: REPORT_ANNEXES.filter((annex) => annexes.includes(annex)) };
  const asked = { asOf: asOf ?? today, span: span ?? WHOLE_PERIOD, ...card, ...sent };
  const isWhole = asked.span.kind === 'period';
  return {
    form,
    ...(card && { subject: card.school }),
    ...(ownForm && { subject: ownForm.name }),
    // The day on which it is made is no input: a past day is reported on once, whenever anyone asks. But of a past day
    // less can be told than of the very day.
    inputHash: hashOf([
      form,
      asked,
      asked.asOf < today,
      dataHash,
      ...(ownForm ? [ownForm.hash, ownForm.name] : []),
    ]),
    comparesWith: (earlier) => {
      const { asOf, span } = asked;
      return isComparable(earlier, {
        form,
        asOf,
        span: resolveSpan(span, settingsOver(assessment.records.settings, { span, asOf }).period),
      });
    },
    compose: ({ previous, ...identity }) => {
      const { school, annexes } = asked;
      const basis = prepareBasis({ assessment, ...asked });
      if (form === 'own') {
        if (!ownForm) throw new Error('a report by a form names none');
        return { document: composeOwnForm(basis, ownForm, identity) };
      }
      return {
        document: composeDocument(basis, { form, ...identity, school, annexes, previous }),
        ...(form === 'full' && isWhole && { aggregates: aggregatesOf(basis) }),
      };
    },
  };
}
