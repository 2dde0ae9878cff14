import type { StoredDocument } from '../../../functions/use-cases/ports/store.ts';
import type { CellValue } from '../../../functions/domain/sync/row.ts';
import type { Head } from '../../../functions/use-cases/stored/head/head.ts';
import type { StoredRows } from './store-equals-sheet.ts';
import type { Violation } from './violation.ts';

/** One change as the history of `plan-commit.ts` keeps it. */
interface Change {
  readonly worksheet: keyof StoredRows;
  readonly rowId: string;
  readonly kind: 'create' | 'update' | 'delete' | 'restore';
  readonly cells: Readonly<Record<string, readonly [CellValue, CellValue]>>;
  readonly previousRevision: number | null;
}

interface Part {
  readonly revision: number;
  readonly changes: readonly Change[];
}

interface Replayed {
  readonly cells: Map<string, CellValue>;
  revision: number;
  isDeleted: boolean;
}

/**
 * Promises 2 and 5: the history told from its beginning gives the rows as they stand; each change begins where the
 * one before ended, and no change is told twice.
 */
export function checkHistory(
  documents: ReadonlyMap<string, StoredDocument>,
  head: Head,
  rows: StoredRows,
): Violation | undefined {
  const replay = new Map<string, Replayed>();
  const keys = [...documents.keys()].filter((key) => key.includes('/history/')).toSorted();
  for (const key of keys) {
    const part = documents.get(key)?.data as unknown as Part;
    if (part.revision > head.revision) return violation(`${key} is newer than the head's ${head.revision}`);
    for (const change of part.changes) {
      const what = tell(replay, change, part.revision);
      if (what) return violation(`${key}, ${change.rowId}: ${what}`);
    }
  }
  return comparison(replay, rows);
}

function violation(what: string): Violation {
  return { oracle: 'history', what };
}

function tell(replay: Map<string, Replayed>, change: Change, revision: number): string | undefined {
  const name = `${change.worksheet} ${change.rowId}`;
  const row = replay.get(name) ?? { cells: new Map<string, CellValue>(), revision: 0, isDeleted: false };
  if (row.revision === revision) return 'changed twice in one revision';
  if ((change.previousRevision ?? 0) !== row.revision)
    return `follows ${change.previousRevision}, but the row was last changed in ${row.revision}`;
  if ((change.kind === 'create') !== (row.revision === 0))
    return `${change.kind} of a row of ${row.revision}`;
  if ((change.kind === 'restore') !== row.isDeleted) return `${change.kind}, deleted: ${row.isDeleted}`;
  for (const [key, [before, after]] of Object.entries(change.cells)) {
    const standing = row.cells.get(key) ?? null;
    if (standing !== before) return `«${key}» was «${standing}», not «${before}»`;
    row.cells.set(key, after);
  }
  replay.set(name, { ...row, revision, isDeleted: change.kind === 'delete' });
  return undefined;
}

function comparison(replay: ReadonlyMap<string, Replayed>, rows: StoredRows): Violation | undefined {
  let count = 0;
  for (const [worksheet, stored] of Object.entries(rows)) {
    for (const [id, { cells, isDeleted = false, revision }] of stored) {
      count += 1;
      const told = replay.get(`${worksheet} ${id}`);
      const filled = [...(told?.cells ?? [])].filter(([, value]) => value !== null);
      const isSame = told?.isDeleted === isDeleted && told.revision === revision;
      if (!isSame || canonical(Object.fromEntries(filled)) !== canonical(cells))
        return violation(`${worksheet} ${id} is not what its history tells`);
    }
  }
  return count === replay.size ? undefined : violation('the history tells of rows that the store lacks');
}

function canonical(cells: Readonly<Record<string, CellValue>>): string {
  return JSON.stringify(Object.entries(cells).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
