import type { Assessment } from '../../domain/assessment/assessed.ts';
import { formatDate } from '../../domain/dates/dates.ts';
import { SEVERITY_TITLES, type Severity } from '../../domain/findings/finding.ts';
import { isCountedItem } from '../../domain/assessment/school-plans/school-plans.ts';
import { formatState } from '../../domain/assessment/states/format-state.ts';
import type { DueOccurrence } from '../../domain/assessment/due-occurrence.ts';
import type { MeasureAssessment } from '../../domain/assessment/obligation.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { columnTitle, nameRow } from '../../workbook/table/show-cell.ts';
import { RowUnknownError } from './target-errors.ts';
import { assessTables } from '../sync/plan-reconcile.ts';
import { readHistory } from './read-history.ts';
import type { HistoryEntry } from './history-entries.ts';
import { readStanding, type Standing } from '../sync/reading/read-standing.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { findRow, type RowName } from './row-target.ts';
import { todayIn } from '../ports/today.ts';

export interface InspectRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** A place: `Исполнение!12`. */
  readonly row: string;
}

export interface RowFinding {
  readonly severity: Severity;
  /** Russian: «Ошибка». */
  readonly title: string;
  /** The header that people know the column by; null: the row as a whole. */
  readonly column: string | null;
  readonly message: string;
  readonly advice: string;
}

/** How the deadline of the row's measure was understood. */
export interface RowDeadline {
  /** Word for word, as in «Регламент». */
  readonly phrase: string;
  readonly explanation: string;
  /** Russian, one for each time the measure is due: «I квартал 2026: с 01.01.2026 по 31.03.2026, контрольная дата …». */
  readonly dates: readonly string[];
  /** «просрочено»; null where the row is no execution. */
  readonly state: string | null;
}

export interface RowView {
  readonly title: string;
  readonly findings: readonly RowFinding[];
  readonly deadline: RowDeadline | null;
  /** The latest change; null where the row was not accepted yet. */
  readonly latest: HistoryEntry | null;
}

/**
 * Everything that can be said of one row as it stands in the sheet now, accepted or not. Looks and changes nothing:
 * one Sheets call, the head, shards of changed worksheets, and three store reads for the latest change.
 */
export async function inspectRow(deps: Dependencies, request: InspectRequest): Promise<RowView> {
  const standing = await readStanding(deps, request, 'row.look');
  const name = findRow(request.row, standing);
  const { head } = standing.stored;
  const assessment = assessTables(standing.tables, {
    ...head,
    rows: standing.rows,
    today: todayIn(deps, head.timeZone),
  });
  return {
    title: titleOf(name, standing),
    findings: findingsOf(name, assessment),
    deadline: deadlineOf(name, assessment),
    latest: await readLatest(deps, request, name),
  };
}

function titleOf({ worksheet, rowId }: RowName, { rows }: Standing): string {
  const row = rows[worksheet].find(({ id }) => id === rowId);
  const name = row ? nameRow(worksheet, row.staff) : '';
  return `«${WORKSHEETS[worksheet].title}»${row ? `, строка ${row.rowIndex + 1}` : ''}${name && `: ${name}`}`;
}

function findingsOf({ worksheet, rowId }: RowName, { findings }: Assessment): readonly RowFinding[] {
  return findings
    .filter(({ place }) => place.worksheet === worksheet && place.rowId === rowId)
    .map(({ severity, place, message, advice }) => ({
      severity,
      title: SEVERITY_TITLES[severity],
      column: place.column === undefined ? null : columnTitle(worksheet, place.column),
      message,
      advice,
    }));
}

function deadlineOf({ worksheet, rowId }: RowName, assessment: Assessment): RowDeadline | null {
  const { measures, obligations, schoolPlans, records } = assessment;
  if (worksheet === 'regulation') {
    const own = measures.find(({ measure }) => measure.rowId === rowId);
    return own ? { ...describeDeadline(own), state: null } : null;
  }
  if (worksheet === 'schoolPlans') {
    const own = schoolPlans.find(({ item }) => item.rowId === rowId);
    const state = own && isCountedItem(own) ? formatState(own.standing) : null;
    return own ? { ...describeDeadline(own.assessment), state } : null;
  }
  const execution = records.executions.find((each) => worksheet === 'executions' && each.rowId === rowId);
  const own = measures.find(({ measure }) => measure.number === execution?.measure);
  if (!execution || !own) return null;
  const obligation = obligations.find((each) => each.execution?.rowId === rowId);
  return { ...describeDeadline(own), state: obligation ? formatState(obligation) : null };
}

function describeDeadline({ measure, explanation, occurrences }: MeasureAssessment) {
  const isRepeated = occurrences.length > 1;
  const dates = occurrences.map((each) => `${isRepeated ? `${each.label}: ` : ''}${formatSpan(each)}`);
  return { phrase: measure.deadlinePhrase, explanation, dates };
}

function formatSpan({ start, end, controlDate }: DueOccurrence): string {
  const span = start && start !== end ? `с ${formatDate(start)} по ${formatDate(end)}` : formatDate(end);
  return `${span}, контрольная дата ${formatDate(controlDate)}`;
}

async function readLatest(
  deps: Dependencies,
  { workbookId, by }: InspectRequest,
  { rowId }: RowName,
): Promise<HistoryEntry | null> {
  try {
    const { entries } = await readHistory(deps, { workbookId, by, row: rowId, limit: 1 });
    return entries[0] ?? null;
  } catch (error) {
    // A row that was typed a moment ago has its id for the next synchronisation, and no history yet.
    if (error instanceof RowUnknownError) return null;
    throw error;
  }
}
