import type { RowId } from '../worksheet-key.ts';
import { contentKey, type BaseRow, type Cells, type SheetRow } from './row.ts';

/** Columns that name a row for people, first of all for telling rows apart that lost their ids. */
export type NaturalKey = readonly string[];

/**
 * Which base row each sheet row is; undefined for a new row. No base row is given twice.
 *
 * The id cell speaks first, but it can be missing, doubled (copy and paste), foreign or swapped (someone
 * sorted a range without column A), so rows whose content agrees with their id go before all others, then
 * content finds rows that moved away from their ids, then the id alone, then the natural key. A doubled id
 * stays with the row that the base knows; the copy is new.
 */
export function resolveIdentities(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  naturalKey: NaturalKey,
): readonly (RowId | undefined)[] {
  const matcher = createMatcher(base, rows);
  matcher.claimWhere((own, row) => !own.isDeleted && contentKey(own.cells) === contentKey(row.cells));
  matcher.giveByIndex((cells) => contentKey(cells), { onlyLive: true, preferOwn: false });
  matcher.claimWhere((own, row) => naturalOf(own.cells, naturalKey) === naturalOf(row.cells, naturalKey));
  matcher.giveByIndex((cells) => naturalOf(cells, naturalKey), { onlyLive: true, preferOwn: true });
  matcher.claimWhere(() => true);
  matcher.giveByIndex((cells) => contentKey(cells), { onlyLive: false, preferOwn: false });
  return matcher.result;
}

function naturalOf(cells: Cells, naturalKey: NaturalKey): string | undefined {
  const parts = naturalKey.map((key) => cells[key] ?? null);
  return parts.every((part) => part === null) ? undefined : JSON.stringify(parts);
}

interface IndexRule {
  /** Tombstones do not answer. */
  readonly onlyLive: boolean;
  /** A row whose own id is still free keeps it: an edited name is an edit, not another row. */
  readonly preferOwn: boolean;
}

function createMatcher(base: ReadonlyMap<RowId, BaseRow>, rows: readonly SheetRow[]) {
  const result: (RowId | undefined)[] = rows.map(() => undefined);
  const taken = new Set<RowId>();
  const claimed = new Set(rows.map(({ idCell }) => idCell));

  function give(index: number, id: RowId): void {
    result[index] = id;
    taken.add(id);
  }

  function freeOwn(row: SheetRow): BaseRow | undefined {
    const own = base.get(row.idCell);
    return own && !taken.has(own.id) ? own : undefined;
  }

  /** Rows keep the id in their cell where `agrees` holds; of two rows with one id the upper is asked first. */
  function claimWhere(agrees: (own: BaseRow, row: SheetRow) => boolean): void {
    rows.forEach((row, index) => {
      const own = result[index] === undefined ? freeOwn(row) : undefined;
      if (own && agrees(own, row)) give(index, own.id);
    });
  }

  /** Rows still without identity take a free base row with the same key. */
  function giveByIndex(keyOf: (cells: Cells) => string | undefined, rule: IndexRule): void {
    const free = indexFree(keyOf, rule);
    rows.forEach((row, index) => {
      if (result[index] !== undefined || (rule.preferOwn && freeOwn(row))) return;
      const key = keyOf(row.cells);
      const id = key === undefined ? undefined : free.get(key)?.shift();
      if (id !== undefined) give(index, id);
    });
  }

  /** Free base rows by key; with `preferOwn` only those that no row claims by id. */
  function indexFree(keyOf: (cells: Cells) => string | undefined, rule: IndexRule): Map<string, RowId[]> {
    const free = new Map<string, RowId[]>();
    for (const row of base.values()) {
      const isOpen = !taken.has(row.id) && !(rule.onlyLive && row.isDeleted);
      const key = isOpen && !(rule.preferOwn && claimed.has(row.id)) ? keyOf(row.cells) : undefined;
      if (key === undefined) continue;
      const ids = free.get(key);
      if (ids) ids.push(row.id);
      else free.set(key, [row.id]);
    }
    return free;
  }

  return { result, claimWhere, giveByIndex };
}
