import {
  STAFF_WORKSHEETS,
  type StaffWorksheetKey,
} from '../../../../functions/domain/records/worksheet-key.ts';
import type { RowChange } from '../../../../functions/domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import { applyChanges, diffCells, type Cells } from '../../../../functions/domain/sync/row.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { readKnownHead, type Head } from '../../../../functions/use-cases/stored/head/head.ts';
import { newHead } from '../../../../functions/use-cases/stored/head/new-head.ts';
import { fencedHead } from '../../../../functions/use-cases/stored/plan-commit.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { commitParts } from '../../../../functions/use-cases/sync/commit-pass.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { createMemoryStore } from '../../../simulation/world/memory-store.ts';

export const BOOK = 'A';
export const READER = 'operator@example.ru';
export const AUTHOR = 'coordinator@example.ru';

/** One row of a revision: which, what became of it, and cells as they were typed (null: emptied). */
export type Typed = readonly [
  worksheet: StaffWorksheetKey,
  number: number,
  kind: RowChange['kind'],
  cells?: Cells,
];

export const idOf = (worksheet: StaffWorksheetKey, number: number) =>
  formatRowId(BOOK, WORKSHEETS[worksheet].idPrefix, number);

/** A store into which these revisions were accepted, a minute apart from 23.11.2026 11:01 in Yekaterinburg on. */
export async function accepted(...revisions: readonly (readonly Typed[])[]): Promise<Store> {
  const store = createMemoryStore();
  const sheets = [...STAFF_WORKSHEETS, 'control', 'about', 'overview', 'instruction'];
  const head = newHead(undefined, {
    title: 'ШНОР',
    timeZone: 'Asia/Yekaterinburg',
    members: { [READER]: 'head' },
    sheetIds: Object.fromEntries(sheets.map((key, index) => [key, index])),
  });
  const nextNumbers = Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, 60])) as Head['nextNumbers'];
  await store.commit([fencedHead(BOOK, { ...head, nextNumbers }, 'absent')]);
  for (const [index, rows] of revisions.entries()) await accept(store, index + 1, rows);
  return store;
}

async function accept(store: Store, minute: number, rows: readonly Typed[]): Promise<void> {
  const { head, version } = await readKnownHead(store, BOOK);
  const worksheets = [...Map.groupBy(rows, ([worksheet]) => worksheet)].map(async ([worksheet, typed]) => {
    const nextNumber = head.nextNumbers[worksheet];
    const base = await readRows(store, BOOK, { worksheet, nextNumber });
    const changes = typed.map(([, number, kind, cells = {}]): RowChange => {
      const rowId = idOf(worksheet, number);
      const before = base.get(rowId)?.cells ?? {};
      const differing = kind === 'delete' ? {} : diffCells(before, cells);
      return { rowId, kind, cells: differing, after: applyChanges(before, differing) };
    });
    return { worksheet, base, changes };
  });
  await commitParts(
    store,
    {
      workbookId: BOOK,
      head,
      next: head,
      worksheets: await Promise.all(worksheets),
      numberOf: (worksheet, rowId) => parseRowId(rowId, BOOK, WORKSHEETS[worksheet].idPrefix) ?? 0,
      at: new Date(Date.UTC(2026, 10, 23, 6, minute)).toISOString(),
      by: AUTHOR,
    },
    version,
  );
}

/** For what asks no sheet. */
export const depsOf = (store: Store): Dependencies => ({ store }) as Dependencies;
