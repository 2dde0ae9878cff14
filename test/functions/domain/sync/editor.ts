import fc from 'fast-check';
import type { Cells, CellValue, SheetRow } from '../../../../functions/domain/sync/row.ts';

/** A sheet in the hands of an editor; rows from top to bottom, and what was deleted, for undoing it. */
export interface Sheet {
  rows: SheetRow[];
  readonly deleted: SheetRow[];
}

const COLUMNS = ['school', 'measure', 'mark', 'note'] as const;

/** Few values, so that rows are alike often. */
const VALUES: readonly CellValue[] = ['1.1', 'ОО № 1', 'выполнено', '', 5, '5', true, null];

/** One gesture: what, where, where to, and a value. */
export interface Gesture {
  readonly kind: keyof typeof GESTURES;
  readonly from: number;
  readonly to: number;
  readonly pick: number;
}

interface Hand {
  readonly from: number;
  readonly to: number;
  readonly pick: number;
}

const valueAt = (pick: number): CellValue => (VALUES[pick % VALUES.length] || null) ?? null;
const columnAt = (pick: number): string => COLUMNS[pick % COLUMNS.length] ?? 'note';

function put(sheet: Sheet, index: number, row: SheetRow): void {
  sheet.rows[index] = row;
}

/** The range as it would stand with its values in another order and the ids left behind. */
function reverseValues({ rows }: Sheet, from: number, to: number): SheetRow[] {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  return rows.map(({ idCell }, index) => {
    const source = index < start || index > end ? index : start + end - index;
    return { idCell, cells: rows[source]?.cells ?? {} };
  });
}

const GESTURES = {
  edit: (sheet: Sheet, { from, pick }: Hand) => {
    const row = sheet.rows[from];
    if (row) put(sheet, from, { ...row, cells: { ...row.cells, [columnAt(from + pick)]: valueAt(pick) } });
  },
  insert: (sheet: Sheet, { to, pick }: Hand) => {
    const cells: Cells = { school: valueAt(pick), measure: valueAt(to), mark: null, note: 'новая' };
    sheet.rows.splice(to, 0, { idCell: '', cells });
  },
  delete: (sheet: Sheet, { from }: Hand) => sheet.deleted.push(...sheet.rows.splice(from, 1)),
  undoDeletion: (sheet: Sheet, { to }: Hand) => sheet.rows.splice(to, 0, ...sheet.deleted.splice(-1)),
  retypeDeleted: (sheet: Sheet, { to }: Hand) =>
    sheet.rows.splice(to, 0, ...sheet.deleted.slice(-1).map(({ cells }) => ({ idCell: '', cells }))),
  copy: (sheet: Sheet, { from, to }: Hand) => sheet.rows.splice(to, 0, ...sheet.rows.slice(from, from + 1)),
  copyBlock: (sheet: Sheet, { from, to }: Hand) =>
    sheet.rows.splice(to, 0, ...sheet.rows.slice(from, from + 3)),
  pasteOver: (sheet: Sheet, { from, to }: Hand) => {
    const row = sheet.rows[from];
    if (row && sheet.rows[to]) put(sheet, to, row);
  },
  pasteValuesOver: (sheet: Sheet, { from, to }: Hand) => {
    const [row, target] = [sheet.rows[from], sheet.rows[to]];
    if (row && target) put(sheet, to, { idCell: target.idCell, cells: row.cells });
  },
  move: (sheet: Sheet, { from, to }: Hand) => sheet.rows.splice(to, 0, ...sheet.rows.splice(from, 1)),
  sort: (sheet: Sheet, { pick }: Hand) => {
    const text = ({ cells }: SheetRow) => String(cells[columnAt(pick)] ?? '');
    sheet.rows.sort((a, b) => (text(a) < text(b) ? -1 : 1));
  },
  sortWithoutIds: (sheet: Sheet, { from, to }: Hand) => (sheet.rows = reverseValues(sheet, from, to)),
  clearId: (sheet: Sheet, { from }: Hand) => {
    const row = sheet.rows[from];
    if (row) put(sheet, from, { ...row, idCell: '' });
  },
  clearIds: (sheet: Sheet) => (sheet.rows = sheet.rows.map(({ cells }) => ({ idCell: '', cells }))),
  fillIdDown: (sheet: Sheet, { from, to }: Hand) => {
    const [id, row] = [sheet.rows[from]?.idCell, sheet.rows[to]];
    if (id !== undefined && row) put(sheet, to, { ...row, idCell: id });
  },
  foreignId: (sheet: Sheet, { from, pick }: Hand) => {
    const row = sheet.rows[from];
    if (row) put(sheet, from, { ...row, idCell: `чужой ${pick}` });
  },
  swapIds: (sheet: Sheet, { from, to }: Hand) => {
    const [one, other] = [sheet.rows[from], sheet.rows[to]];
    if (!one || !other) return;
    put(sheet, from, { ...one, idCell: other.idCell });
    put(sheet, to, { ...other, idCell: one.idCell });
  },
  clearColumn: (sheet: Sheet, { pick }: Hand) => {
    sheet.rows = sheet.rows.map((row) => ({ ...row, cells: { ...row.cells, [columnAt(pick)]: null } }));
  },
  loseColumn: (sheet: Sheet) => {
    sheet.rows = sheet.rows.map(({ idCell, cells: { note: _, ...cells } }) => ({ idCell, cells }));
  },
  addColumn: (sheet: Sheet, { pick }: Hand) => {
    sheet.rows = sheet.rows.map((row, n) => ({
      ...row,
      cells: { ...row.cells, 'x:Моё': valueAt(pick + n) },
    }));
  },
  typeBeside: (sheet: Sheet, { from, pick }: Hand) => {
    sheet.rows = sheet.rows.map((row, n) => {
      const cells = { ...row.cells, 'x@Z': n === from ? valueAt(pick) : (row.cells['x@Z'] ?? null) };
      return { ...row, cells };
    });
  },
} satisfies Readonly<Record<string, (sheet: Sheet, hand: Hand) => unknown>>;

/** Rows of the gesture that the sheet does not have are those at its end. */
export function perform(sheet: Sheet, { kind, ...hand }: Gesture): void {
  const last = Math.max(0, sheet.rows.length - 1);
  const gesture: (sheet: Sheet, hand: Hand) => unknown = GESTURES[kind];
  gesture(sheet, { ...hand, from: Math.min(hand.from, last), to: Math.min(hand.to, last) });
}

const place = fc.nat(14);

export const gestures: fc.Arbitrary<readonly Gesture[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(GESTURES) as Gesture['kind'][])),
    from: place,
    to: place,
    pick: fc.nat(40),
  }),
  { maxLength: 8 },
);

const cell = fc.constantFrom(...VALUES.map((value) => value || null));

export const firstRows: fc.Arbitrary<readonly Cells[]> = fc.array(
  fc.record({ school: cell, measure: cell, mark: cell, note: fc.oneof(cell, fc.string()) }),
  { maxLength: 12 },
);
