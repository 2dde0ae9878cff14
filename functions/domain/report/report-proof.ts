/** What a report is held against later: printed with it, kept beside it, never part of the value itself. */
export interface ReportProof {
  /** SHA-256 of the document value as canonical JSON, in hexadecimal. */
  readonly documentHash: string;
  /** SHA-256 of all that the figures depend on. */
  readonly inputHash: string;
  /**
   * Russian: «подписан 25.11.2026, № 01-15/7». Shown on the tab alone: files must have the same bytes before and
   * after the paper is signed. Absent in files.
   */
  readonly state?: string;
}
