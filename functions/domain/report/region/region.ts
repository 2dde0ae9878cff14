import { groupByName } from '../../text/same-name.ts';
import type { ReportAggregates } from '../report-aggregates.ts';
import type { ReportDocument } from '../report-document.ts';

export interface RegionMember {
  /** As the region calls it: its institution, the title of the workbook where that is not enough. */
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

/** Workbooks under one name that were added up: one municipality may be in the sum more than once. */
export function namesakesOf({
  added,
}: Pick<Region, 'added'>): readonly (readonly [name: string, count: number])[] {
  return groupByName(added, ({ workbook }) => workbook).flatMap(([name, those]) =>
    those.length > 1 ? [[name, those.length] as const] : [],
  );
}
