import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { CellValue } from '../../../functions/domain/sync/row.ts';
import type { StoredDocument, StoreWrite } from '../../../functions/use-cases/ports/store.ts';
import type { SheetView } from '../world/view.ts';
import type { Violation } from './violation.ts';

interface Change {
  readonly worksheet: StaffWorksheetKey;
  readonly rowId: string;
  readonly kind: string;
  readonly cells: Readonly<Record<string, readonly [CellValue, CellValue]>>;
}

export interface Accepted {
  readonly writes: readonly StoreWrite[];
  /** As they stand after the commit. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** A person has said that the losses were meant. */
  readonly isConfirmed: boolean;
  /**
   * When the pass had read the sheet, by the clock of the world, ms since 1970: an undo is one by then, however late it
   * is committed.
   */
  readonly readAt: number;
  /** The sheet as the pass had read it; undefined where its tab was gone. */
  readonly seen: (worksheet: StaffWorksheetKey) => SheetView | undefined;
}

const BRAKE_ROWS = 3;
const BRAKE_SHARE = 0.05;

/** As long after it was first accepted a row that goes again is an undo. */
const FRESH_MS = 15 * 60_000;

/**
 * Promise 3, asked at each commit: many rows gone, or a column, wait for a person's word. What stands where it is not
 * read is not gone, and of a sheet without a header nothing is known.
 */
export function checkLosses(accepted: Accepted): Violation | undefined {
  const changes = accepted.writes.flatMap((write) =>
    write.kind === 'put' && write.key.includes('/history/')
      ? ((write.data['changes'] ?? []) as unknown as readonly Change[])
      : [],
  );
  for (const [worksheet, own] of Map.groupBy(changes, ({ worksheet }) => worksheet)) {
    const limit = Math.max(BRAKE_ROWS, Math.floor(countRows(accepted.documents, worksheet) * BRAKE_SHARE));
    const what =
      headerless(own, accepted) ?? rowsGone(own, limit, accepted) ?? columnsGone(own, limit, accepted);
    if (what) return { oracle: 'brake', what: `${worksheet}: ${what}` };
  }
  return undefined;
}

/** Rows above the header, and all rows where there is none. */
function headerless(changes: readonly Change[], { seen }: Accepted): string | undefined {
  const view = changes[0] && seen(changes[0].worksheet);
  if (!view) return undefined;
  if (view.headerRow < 0) return 'rows were told from a sheet without a header';
  const above = new Set(
    view.sheet.rows.slice(0, view.headerRow).flatMap((row) => row?.map((cell) => cell?.value) ?? []),
  );
  const below = new Set(view.rows.map(({ idCell }) => idCell));
  const lost = changes.find(({ kind, rowId }) => kind === 'delete' && above.has(rowId) && !below.has(rowId));
  if (lost) return `${lost.rowId} was deleted, and it stands above the header`;
  const made = changes.find(({ kind, cells }) => kind === 'create' && isOfTitles(cells));
  return made && `${made.rowId} was made of a header`;
}

function isOfTitles(cells: Change['cells']): boolean {
  const after = Object.values(cells).map(([, value]) => value);
  return after.filter((value) => /^Column \d+$/u.test(String(value))).length >= MIN_TITLES;
}

const MIN_TITLES = 3;

function rowsGone(changes: readonly Change[], limit: number, accepted: Accepted): string | undefined {
  const gone = changes.filter(({ kind }) => kind === 'delete');
  if (gone.length <= limit || accepted.isConfirmed) return undefined;
  const settled = gone.filter(({ rowId }) => !isFresh(rowId, accepted));
  return settled.length > limit ? `${settled.length} rows deleted unasked` : undefined;
}

/** Born within the last minutes; the simulated office calls in one person's name. */
function isFresh(rowId: string, { documents, readAt }: Accepted): boolean {
  for (const { key, data } of documents.values()) {
    if (!key.includes('/history/')) continue;
    const changes = (data['changes'] ?? []) as unknown as readonly Change[];
    if (!changes.some((each) => each.kind === 'create' && each.rowId === rowId)) continue;
    return data['revision'] !== 1 && readAt - Date.parse(JSON.stringify(data['at']).slice(1, -1)) <= FRESH_MS;
  }
  return false;
}

function columnsGone(changes: readonly Change[], limit: number, accepted: Accepted): string | undefined {
  const { isConfirmed, seen } = accepted;
  const emptied = changes.flatMap(({ worksheet, rowId, cells }) =>
    Object.entries(cells).flatMap(([key, [before, after]]) =>
      before !== null && after === null && !key.startsWith('x') ? [{ worksheet, rowId, key }] : [],
    ),
  );
  for (const [key, cells] of Map.groupBy(emptied, (each) => each.key)) {
    const view = seen(cells[0]?.worksheet ?? 'executions');
    const column = view?.columns.find((each) => each.key === key);
    if (!view || !column) return `«${key}» was emptied, and the sheet did not show it`;
    const isEmpty = view.rows.every((row) => (row.cells[column.index]?.value ?? '') === '');
    if (!isEmpty || cells.length <= limit || isConfirmed) continue;
    if (cells.filter(({ rowId }) => !isFresh(rowId, accepted)).length > limit)
      return `«${key}» emptied unasked`;
  }
  return undefined;
}

function countRows(documents: ReadonlyMap<string, StoredDocument>, worksheet: string): number {
  return [...documents.values()]
    .filter(({ key }) => key.includes(`/rows/${worksheet}-`))
    .reduce((sum, { data }) => sum + Object.keys(data['rows'] ?? {}).length, 0);
}
