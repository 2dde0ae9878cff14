import type { CellValue } from '../sync/row.ts';
import type { PastChange, RowState } from './past-change.ts';

/** What the changes after some revision did to one row, gathered from the oldest on. */
export interface RowPast {
  readonly first: PastChange;
  readonly last: PastChange;
  /** Cells as they were before the first change of each. */
  readonly before: Readonly<Record<string, CellValue>>;
  /** Cells as the last change of each left them. */
  readonly after: Readonly<Record<string, CellValue>>;
}

export function beginPast(change: PastChange): RowPast {
  return { first: change, last: change, before: sideOf(change, 0), after: sideOf(change, 1) };
}

export function extendPast(past: RowPast, change: PastChange): RowPast {
  return {
    first: past.first,
    last: change,
    before: { ...sideOf(change, 0), ...past.before },
    after: { ...past.after, ...sideOf(change, 1) },
  };
}

function sideOf({ cells }: PastChange, side: 0 | 1): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(cells).map(([key, pair]) => [key, pair[side]]));
}

/** The row as it was before the first of the changes; undefined where that one made it. */
export function undoPast(row: RowState, { first, before }: RowPast): RowState | undefined {
  if (first.kind === 'create' || first.previousRevision === null) return undefined;
  const cells = Object.entries({ ...row.cells, ...before }).filter(([, value]) => value !== null);
  return {
    cells: Object.fromEntries(cells),
    revision: first.previousRevision,
    ...(first.kind === 'restore' && { isDeleted: true }),
  };
}

/** Where `change` does not begin as the row's last known change left it; Russian. */
export function breaksBetween({ last, after }: RowPast, change: PastChange): readonly string[] {
  if (change.previousRevision !== last.revision) {
    return [`между ревизиями ${last.revision} и ${change.revision} пропало звено истории`];
  }
  return Object.entries(change.cells)
    .filter(([key, [before]]) => key in after && after[key] !== before)
    .map(([key]) => `ревизия ${change.revision} начинается не с того значения «${key}», что было до неё`);
}

/** Where the row does not stand as its last known change left it; Russian. */
export function breaksAtEnd(row: RowState, { last, after }: RowPast): readonly string[] {
  if (row.revision !== last.revision) {
    return [`в хранилище ревизия ${row.revision}, а последняя в истории — ${last.revision}`];
  }
  if ((row.isDeleted === true) !== (last.kind === 'delete')) {
    return ['строка удалена в хранилище или в истории, но не в обоих'];
  }
  return Object.entries(after)
    .filter(([key, value]) => (row.cells[key] ?? null) !== value)
    .map(([key]) => `в хранилище стоит не то значение «${key}», которое записано в истории`);
}
