import type { RowId } from '../records/worksheet-key.ts';
import { digestOfRows, type Consent } from './consent.ts';
import { countEmptied, type EmptiedColumn } from './emptied-columns.ts';
import { columnsOf, isSameContent, type BaseRow, type SheetRow } from './row.ts';

/** Much that is gone at once is kept until a person says that this was meant (promise 3). */
export interface Brake {
  /** Rows that are not deleted. */
  readonly vanished: readonly RowId[];
  /** Columns that are not emptied. */
  readonly emptied: readonly EmptiedColumn[];
  /** As many may go unasked. */
  readonly limit: number;
}

/** What decides whether a loss may go unasked. */
export interface Circumstances {
  /** The person's answer to what the brake asked; undefined where nobody answered. */
  readonly consent: Consent | undefined;
  /** Rows that this very person brought in minutes ago: that they go again is an undo and no loss. */
  readonly isFresh?: (id: RowId) => boolean;
  /** Columns that the sheet lacked until now: empty, they are others than those that were lost. */
  readonly returned?: readonly string[];
}

/** Rows that may vanish in one pass: as many as a person deletes by hand. */
const BRAKE_ROWS = 3;
const BRAKE_SHARE = 0.05;

interface Losses {
  /** Rows that are to be deleted. */
  readonly gone: readonly BaseRow[];
  readonly brake?: Brake;
}

interface LossInput extends Circumstances {
  /** Columns in which nothing stands any more. */
  readonly suspects: readonly string[];
  readonly apart: ReadonlySet<RowId>;
}

/** What may go, and what waits for a person's word. */
export function planLosses(
  base: ReadonlyMap<RowId, BaseRow>,
  ids: readonly RowId[],
  { suspects, consent, apart, isFresh = () => false, returned = [] }: LossInput,
): Losses {
  const live = [...base.values()].filter(({ isDeleted }) => !isDeleted);
  const limit = Math.max(BRAKE_ROWS, Math.floor(live.length * BRAKE_SHARE));
  const present = new Set(ids);
  const absent = live.filter(({ id }) => !present.has(id) && !apart.has(id));
  const [undone, gone] = [absent.filter(({ id }) => isFresh(id)), absent.filter(({ id }) => !isFresh(id))];
  // A sheet that lost its last row looks just like one that was not read.
  const isMuch = gone.length > limit || (gone.length > 0 && ids.length === 0);
  const isHeld = isMuch && digestOfRows(gone.map(({ id }) => id)) !== consent?.rows;
  const emptied = countEmptied(
    base,
    ids.filter((id) => !isFresh(id)),
    suspects,
  ).filter(
    ({ column, cells }) =>
      cells > (returned.includes(column) ? 0 : limit) && !consent?.columns.includes(column),
  );
  if (!isHeld && emptied.length === 0) return { gone: absent };
  const vanished = isHeld ? gone.map(({ id }) => id) : [];
  return { gone: isHeld ? undone : absent, brake: { vanished, emptied, limit } };
}

/** Which of the rows that are not among the others stand above, by their ids or else by their cells. */
export function findAbove(
  base: ReadonlyMap<RowId, BaseRow>,
  ids: readonly RowId[],
  above: readonly SheetRow[],
): ReadonlySet<RowId> {
  if (above.length === 0) return new Set();
  const present = new Set(ids);
  const absent = [...base.values()].filter(({ id, isDeleted }) => !isDeleted && !present.has(id));
  const columns = columnsOf(above);
  const found = new Set<RowId>();
  for (const { idCell, cells } of above) {
    const free = absent.filter(({ id }) => !found.has(id));
    const row =
      free.find(({ id }) => id === idCell) ?? free.find((each) => isSameContent(each.cells, cells, columns));
    if (row) found.add(row.id);
  }
  return found;
}
