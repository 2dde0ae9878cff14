import type { ReportDocument } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { ForeignTable } from '../../workbook/layout/layout.ts';

/** The kinds of file that a report is rendered as, besides its tab. */
export type ReportFileKind = 'xlsx' | 'docx';

/** Renders a report as a file: equal documents give equal bytes. */
export type FormatReportFile = (
  kind: ReportFileKind,
  document: ReportDocument,
  proof: ReportProof,
) => Promise<Uint8Array>;

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
