import { sortFindings, type Finding } from '../../domain/findings/finding.ts';
import { parseRowId } from '../../domain/sync/row-id.ts';
import type { SyncPlan } from '../../domain/sync/plan-sync.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import type { Head } from '../stored/head/head.ts';

/** As long a row that somebody has begun is being typed, and no error. */
const GRACE_MS = 5 * 60_000;

interface Looking {
  readonly workbookId: string;
  readonly head: Pick<Head, 'births' | 'revision'>;
  /** The instant, ISO 8601 in UTC; absent for whoever only looks: then nothing is young. */
  readonly at?: string | undefined;
  readonly syncs: Readonly<Partial<Record<StaffWorksheetKey, SyncPlan>>>;
}

interface Softened {
  readonly findings: readonly Finding[];
  /** The instant at which the first of them has had its time; absent where none was softened. */
  readonly graceUntil?: string;
}

/**
 * Half-typed rows that came in during the last minutes are reminded of, not counted as errors. What a workbook brings
 * along at first was typed by nobody just now.
 */
export function softenHalfTyped(findings: readonly Finding[], looking: Looking): Softened {
  if (looking.at === undefined || looking.head.revision === 0) return { findings };
  const ends: number[] = [];
  const softened = findings.map((finding): Finding => {
    if (finding.code !== 'row_incomplete') return finding;
    const end = endOfGrace(finding, looking, looking.at ?? '');
    if (end === undefined) return finding;
    ends.push(end);
    return { ...finding, severity: 'reminder' };
  });
  if (ends.length === 0) return { findings };
  return { findings: sortFindings(softened), graceUntil: new Date(Math.min(...ends)).toISOString() };
}

/** Undefined where the row is not young. */
function endOfGrace(
  { place }: Finding,
  { workbookId, head, syncs }: Looking,
  at: string,
): number | undefined {
  const { worksheet, rowId } = place;
  const now = Date.parse(at);
  const isNew = syncs[worksheet]?.changes.some((each) => each.rowId === rowId && each.kind === 'create');
  if (isNew) return now + GRACE_MS;
  const number = parseRowId(rowId ?? '', workbookId, WORKSHEETS[worksheet].idPrefix);
  const birth = head.births?.find(
    (each) =>
      each.worksheet === worksheet && number !== undefined && each.from <= number && number <= each.to,
  );
  const end = birth ? Date.parse(birth.at) + GRACE_MS : now;
  return end > now ? end : undefined;
}
