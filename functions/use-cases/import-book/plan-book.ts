import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { placeName, type BookFile } from '../../workbook/import-book/parse-book.ts';
import { cellOf, isSeenAs, type SeenCell } from '../../workbook/import-book/typed-cell.ts';
import type { Cell } from '../../workbook/layout/layout.ts';
import { placeOfColumn } from '../../workbook/table/bind-columns.ts';
import { isBlank } from '../../workbook/table/blank.ts';
import type { IdentifiedRow, Table, TableRow } from '../../workbook/table/table.ts';
import { NO_ID, type Addition } from '../append/plan-appends.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import type { Standing } from '../sync/reading/read-standing.ts';

/** A cell of a standing row that the file shows otherwise. */
export interface TakenCell {
  readonly kind: 'cell';
  readonly worksheet: StaffWorksheetKey;
  readonly row: IdentifiedRow;
  readonly column: string;
  readonly now: SeenCell;
  readonly text: string;
  readonly value: Cell;
}

/** A row of the file that stands nowhere in the sheet. `fileRow` as people count. */
export interface TakenRow {
  readonly kind: 'row';
  readonly addition: Addition;
  readonly fileRow: number;
}

export type BookChange = TakenCell | TakenRow;

/** What would make the sheet as the file shows it; nothing of it is done before a person takes it. */
export interface BookPlan {
  readonly changes: readonly BookChange[];
  /** Rows that the file lacks: they stay. */
  readonly lacking: readonly { readonly worksheet: StaffWorksheetKey; readonly row: IdentifiedRow }[];
  readonly remarks: readonly string[];
  /** Of all changes: a choice by number is of the changes that were shown. */
  readonly mark: string;
}

/** Rows are the same by their ids; one without an id that stands word for word in the sheet is no new one. */
export function planBook(file: BookFile, standing: Standing): BookPlan {
  const plans = STAFF_WORKSHEETS.flatMap((worksheet) => {
    const table = file.tables.get(worksheet);
    return table ? [planWorksheet({ worksheet, table, untold: file.untold.get(worksheet), standing })] : [];
  });
  const changes = plans.flatMap(({ changes: those }) => those);
  return {
    changes,
    lacking: plans.flatMap(({ lacking }) => lacking),
    remarks: [...file.remarks, ...plans.flatMap(({ remarks }) => remarks)],
    mark: hashOf(changes.map(nameChange)).slice(0, MARK_LENGTH),
  };
}

const MARK_LENGTH = 6;

function nameChange(change: BookChange) {
  if (change.kind === 'row') return [change.addition.worksheet, change.addition.cells];
  const { worksheet, row, column, now, value } = change;
  return [worksheet, row.id, column, now.value, value];
}

interface Compared {
  readonly worksheet: StaffWorksheetKey;
  readonly table: Table;
  readonly untold: ReadonlySet<string> | undefined;
  readonly standing: Standing;
}

function planWorksheet(compared: Compared): Omit<BookPlan, 'mark'> {
  const { worksheet, table, standing } = compared;
  const rows = new Map(standing.rows[worksheet].map((row) => [row.id, row]));
  const found = new Set<string>();
  const changes: BookChange[] = [];
  const remarks: string[] = [];
  const nameless: TableRow[] = [];
  for (const fileRow of table.rows) {
    const row = rows.get(fileRow.idCell);
    if (!row) nameless.push(fileRow);
    else if (found.has(row.id)) {
      remarks.push(
        `Лист «${table.worksheet.title}»: ID ${row.id} стоит в файле не один раз, строка ${fileRow.rowIndex + 1} не взята.`,
      );
    } else {
      found.add(row.id);
      changes.push(...cellChanges(compared, row, fileRow));
    }
  }
  const lacking = [...rows.values()].filter(({ id }) => !found.has(id));
  for (const fileRow of nameless) {
    const same = lacking.findIndex((row) => cellChanges(compared, row, fileRow).length === 0);
    if (same >= 0) lacking.splice(same, 1);
    else changes.push(newRow(compared, fileRow));
  }
  return { changes, lacking: lacking.map((row) => ({ worksheet, row })), remarks };
}

/** Of columns that the file or the sheet lacks nothing can be said. */
function cellChanges(
  { worksheet, table, untold }: Compared,
  row: IdentifiedRow,
  fileRow: TableRow,
): readonly TakenCell[] {
  return Object.entries(fileRow.staff).flatMap(([column, cell]): TakenCell[] => {
    if (
      !(column in row.staff) ||
      untold?.has(placeName(fileRow.rowIndex, placeOfColumn(table.binding, column) ?? -1))
    )
      return [];
    const spec = table.worksheet.columns.find(({ key }) => key === column);
    const now = { value: row.staff[column] ?? null, shown: row.shown?.[column] };
    const text = String(cell ?? '');
    if (isSeenAs(text, now, spec)) return [];
    return [{ kind: 'cell', worksheet, row, column, now, text, value: cellOf(text, spec) }];
  });
}

function newRow({ worksheet, table }: Compared, { rowIndex, staff }: TableRow): TakenRow {
  const specs = new Map(table.worksheet.columns.map((column) => [column.key, column]));
  const cells = Object.entries(staff).flatMap(([key, cell]) =>
    isBlank(cell) ? [] : [[key, cellOf(String(cell), specs.get(key))] as const],
  );
  const addition = { worksheet, rowId: NO_ID, cells: Object.fromEntries(cells) };
  return { kind: 'row', addition, fileRow: rowIndex + 1 };
}
