import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOfRows, type Consent } from '../../../../functions/domain/sync/consent.ts';
import { planSync, type SyncPlan } from '../../../../functions/domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import { columnsOf, type BaseRow, type SheetRow } from '../../../../functions/domain/sync/row.ts';
import '../../../support/property-seed.ts';
import { firstRows, gestures, perform, type Gesture, type Sheet } from './editor.ts';
import { runs } from '../../../support/long.ts';

type Base = ReadonlyMap<string, BaseRow>;

const plan = (base: Base, { rows }: Sheet, consent?: Consent): SyncPlan =>
  planSync(base, rows, {
    naturalKey: ['school', 'measure'],
    nextNumber: base.size + 1,
    makeId: (number) => formatRowId('книга', 'e', number),
    numberOf: (id) => parseRowId(id, 'книга', 'e'),
    consent,
  });

/** A yes to whatever the brake asks. */
function planWithYes(base: Base, sheet: Sheet): SyncPlan {
  const held = plan(base, sheet);
  if (!held.brake) return held;
  const { vanished, emptied } = held.brake;
  return plan(base, sheet, {
    rows: digestOfRows(vanished),
    columns: emptied.map(({ column }) => column),
  });
}

function apply(base: Base, { changes }: SyncPlan): Base {
  const next = new Map(base);
  for (const { rowId, kind, after } of changes)
    next.set(rowId, { id: rowId, cells: after, isDeleted: kind === 'delete' });
  return next;
}

const healed = (sheet: Sheet, { ids }: SyncPlan): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row, index) => ({ ...row, idCell: ids[index] ?? '' })),
});

const filled = ({ cells }: Pick<SheetRow, 'cells'>) =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));

const live = (base: Base) => [...base.values()].filter(({ isDeleted }) => !isDeleted);

interface Pass {
  readonly base: Base;
  readonly sheet: Sheet;
  readonly plan: SyncPlan;
  readonly after: Base;
}

/** In a sheet all rows have the same columns. */
function evenOut(rows: readonly SheetRow[]): SheetRow[] {
  const blank = Object.fromEntries(columnsOf(rows).map((column) => [column, null]));
  return rows.map(({ idCell, cells }) => ({ idCell, cells: { ...blank, ...cells } }));
}

/** A first load, and then a pass after each bout of gestures. */
function passesOf([cells, bouts]: readonly [readonly SheetRow['cells'][], readonly (readonly Gesture[])[]]) {
  const passes: Pass[] = [];
  let base: Base = new Map();
  let sheet: Sheet = { rows: cells.map((each) => ({ idCell: '', cells: each })), deleted: [] };
  for (const bout of [[], ...bouts]) {
    for (const gesture of bout) perform(sheet, gesture);
    sheet = { ...sheet, rows: evenOut(sheet.rows) };
    const decided = planWithYes(base, sheet);
    const after = apply(base, decided);
    passes.push({ base, sheet: { ...sheet, rows: [...sheet.rows] }, plan: decided, after });
    [base, sheet] = [after, healed(sheet, decided)];
  }
  return passes;
}

const passes = fc.tuple(firstRows, fc.array(gestures, { maxLength: 4 })).map(passesOf);

function always(check: (pass: Pass) => void): void {
  fc.assert(
    fc.property(passes, (all) => all.forEach(check)),
    runs(200),
  );
}

describe('whatever the editors do between two passes', () => {
  test('every row has an id, and no id stands twice', () =>
    always(({ sheet, plan: { ids } }) => {
      expect(ids.length).toBe(sheet.rows.length);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => parseRowId(id, 'книга', 'e') !== undefined)).toBe(true);
    }));

  test('rows with unchanged content keep their ids in any order', () =>
    always(({ base, sheet, plan: { ids } }) => {
      const columns = columnsOf(sheet.rows);
      const keyOf = ({ cells }: Pick<SheetRow, 'cells'>) => {
        const values = columns.map((column) => cells[column] ?? null);
        return values.every((value) => value === null) ? '' : JSON.stringify(values);
      };
      const known = Map.groupBy(live(base), keyOf);
      const standing = Map.groupBy(sheet.rows.keys(), (index) => keyOf(sheet.rows[index] ?? { cells: {} }));
      for (const [key, indexes] of standing) {
        const before = known.get(key)?.length ?? 0;
        // A deleted row that came back under its own id is as good.
        const kept = indexes.filter((index) => keyOf(base.get(ids[index] ?? '') ?? { cells: {} }) === key);
        // Of rows that are as their one id says all but one are copies: new rows, while the others may be anybody.
        const bearers = indexes.map((index) => {
          const { idCell = '' } = sheet.rows[index] ?? {};
          return keyOf(base.get(idCell) ?? { cells: {} }) === key ? idCell : index;
        });
        const originals = new Set(bearers).size;
        if (key !== '') expect(kept.length).toBeGreaterThanOrEqual(Math.min(before, originals));
      }
    }));

  test('the live rows of the store are the rows of the sheet, cell by cell', () =>
    always(({ sheet, plan: { ids }, after }) => {
      const columns = new Set(columnsOf(sheet.rows));
      const kept = ([column]: readonly [string, unknown]) => columns.has(column) || column.startsWith('x@');
      const stored = ids.map((id) =>
        Object.fromEntries(Object.entries(after.get(id)?.cells ?? {}).filter(kept)),
      );
      expect(stored).toEqual(sheet.rows.map(filled));
      expect(new Set(live(after).map(({ id }) => id))).toEqual(new Set(ids));
    }));

  test('a second look finds nothing to do', () =>
    always(({ sheet, plan: first, after }) => {
      const again = plan(after, healed(sheet, first));
      expect([again.changes, again.conflicts, again.brake]).toEqual([[], [], undefined]);
      expect(again.ids).toEqual(first.ids);
    }));

  test('nothing leaves the store: rows become tombstones, and each change tells what stood there', () =>
    always(({ base, plan: { changes }, after }) => {
      for (const id of base.keys()) expect(after.has(id)).toBe(true);
      expect(new Set(changes.map(({ rowId }) => rowId)).size).toBe(changes.length);
      for (const { rowId, kind, cells, after: now } of changes) {
        const before = base.get(rowId)?.cells ?? {};
        if (kind === 'delete') expect(now).toEqual(before);
        for (const [column, [old]] of Object.entries(cells)) expect(old).toBe(before[column] ?? null);
        const undone = Object.entries(cells).map(([column, [old]]) => [column, old] as const);
        expect(filled({ cells: { ...now, ...Object.fromEntries(undone) } })).toEqual(before);
      }
    }));

  test('without a yes the brake deletes no row and empties no column', () => {
    fc.assert(
      fc.property(passes, (all) => {
        for (const { base, sheet } of all) {
          const { brake, changes } = plan(base, sheet);
          const deleted = changes.filter(({ kind }) => kind === 'delete');
          if (brake?.vanished.length) expect(deleted).toEqual([]);
          for (const { column } of brake?.emptied ?? [])
            expect(changes.filter(({ cells }) => cells[column]?.[1] === null)).toEqual([]);
        }
      }),
      runs(200),
    );
  });
});
