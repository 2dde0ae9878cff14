import type { ReportAggregates } from '../report-aggregates.ts';
import type { ReportDocument } from '../report-document.ts';

export interface RegionMember {
  /** Title of the workbook. */
  readonly workbook: string;
  /** Null: it has not reported. */
  readonly aggregates: ReportAggregates | null;
}

export type ReportedMember = RegionMember & { readonly aggregates: ReportAggregates };

/** All members by name, and those of them that are added up. */
export interface Region extends Pick<ReportDocument, 'span' | 'asOf'> {
  readonly members: readonly RegionMember[];
  readonly added: readonly ReportedMember[];
}
