import { countOf, NOUNS } from '../../domain/text/russian.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { placeCell, type RowPlace } from './control-sheet.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import type { Cell, CellStyle, LayoutCell, LayoutRow, SheetLayout } from '../layout/layout.ts';
import { BODY_STYLE, HEADER_STYLE, PALETTE, TITLE_STYLE } from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { columnTitle, holdsDate, nameRow } from '../table/show-cell.ts';
import type { RowCells } from '../table/table.ts';

export const RECOVERY_TITLE = 'Восстановление';

interface ListedRow {
  readonly worksheet: StaffWorksheetKey;
  readonly rowId: RowId;
  readonly cells: RowCells;
}

/** A row that stands in its sheet. */
export interface StandingRow extends ListedRow {
  readonly place: RowPlace;
}

/** A cell that is not what it was. */
export interface Difference {
  readonly row: StandingRow;
  /** Key of the column. */
  readonly column: string;
  readonly was: Cell;
  readonly now: Cell;
}

export interface Recovery {
  /** Russian: what was to be restored, and to which point. */
  readonly subject: string;
  readonly differences: readonly Difference[];
  /** Rows that the point did not know yet. */
  readonly newer: readonly StandingRow[];
  /** Rows that were appended. */
  readonly returned: readonly ListedRow[];
}

/** More than anyone copies by hand; the rest is counted in the section's title. */
export const MAX_RECOVERY_ROWS = 1_000;

const HEADERS = ['Лист', 'Строка', 'ID', 'Запись', 'Столбец', 'Было', 'Сейчас'] as const;
const WIDTHS = [120, 70, 80, 260, 160, 340, 340];

/**
 * «Восстановление»: what differs from the wanted point and is left to a person, because the functions write over
 * no cell that staff own. What was appended comes last: without it the sheet is the same when asked again.
 */
export function layoutRecovery(recovery: Recovery): SheetLayout {
  const { subject, differences, newer, returned } = recovery;
  return layoutServerSheet({
    title: RECOVERY_TITLE,
    tabColour: '#b45309',
    columnWidths: WIDTHS,
    rows: [
      line(`Восстановление: ${subject}`, true),
      line('Ваши ячейки система не переписывает: что нужно вернуть, скопируйте из столбца «Было».'),
      { height: 30, cells: HEADERS.map((value) => ({ value, style: HEADER_STYLE })) },
      ...section('Отличается', differences.map(differenceRow), NOUNS.cell),
      ...section('Появилось позже и осталось на месте', newer.map(newerRow), NOUNS.row),
      ...(returned.length > 0
        ? section('Возвращено в конец листа', returned.map(returnedRow), NOUNS.row)
        : []),
    ],
    frozenRows: 3,
    spareRows: 5,
  });
}

function line(value: string, isTitle = false): LayoutRow {
  return { cells: [isTitle ? { value, style: TITLE_STYLE } : { value }] };
}

function section(title: string, rows: readonly LayoutRow[], nouns: Parameters<typeof countOf>[1]) {
  const shown = rows.slice(0, MAX_RECOVERY_ROWS);
  const cut = rows.length > shown.length ? ` Показаны первые ${shown.length}.` : '';
  const head = `${title}: ${countOf(rows.length, nouns)}.${cut}`;
  const style: CellStyle = { bold: true, background: PALETTE.section };
  return [{ cells: HEADERS.map((_, column) => ({ value: column === 0 ? head : null, style })) }, ...shown];
}

/** The values themselves, so that they can be copied: a date stays a date. */
function differenceRow({ row, column, was, now }: Difference): LayoutRow {
  const { worksheet } = row;
  const cellOf = (value: Cell): LayoutCell => ({
    value,
    style: { ...BODY_STYLE, align: 'left', ...(holdsDate(worksheet, column, value) && { format: 'date' }) },
  });
  const title = { value: columnTitle(worksheet, column), style: BODY_STYLE };
  return bodyRow(row, placeCell(row.place), [title, cellOf(was), cellOf(now)]);
}

const BLANKS: readonly LayoutCell[] = Array.from({ length: 3 }, () => ({ value: null, style: BODY_STYLE }));

function newerRow(row: StandingRow): LayoutRow {
  return bodyRow(row, placeCell(row.place), BLANKS);
}

function returnedRow(row: ListedRow): LayoutRow {
  return bodyRow(row, placeCell(undefined), BLANKS);
}

function bodyRow(row: ListedRow, place: LayoutCell, rest: readonly LayoutCell[]): LayoutRow {
  const { worksheet, rowId, cells } = row;
  return {
    cells: [
      { value: WORKSHEETS[worksheet].title, style: BODY_STYLE },
      place,
      { value: rowId, style: BODY_STYLE },
      { value: nameRow(worksheet, cells) || null, style: BODY_STYLE },
      ...rest,
    ],
  };
}
