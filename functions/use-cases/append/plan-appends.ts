import { isNameless, namelessColumn, type Cells } from '../../domain/sync/row.ts';
import type { Binding } from '../../workbook/table/bind-columns.ts';
import type { Cell } from '../../workbook/layout/layout.ts';
import { heightOfRow } from '../../workbook/table/look/row-heights.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { positionsOf } from '../sync/writing/guard-edits.ts';
import type { RowName } from '../history/row-target.ts';
import type { SheetEdit, SpreadsheetOutline } from '../ports/spreadsheets.ts';
import type { Standing } from '../sync/reading/read-standing.ts';

/** A row that is to stand below the last of its worksheet: a new one, or one that is gone. */
export interface Addition extends RowName {
  readonly cells: Cells;
}

/** Well below the 2 MB of a request, at up to six bytes a character and the framing of each cell. */
const MAX_CHARACTERS = 200_000;

/** As many of the additions as one call can hold, at least one. */
export function firstThatFit(additions: readonly Addition[]): readonly Addition[] {
  let size = 0;
  const end = additions.findIndex(({ cells }, index) => {
    size += FRAMING + JSON.stringify(cells).length;
    return index > 0 && size > MAX_CHARACTERS;
  });
  return end < 0 ? additions : additions.slice(0, end);
}

/** Characters that the framing of a row's cells may take, filled or empty. */
const FRAMING = 1_000;

/** Of a row that has none yet: its id is the synchronisation's to give. */
export const NO_ID = '';

/** The rows below the last of their sheets, each cell under its own header wherever that stands, the id with them. */
export function planAppends(
  additions: readonly Addition[],
  { tables, sheets }: Standing,
  { tabs }: SpreadsheetOutline,
): readonly SheetEdit[] {
  return [...Map.groupBy(additions, ({ worksheet }) => worksheet)].flatMap(([worksheet, those]) => {
    const table = tables[worksheet];
    const sheet = sheets[worksheet];
    const { sheetId, binding } = table;
    const width = tabs.find((tab) => tab.sheetId === sheetId)?.columnCount ?? 0;
    const findColumn = columnFinder(binding, width);
    const standing = sheet.kind === 'complete' ? sheet.rows : [];
    const rows = those.map((addition) => rowOf(addition, findColumn));
    const pixels = those.map(({ cells }) => heightOfRow(WORKSHEETS[worksheet], cells));
    return [
      {
        kind: 'assert_positions',
        sheetId,
        positions: positionsOf(table, { rows: standing }),
      },
      { kind: 'append_rows', sheetId, rows, heights: { from: standing.length, pixels } },
    ];
  });
}

type FindColumn = (key: string) => number | undefined;

/** Of a column that the sheet has lost nothing is written; a column without a header is where it always was. */
function columnFinder({ columns, extra }: Binding, width: number): FindColumn {
  const own = new Map(extra.map(({ key, index }) => [key, index]));
  const taken = new Set([...columns.values(), ...own.values()]);
  return (key) => {
    const index = columns.get(key) ?? own.get(key);
    if (index !== undefined || !isNameless(key)) return index;
    const place = placeOf(key);
    return taken.has(place) || place >= width ? undefined : place;
  };
}

/** `x@H` → 7. */
function placeOf(key: string): number {
  const letters = key.slice(namelessColumn('').length);
  return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowOf({ rowId, cells }: Addition, findColumn: FindColumn): readonly Cell[] {
  const row: Cell[] = [];
  for (const [key, value] of Object.entries({ ...cells, id: rowId === NO_ID ? null : rowId })) {
    const column = findColumn(key);
    if (column !== undefined) row[column] = value;
  }
  return Array.from(row, (cell) => cell ?? null);
}
