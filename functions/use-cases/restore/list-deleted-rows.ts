import { rowKey, type RowState } from '../../domain/history/past-change.ts';
import { formatMoment } from '../../domain/dates/moment.ts';
import { countOf, NOUNS } from '../../domain/text/russian.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { nameRow } from '../../workbook/table/show-cell.ts';
import { readStanding } from '../sync/reading/read-standing.ts';
import { readStates } from '../history/read-states.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { findTarget } from '../history/row-target.ts';
import { readRevisionInstant } from '../stored/history/history.ts';

export interface DeletedRowsRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** The title of a staff worksheet. */
  readonly worksheet: string;
}

export interface DeletedRow {
  readonly rowId: RowId;
  /** What people call it: «ОО № 1 (демо), 1.1». */
  readonly name: string;
  /** When it was last changed, for a deleted row the deletion; by the clock of the workbook's zone. */
  readonly moment: string;
  /** False: gone from the sheet, and the system waits for a person's word. */
  readonly isDeleted: boolean;
}

export interface DeletedRows {
  readonly worksheet: string;
  /** The latest first, at most 50. */
  readonly rows: readonly DeletedRow[];
  /** Of all rows that are gone. */
  readonly count: number;
  readonly message: string;
}

const LISTED = 50;

/**
 * The rows that a worksheet has lost. Looks and changes nothing: one Sheets call, the head, the worksheet's shards
 * and one read for each revision that deleted any of those listed.
 */
export async function listDeletedRows(deps: Dependencies, request: DeletedRowsRequest): Promise<DeletedRows> {
  const { workbookId } = request;
  const standing = await readStanding(deps, request, 'deleted.look');
  const { worksheets } = findTarget(request.worksheet, workbookId, standing);
  const [worksheet = 'executions'] = worksheets;
  const { head } = standing.stored;
  const present = new Set(standing.rows[worksheet].map(({ id }) => rowKey(worksheet, id)));
  const states = await readStates(deps.store, { workbookId, head, worksheets: [worksheet] });
  const gone = [...states]
    .filter(([key]) => !present.has(key))
    .toSorted(([, a], [, b]) => b.revision - a.revision);
  const listed = gone.slice(0, LISTED);
  const moments = await readMoments(deps, { workbookId, timeZone: head.timeZone, states: listed });
  const title = WORKSHEETS[worksheet].title;
  return {
    worksheet: title,
    rows: listed.map(([key, state]) => describeRow(worksheet, { key, state, moments })),
    count: gone.length,
    message: describeGone(title, gone.length),
  };
}

async function readMoments(
  { store }: Dependencies,
  { workbookId, timeZone, states }: { workbookId: string; timeZone: string; states: [string, RowState][] },
): Promise<ReadonlyMap<number, string>> {
  const revisions = [...new Set(states.map(([, { revision }]) => revision))];
  const instants = await Promise.all(
    revisions.map((revision) => readRevisionInstant(store, workbookId, revision)),
  );
  return new Map(
    revisions.map((revision, index) => [revision, formatMoment(instants[index] ?? '', timeZone)]),
  );
}

interface Gone {
  readonly key: string;
  readonly state: RowState;
  readonly moments: ReadonlyMap<number, string>;
}

function describeRow(worksheet: StaffWorksheetKey, { key, state, moments }: Gone): DeletedRow {
  return {
    rowId: key.slice(rowKey(worksheet, '').length),
    name: nameRow(worksheet, state.cells),
    moment: moments.get(state.revision) ?? '',
    isDeleted: state.isDeleted === true,
  };
}

function describeGone(title: string, count: number): string {
  if (count === 0) return `С листа «${title}» ничего не пропало: возвращать нечего.`;
  const shown = count > LISTED ? ` Показаны последние ${LISTED}.` : '';
  return `С листа «${title}» удалено или пропало: ${countOf(count, NOUNS.row)}.${shown}`;
}
