import type { StaffWorksheetKey } from '../../../functions/domain/worksheet-key.ts';
import type { CellValue } from '../../../functions/domain/sync/row.ts';
import type { StoredDocument, StoreWrite } from '../../../functions/use-cases/ports/ports.ts';
import type { SheetView } from '../world/view.ts';
import type { Violation } from './violation.ts';

interface Change {
  readonly worksheet: StaffWorksheetKey;
  readonly kind: string;
  readonly cells: Readonly<Record<string, readonly [CellValue, CellValue]>>;
}

export interface Accepted {
  readonly writes: readonly StoreWrite[];
  /** As they stand after the commit. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** A person has said that the losses were meant. */
  readonly isConfirmed: boolean;
  /** The sheet as the pass had read it; undefined where its tab was gone. */
  readonly seen: (worksheet: StaffWorksheetKey) => SheetView | undefined;
}

const BRAKE_ROWS = 3;
const BRAKE_SHARE = 0.05;

/** Promise 3, asked at each commit: many rows gone, or a column, wait for a person's word. */
export function checkLosses(accepted: Accepted): Violation | undefined {
  const changes = accepted.writes.flatMap((write) =>
    write.kind === 'put' && write.key.includes('/history/')
      ? ((write.data['changes'] ?? []) as unknown as readonly Change[])
      : [],
  );
  for (const [worksheet, own] of Map.groupBy(changes, ({ worksheet }) => worksheet)) {
    const limit = Math.max(BRAKE_ROWS, Math.floor(countRows(accepted.documents, worksheet) * BRAKE_SHARE));
    const what = rowsGone(own, limit, accepted) ?? columnsGone(own, limit, accepted);
    if (what) return { oracle: 'brake', what: `${worksheet}: ${what}` };
  }
  return undefined;
}

function rowsGone(changes: readonly Change[], limit: number, { isConfirmed }: Accepted): string | undefined {
  const gone = changes.filter(({ kind }) => kind === 'delete').length;
  return gone > limit && !isConfirmed ? `${gone} rows deleted unasked` : undefined;
}

function columnsGone(
  changes: readonly Change[],
  limit: number,
  { isConfirmed, seen }: Accepted,
): string | undefined {
  const emptied = changes.flatMap(({ worksheet, cells }) =>
    Object.entries(cells).flatMap(([key, [before, after]]) =>
      before !== null && after === null && !key.startsWith('x') ? [{ worksheet, key }] : [],
    ),
  );
  for (const [key, cells] of Map.groupBy(emptied, (each) => each.key)) {
    const view = seen(cells[0]?.worksheet ?? 'executions');
    const column = view?.columns.find((each) => each.key === key);
    if (!view || !column) return `«${key}» was emptied, and the sheet did not show it`;
    const isEmpty = view.rows.every((row) => (row.cells[column.index]?.value ?? '') === '');
    if (isEmpty && cells.length > limit && !isConfirmed) return `«${key}» emptied unasked`;
  }
  return undefined;
}

function countRows(documents: ReadonlyMap<string, StoredDocument>, worksheet: string): number {
  return [...documents.values()]
    .filter(({ key }) => key.includes(`/rows/${worksheet}-`))
    .reduce((sum, { data }) => sum + Object.keys(data['rows'] ?? {}).length, 0);
}
