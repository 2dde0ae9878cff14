import { rowKey, type PastChange, type RowState, type RowStates } from '../../domain/history/past-change.ts';
import { createRewind } from '../../domain/history/rewind.ts';
import { formatMoment } from '../../domain/dates/moment.ts';
import { parseRowId } from '../../domain/sync/row-id.ts';
import type { RowId } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { PointUnknownError, RowUnknownError } from '../history/target-errors.ts';
import { HistoryGapError } from '../stored/history/history-errors.ts';
import { lastState, vanishedRows } from './plan-restore.ts';
import type { Store } from '../ports/store.ts';
import { readPoint, type Point } from '../history/read-point.ts';
import { readStates, readStatesAt, assertNoProblems } from '../history/read-states.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import type { RowName, Target } from '../history/row-target.ts';
import { readRow } from '../stored/rows/shards.ts';
import { readChange, readRevisionInstant } from '../stored/history/history.ts';

export interface WantedRows {
  readonly target: Target;
  /** As they stood at the point; tombstones too. */
  readonly states: RowStates;
  /** Russian: what is to be restored, and to which point. */
  readonly subject: string;
  readonly hasPoint: boolean;
  /** Where nothing is named and nothing is missing: what was deleted last, for the person to choose. */
  readonly deletions?: readonly Deletion[];
}

export interface Deletion {
  readonly revision: number;
  /** By the clock of the workbook's zone. */
  readonly moment: string;
  readonly rows: number;
}

interface Where {
  readonly workbookId: string;
  readonly target: Target;
  readonly point?: Point;
  readonly standing: Standing;
}

/** The rows that the person wants back. Throws `PointUnknownError`, `RowUnknownError`, `HistoryBrokenError`. */
export async function readWanted(store: Store, where: Where): Promise<WantedRows> {
  const { workbookId, target, point, standing } = where;
  const { head } = standing.stored;
  if (!point) return await readGone(store, where);
  const { revision, words } = await readPoint(store, { workbookId, head, point });
  const row = rowOf(target);
  const states = row
    ? await readRowAt(store, { workbookId, row, revision })
    : await readStatesAt(store, { workbookId, head, worksheets: target.worksheets }, revision);
  return { target, states, subject: `${nameTarget(target)}, как ${words}`, hasPoint: true };
}

function rowOf({ worksheets: [worksheet], rowId }: Target): RowName | undefined {
  return worksheet && rowId !== undefined ? { worksheet, rowId } : undefined;
}

function nameTarget(target: Target): string {
  const row = rowOf(target);
  const [worksheet, ...others] = target.worksheets;
  if (!worksheet || others.length > 0) return 'вся книга';
  const title = WORKSHEETS[worksheet].title;
  return row ? `строка ${row.rowId} листа «${title}»` : `лист «${title}»`;
}

async function readStored(store: Store, workbookId: string, row: RowName): Promise<RowState> {
  const number = parseRowId(row.rowId, workbookId, WORKSHEETS[row.worksheet].idPrefix) ?? 0;
  const stored = await readRow(store, workbookId, { ...row, number });
  if (!stored) throw new RowUnknownError(row.rowId);
  return stored;
}

/** One row by its own chain: as many reads as it has changes since, however much happened elsewhere. */
async function readRowAt(
  store: Store,
  { workbookId, row, revision }: { workbookId: string; row: RowName; revision: number },
): Promise<RowStates> {
  const stored = await readStored(store, workbookId, row);
  const rewind = createRewind(new Map([[rowKey(row.worksheet, row.rowId), stored]]), {
    revision,
    known: stored.revision,
  });
  const chain = await readChain(store, { workbookId, rowId: row.rowId, from: stored.revision, revision });
  for (const change of chain) rewind.add(change);
  const { states, problems } = rewind.finish();
  assertNoProblems(problems);
  if ([...states.values()].some(({ isDeleted }) => !isDeleted)) return states;
  throw new PointUnknownError(
    `При ревизии ${revision} строки ${row.rowId} не было. Посмотрите её историю и назовите другую точку.`,
  );
}

interface Chain {
  readonly workbookId: string;
  readonly rowId: RowId;
  readonly from: number;
  readonly revision: number;
}

/** The changes of the row after `revision`, from the oldest on. */
async function readChain(store: Store, { workbookId, rowId, from, revision }: Chain) {
  const changes: PastChange[] = [];
  let next: number | null = from;
  while (next !== null && next > revision) {
    const found = await readChange(store, workbookId, { revision: next, rowId });
    if (!found) throw new HistoryGapError(rowId, next);
    changes.unshift(found.change);
    next = found.change.previousRevision;
  }
  return changes;
}

const LISTED_DELETIONS = 5;

/** What is gone from the sheet although nobody confirmed it; a single row also where it was deleted. */
async function readGone(store: Store, { workbookId, target, standing }: Where): Promise<WantedRows> {
  const { head } = standing.stored;
  const gone = { target, hasPoint: false };
  const row = rowOf(target);
  if (row) {
    const known = new Map([[rowKey(row.worksheet, row.rowId), await readStored(store, workbookId, row)]]);
    const states = vanishedRows(lastState(known, row), standing, target);
    return { ...gone, states, subject: `${nameTarget(target)}, как стояла перед удалением` };
  }
  const all = await readStates(store, { workbookId, head, worksheets: target.worksheets });
  const states = vanishedRows(all, standing, target);
  const subject = `${nameTarget(target)}, пропавшие строки`;
  if (states.size > 0) return { ...gone, states, subject };
  const counts = Map.groupBy(
    [...all.values()].filter(({ isDeleted }) => isDeleted),
    ({ revision }) => revision,
  );
  const latest = [...counts.keys()].toSorted((a, b) => b - a).slice(0, LISTED_DELETIONS);
  const deletions = await Promise.all(
    latest.map(async (revision): Promise<Deletion> => {
      const at = await readRevisionInstant(store, workbookId, revision);
      return { revision, moment: formatMoment(at, head.timeZone), rows: counts.get(revision)?.length ?? 0 };
    }),
  );
  return { ...gone, states, subject, deletions };
}
