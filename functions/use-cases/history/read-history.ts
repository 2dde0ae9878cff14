import { mayDo } from '../../contract/actions.ts';
import { parseRowId } from '../../domain/sync/row-id.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { nameRow } from '../../workbook/table/show-cell.ts';
import { formatChange, formatRevision, type History, type HistoryEntry } from './history-entries.ts';
import { RowUnknownError } from './target-errors.ts';
import { HistoryGapError } from '../stored/history/history-errors.ts';
import type { Store } from '../ports/store.ts';
import { readStanding } from '../sync/reading/read-standing.ts';
import { readMemberHead, roleOf } from '../stored/access/membership.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { findRow, isAddress, parseRowName, type RowName } from './row-target.ts';
import type { Head } from '../stored/head/head.ts';
import type { StoredRow } from '../stored/rows/row.ts';
import { readRow } from '../stored/rows/shards.ts';
import { readChange, readHistoryParts, type HistoryPart } from '../stored/history/history.ts';

export interface HistoryRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** An id (`e17-4fa`) or a place (`Исполнение!12`); absent: what each revision did to the whole workbook. */
  readonly row?: string;
  readonly limit?: number;
  /** Where an earlier answer broke off: entries older than that are wanted. */
  readonly cursor?: number;
}

const MAX_ENTRIES = 100;
const DEFAULT_ENTRIES = 20;

/**
 * A row's life, or the workbook's latest revisions; who was let in is told to those who may look at that. Costs the
 * head, the row's shard and one store read an entry (a place in a sheet: one Sheets call more). Throws
 * `RowUnknownError`, `RowNotAcceptedError`, `HistoryGapError`.
 */
export async function readHistory(deps: Dependencies, request: HistoryRequest): Promise<History> {
  const { row, workbookId } = request;
  const { head } = await readMemberHead(deps, request, 'history.look');
  const limit = Math.min(request.limit ?? DEFAULT_ENTRIES, MAX_ENTRIES);
  const page = { workbookId, head, limit, ...(request.cursor !== undefined && { cursor: request.cursor }) };
  const tellsAccess = mayDo(roleOf(head, request.by), 'access.look');
  if (row === undefined) return await readRevisions(deps.store, { ...page, tellsAccess });
  const name = parseRowName(row, workbookId) ?? (await findStanding(deps, request, row));
  return await readLife(deps.store, name, page);
}

async function findStanding(deps: Dependencies, request: HistoryRequest, row: string): Promise<RowName> {
  if (!isAddress(row)) throw new RowUnknownError(row);
  return findRow(row, await readStanding(deps, request, 'history.look'));
}

interface Page {
  readonly workbookId: string;
  readonly head: Head;
  readonly limit: number;
  readonly cursor?: number;
}

/** Follows the chain from the row's latest change to the one before, and on. */
async function readLife(store: Store, name: RowName, page: Page): Promise<History> {
  const { workbookId, head, limit } = page;
  const { worksheet, rowId } = name;
  const number = parseRowId(rowId, workbookId, WORKSHEETS[worksheet].idPrefix) ?? 0;
  const row = await readRow(store, workbookId, { ...name, number });
  if (!row) throw new RowUnknownError(rowId);
  const entries: HistoryEntry[] = [];
  let revision: number | null = Math.min(row.revision, page.cursor ?? row.revision);
  while (revision !== null && entries.length < limit) {
    const found = await readChange(store, workbookId, { revision, rowId });
    if (!found) throw new HistoryGapError(rowId, revision);
    entries.push(formatChange(found.part, found.change, head));
    revision = found.change.previousRevision;
  }
  return { title: titleOf(name, row), entries, cursor: revision };
}

function titleOf({ worksheet, rowId }: RowName, { cells, isDeleted }: StoredRow): string {
  const name = nameRow(worksheet, cells);
  const state = isDeleted ? ' Удалена.' : '';
  return `«${WORKSHEETS[worksheet].title}», строка ${rowId}${name && `: ${name}`}.${state}`;
}

async function readRevisions(
  store: Store,
  { workbookId, head, limit, cursor, tellsAccess }: Page & { readonly tellsAccess: boolean },
): Promise<History> {
  const latest = Math.min(head.revision, cursor ?? head.revision);
  const after = Math.max(0, latest - limit);
  const parts = new Map<number, HistoryPart>();
  for await (const part of readHistoryParts(store, workbookId, { after, latest })) {
    if (part.revision > latest) break;
    const changes = [...(parts.get(part.revision)?.changes ?? []), ...part.changes];
    parts.set(part.revision, { ...part, changes });
  }
  const entries = [...parts.values()].toReversed().map((part) => formatRevision(part, { head, tellsAccess }));
  return { title: `Книга «${head.title}», ревизия ${head.revision}.`, entries, cursor: after || null };
}
