import type { CheckedForm } from '../../domain/report/own-form/check-form.ts';
import type { OwnFormKind } from '../../domain/report/own-form/own-form.ts';
import type { FormValues } from '../../domain/report/own-form/own-form.ts';
import type { ReportDocument } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { ForeignTable } from '../../workbook/layout/layout.ts';

/** The kinds of file that a report is rendered as, besides its tab. */
export type ReportFileKind = 'xlsx' | 'docx';

/** Renders a report as a file: equal documents give equal bytes. */
export type FormatReportFile = (
  kind: ReportFileKind,
  document: ReportDocument,
  proof: ReportProof,
) => Promise<Uint8Array>;

/** A form's file as it is sent, kept or comes with the program. */
export interface OwnFormFile {
  readonly name: string;
  readonly kind: OwnFormKind;
  readonly bytes: Uint8Array;
}

/** Files of forms of an authority's own; they are foreign, so all is done where it can be killed. */
export interface OwnForms {
  /** Those that come with the program: equal bytes each time. */
  samples(): Promise<readonly OwnFormFile[]>;
  /**
   * What the form names and what is wrong in it; its name tells the kind. Throws `FileKindUnknownError`,
   * `FormTooLargeError`, `FileUnreadableError`, `PlanReadersBusyError`.
   */
  check(name: string, bytes: Uint8Array): Promise<CheckedForm & { readonly kind: OwnFormKind }>;
  /** Equal forms, values and dates give equal bytes. Throws as `check` does. */
  fill(
    form: OwnFormFile,
    filling: { readonly values: FormValues; readonly date: CalendarDate },
  ): Promise<Uint8Array>;
}

/**
 * The tables of a plan's file, whose name tells its kind. Throws `FileKindUnknownError`, `FileTooLargeError`,
 * `FileUnreadableError`.
 */
export type ParsePlanFile = (name: string, bytes: Uint8Array) => Promise<readonly ForeignTable[]>;

export interface VerifiedIdentity {
  readonly email: string;
}

export interface IdentityVerifier {
  /** Throws `IdentityRefusedError` where the token is absent, foreign, expired or forged. */
  verify(token: string | undefined): Promise<VerifiedIdentity>;
}

export interface Clock {
  /** The instant in ISO 8601 with UTC offset zero. */
  now(): string;
  /** The day that counts as today whatever the instant, for repeatable local runs. */
  readonly fixedToday?: CalendarDate;
}
