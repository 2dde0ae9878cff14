import type { RowChange } from '../sync/plan-sync.ts';
import type { Cells } from '../sync/row.ts';
import type { RowId, StaffWorksheetKey } from '../records/worksheet-key.ts';

/** What one revision did to a row, as the history keeps it. */
export interface PastChange extends Pick<RowChange, 'rowId' | 'kind' | 'cells'> {
  readonly worksheet: StaffWorksheetKey;
  readonly revision: number;
  /** The row's change before this one; null for its first. */
  readonly previousRevision: number | null;
}

/** A row as the store keeps it: filled cells only. */
export interface RowState {
  readonly cells: Cells;
  /** The revision that last touched the row. */
  readonly revision: number;
  readonly isDeleted?: boolean | undefined;
}

/** All rows of some worksheets, tombstones too, under `rowKey`. */
export type RowStates = ReadonlyMap<string, RowState>;

export function rowKey(worksheet: StaffWorksheetKey, rowId: RowId): string {
  return `${worksheet} ${rowId}`;
}
