import { rowKey, type RowState, type RowStates } from '../../domain/history/past-change.ts';
import type { Addition } from '../append/plan-appends.ts';
import type { Cells } from '../../domain/sync/row.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { Difference, StandingRow } from '../../workbook/server-sheets/recovery-sheet.ts';
import type { IdentifiedRow, Table } from '../../workbook/table/table.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import type { RowName, Target } from '../history/row-target.ts';

export interface RestorePlan {
  readonly additions: readonly Addition[];
  /** Staff cells that are not as they were; nobody but a person changes them. */
  readonly differences: readonly Difference[];
  /** Rows that came after the point. */
  readonly newer: readonly StandingRow[];
}

interface Wanted {
  readonly target: Target;
  /** The rows as they stood at the point, tombstones too. */
  readonly states: RowStates;
  /** False: the rows are those that are gone, and nothing is said of others. */
  readonly hasPoint: boolean;
}

/** What brings the target back to the wanted rows without touching a cell that stands. */
export function planRestore({ target, states, hasPoint }: Wanted, standing: Standing): RestorePlan {
  const plans = target.worksheets.map((worksheet) => {
    const rows = new Map(standing.rows[worksheet].map((row) => [row.id, row]));
    const wanted = namesIn(worksheet, states)
      .filter(({ rowId }) => target.rowId === undefined || rowId === target.rowId)
      .toSorted(byNumber);
    const table = standing.tables[worksheet];
    const isApart = new Set(standing.apart[worksheet]);
    const missing = wanted.filter(({ rowId }) => !isApart.has(rowId));
    return planWorksheet(table, { rows, wanted: missing, hasNewer: hasPoint && target.rowId === undefined });
  });
  return {
    additions: plans.flatMap(({ additions }) => additions),
    differences: plans.flatMap(({ differences }) => differences),
    newer: plans.flatMap(({ newer }) => newer),
  };
}

function namesIn(worksheet: StaffWorksheetKey, states: RowStates): readonly Addition[] {
  const prefix = rowKey(worksheet, '');
  return [...states].flatMap(([key, { cells, isDeleted }]) =>
    key.startsWith(prefix) && !isDeleted ? [{ worksheet, rowId: key.slice(prefix.length), cells }] : [],
  );
}

/** Rows come back in the order in which they were first seen. */
function byNumber(a: RowName, b: RowName): number {
  return numberOf(a.rowId) - numberOf(b.rowId);
}

function numberOf(rowId: RowId): number {
  return Number(/\d+/u.exec(rowId)?.[0] ?? 0);
}

interface WorksheetInput {
  readonly rows: ReadonlyMap<RowId, IdentifiedRow>;
  readonly wanted: readonly Addition[];
  readonly hasNewer: boolean;
}

function planWorksheet(table: Table, { rows, wanted, hasNewer }: WorksheetInput): RestorePlan {
  const known = new Set(wanted.map(({ rowId }) => rowId));
  return {
    additions: wanted.filter(({ rowId }) => !rows.has(rowId)),
    differences: wanted.flatMap(({ rowId, cells }) => {
      const row = rows.get(rowId);
      return row ? differencesOf(standingRow(table, row), cells) : [];
    }),
    newer: hasNewer
      ? [...rows.values()].filter(({ id }) => !known.has(id)).map((row) => standingRow(table, row))
      : [],
  };
}

function standingRow({ worksheet, sheetId }: Table, { id, rowIndex, staff }: IdentifiedRow): StandingRow {
  return {
    worksheet: worksheet.key,
    rowId: id,
    cells: staff,
    place: { sheetId, rowNumber: rowIndex + 1 },
  };
}

/** Of columns that the sheet has lost nothing can be said. */
function differencesOf(row: StandingRow, was: Cells): readonly Difference[] {
  return Object.entries(row.cells).flatMap(([column, now]) => {
    const before = was[column] ?? null;
    return before === now ? [] : [{ row, column, was: before, now }];
  });
}

/** The rows as they last stood that are gone from the sheet although nobody has deleted them in the store yet. */
export function vanishedRows(states: RowStates, { rows, apart }: Standing, target: Target): RowStates {
  const present = new Set(
    target.worksheets.flatMap((worksheet) =>
      [...rows[worksheet].map(({ id }) => id), ...(apart[worksheet] ?? [])].map((id) =>
        rowKey(worksheet, id),
      ),
    ),
  );
  return new Map([...states].filter(([key, { isDeleted }]) => !isDeleted && !present.has(key)));
}

/** The named row as it last stood, deleted or not. */
export function lastState(states: RowStates, { worksheet, rowId }: RowName): ReadonlyMap<string, RowState> {
  const key = rowKey(worksheet, rowId);
  const state = states.get(key);
  return new Map(state ? [[key, { ...state, isDeleted: false }]] : []);
}
