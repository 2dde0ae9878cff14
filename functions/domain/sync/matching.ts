import type { RowId } from '../records/worksheet-key.ts';
import type { NameOf } from './names.ts';
import type { BaseRow, SheetRow } from './row.ts';

/** Which base row each sheet row is, as far as it is known. No base row is given twice. */
export interface Matching {
  readonly base: ReadonlyMap<RowId, BaseRow>;
  readonly rows: readonly SheetRow[];
  readonly ids: (RowId | undefined)[];
  readonly taken: Set<RowId>;
  readonly nameOf: NameOf;
}

export function openMatching(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  nameOf: NameOf,
): Matching {
  return { base, rows, ids: rows.map(() => undefined), taken: new Set(), nameOf };
}

export function give({ ids, taken }: Matching, index: number, id: RowId): void {
  ids[index] = id;
  taken.add(id);
}

/** The base row that the row's id cell names, where nobody has it yet. */
export function freeOwn({ base, rows, taken }: Matching, index: number): BaseRow | undefined {
  const { idCell = '' } = rows[index] ?? {};
  return taken.has(idCell) ? undefined : base.get(idCell);
}

/** Indexes of the rows that are not settled yet. */
export function unsettled({ ids }: Matching): readonly number[] {
  const open: number[] = [];
  for (let index = 0; index < ids.length; index++) if (ids[index] === undefined) open.push(index);
  return open;
}

export function appendTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
