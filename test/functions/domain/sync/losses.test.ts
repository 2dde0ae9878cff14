import { describe, expect, test } from '@jest/globals';
import { digestOfRows } from '../../../../functions/domain/sync/consent.ts';
import { planSync, type SyncInput } from '../../../../functions/domain/sync/plan-sync.ts';
import type { Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';
import { parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import { A, a, B, b, baseOf, C, c, D, d, e, idOf, late, row } from './execution-rows.ts';

type More = Partial<Pick<SyncInput, 'consent' | 'isFresh' | 'returned' | 'above'>>;

const many = (count: number, cells: (n: number) => Cells) =>
  baseOf(Array.from({ length: count }, (_, n) => ({ school: `ОО № ${n + 1}`, ...cells(n) })));

function planOf(base: ReturnType<typeof baseOf>, rows: readonly SheetRow[], more: More = {}) {
  return planSync(base, rows, {
    naturalKey: ['school', 'measure'],
    nextNumber: base.size + 1,
    makeId: idOf,
    numberOf: (id) => parseRowId(id, 'книга', 'e'),
    consent: undefined,
    ...more,
  });
}

/** The base as the sheet shows it, in so many columns. */
const standing = (base: ReturnType<typeof baseOf>, columns: readonly string[]): readonly SheetRow[] =>
  [...base.values()].map(({ id, cells }) =>
    row(id, Object.fromEntries(['school', ...columns].map((column) => [column, cells[column] ?? null]))),
  );

describe('how many rows may go unasked', () => {
  // A twentieth of those that stand, the part of a row not counted, and three in any case.
  test.each<readonly [rows: number, gone: number, isHeld: boolean, limit: number]>([
    [4, 3, false, 3],
    [5, 4, true, 3],
    [79, 4, true, 3],
    [80, 4, false, 4],
    [90, 4, false, 4],
    [90, 5, true, 4],
    [99, 5, true, 4],
    [100, 5, false, 5],
    [119, 6, true, 5],
    [120, 6, false, 6],
  ])('of %i rows %i: held %s', (count, gone, isHeld, limit) => {
    const base = many(count, () => ({}));
    const { changes, brake } = planOf(base, standing(base, []).slice(gone));
    expect(changes.length).toBe(isHeld ? 0 : gone);
    expect(brake).toEqual(
      isHeld ? { vanished: [...base.keys()].slice(0, gone), emptied: [], limit } : undefined,
    );
  });

  test('an empty sheet that never had rows is no loss', () => {
    expect(planOf(baseOf([]), [])).toMatchObject({ changes: [], ids: [] });
    expect([planOf(baseOf([]), []).brake, planOf(baseOf([A], [a]), []).brake]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('rows that were deleted long ago do not count', () => {
    const base = baseOf(
      Array.from({ length: 100 }, (_, n) => ({ school: `ОО № ${n + 1}` })),
      [idOf(1)],
    );
    const { brake } = planOf(base, standing(base, []).slice(6));
    expect([brake?.vanished.length, brake?.limit]).toEqual([5, 4]);
  });

  test('what the same person brought in minutes ago goes unasked, beside others that are held', () => {
    const base = many(20, () => ({}));
    const fresh = new Set([idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)]);
    const left = (from: number) =>
      planOf(base, standing(base, []).slice(from), { isFresh: (id) => fresh.has(id) });
    expect([left(5).changes.length, left(5).brake]).toEqual([5, undefined]);
    expect([left(8).changes.length, left(8).brake]).toEqual([8, undefined]);
    expect([left(9).changes.length, left(9).brake?.vanished]).toEqual([5, [6, 7, 8, 9].map(idOf)]);
  });

  test('a sheet of fresh rows alone may lose them all, one with an older row may not', () => {
    const base = many(2, () => ({}));
    expect(planOf(base, [], { isFresh: () => true }).changes.length).toBe(2);
    expect(planOf(base, [], { isFresh: (id) => id === idOf(1) })).toMatchObject({
      changes: [{ rowId: idOf(1), kind: 'delete' }],
      brake: { vanished: [idOf(2)] },
    });
  });
});

describe('a column in which nothing stands any more', () => {
  const filled = (count: number, of = 40) => many(of, (n) => (n < count ? { note: `${n}` } : {}));
  const emptied = (base: ReturnType<typeof baseOf>) =>
    standing(base, ['note']).map(({ idCell, cells }) => row(idCell, { ...cells, note: null }));

  test.each<readonly [cells: number, isHeld: boolean]>([
    [3, false],
    [4, true],
  ])('of %i cells: held %s', (count, isHeld) => {
    const base = filled(count);
    const { changes, brake } = planOf(base, emptied(base));
    expect(changes.map(({ cells }) => cells)).toEqual(
      isHeld ? [] : Array.from({ length: count }, (_, n) => ({ note: [`${n}`, null] })),
    );
    expect(brake?.emptied).toEqual(isHeld ? [{ column: 'note', cells: count }] : undefined);
  });

  test('raises no question where its cells went with their rows', () => {
    const base = filled(4, 100);
    const { changes, brake } = planOf(base, standing(base, ['note']).slice(4));
    expect([changes.length, brake]).toEqual([4, undefined]);
  });

  test('counts only the cells of rows that stand', () => {
    const base = filled(6, 100);
    expect(planOf(base, emptied(base).slice(3)).brake).toBeUndefined();
    expect(planOf(base, emptied(base).slice(1)).brake).toBeUndefined();
    expect(planOf(filled(7, 100), emptied(filled(7, 100)).slice(1)).brake?.emptied).toEqual([
      { column: 'note', cells: 6 },
    ]);
  });

  test('raises no question where its cells went with rows that the same person has just typed', () => {
    const base = filled(6);
    expect(planOf(base, emptied(base), { isFresh: () => true }).brake).toBeUndefined();
  });

  test('is held for a single cell where the sheet had lost the column until now', () => {
    const base = filled(1);
    expect(planOf(base, emptied(base), { returned: ['note'] })).toMatchObject({
      changes: [],
      brake: { vanished: [], emptied: [{ column: 'note', cells: 1 }], limit: 3 },
    });
  });

  test('is emptied once a person has said so, and no other with it', () => {
    const base = many(40, (n) => ({ note: `${n}`, link: `${n}` }));
    const rows = standing(base, ['note', 'link']).map(({ idCell, cells }) =>
      row(idCell, { ...cells, note: null, link: null }),
    );
    const { changes, brake } = planOf(base, rows, { consent: { rows: undefined, columns: ['note'] } });
    expect(changes.length).toBe(40);
    expect(changes.flatMap(({ cells }) => Object.keys(cells))).toEqual(Array(40).fill('note'));
    expect(brake?.emptied).toEqual([{ column: 'link', cells: 40 }]);
  });

  test('a yes to the rows is none to the columns', () => {
    const base = filled(40);
    const rows = emptied(base).slice(10);
    const consent = { rows: digestOfRows([...base.keys()].slice(0, 10)), columns: [] };
    expect(planOf(base, rows, { consent })).toMatchObject({
      changes: Array.from({ length: 10 }, () => ({ kind: 'delete' })),
      brake: { vanished: [], emptied: [{ column: 'note', cells: 30 }] },
    });
  });
});

describe('records that stand above the header', () => {
  test.each<
    readonly [what: string, above: readonly SheetRow[], apart: readonly string[], deleted: readonly string[]]
  >([
    ['none', [], [], [a, b]],
    ['one with its id', [row(a, late(A))], [a], [b]],
    ['one without its id, as it was', [row('', B)], [b], [a]],
    ['one without its id, and edited', [row('', late(B))], [], [a, b]],
    ['two', [row(b, B), row(a, A)], [b, a], []],
    ['two equal ones: each row stands apart once', [row('', A), row('', A)], [a], [b]],
    ['one that has the id of one and the cells of another: the id speaks', [row(a, B)], [a], [b]],
    ['one that stands below as well', [row(c, C)], [], [a, b]],
  ])('%s', (_, above, apart, deleted) => {
    const { changes, apart: kept } = planOf(baseOf([A, B, C, D]), [row(c, C), row(d, D)], { above });
    expect([kept, changes.map(({ rowId, kind }) => [rowId, kind])]).toEqual([
      apart,
      deleted.map((id) => [id, 'delete']),
    ]);
  });

  test('that are equal are as many rows', () => {
    const { apart } = planOf(baseOf([A, A, B]), [row(c, B)], { above: [row('', A), row('', A)] });
    expect(apart).toEqual([a, b]);
  });

  test('are no rows that were deleted long ago', () => {
    const { apart } = planOf(baseOf([A, B], [a]), [row(b, B)], { above: [row(a, A)] });
    expect(apart).toEqual([]);
  });

  test('are looked at in the columns that stand there', () => {
    const { apart } = planOf(baseOf([A, B]), [row(b, B)], {
      above: [row('', { school: 'ОО № 1', measure: '1.1' })],
    });
    expect(apart).toEqual([a]);
  });
});

describe('ids that the store does not know', () => {
  test.each<readonly [what: string, idCells: readonly string[], ids: readonly string[], next: number]>([
    ['ours are kept, and later rows are numbered behind them', [idOf(9), ''], [idOf(9), idOf(10)], 11],
    ['a doubled one is kept once', [idOf(9), idOf(9)], [idOf(9), idOf(10)], 11],
    ['a million ahead is a slip of the hand', [idOf(1_000_005), ''], [e, idOf(6)], 7],
    ['just below a million ahead is believed', [idOf(1_000_004)], [idOf(1_000_004)], 1_000_005],
    ['what is no id of ours is not', ['e9-000', 'Итого'], [e, idOf(6)], 7],
  ])('%s', (_, idCells, ids, next) => {
    const rows = idCells.map((idCell, n) => row(idCell, { school: `ОО № ${n + 50}` }));
    const plan = planOf(baseOf([A, B, C, D]), [row(a, A), row(b, B), row(c, C), row(d, D), ...rows]);
    expect([plan.ids.slice(4), plan.nextNumber]).toEqual([ids, next]);
  });

  test('one that stands twice makes a copy of the second, though the store has lost the row', () => {
    const { conflicts } = planOf(baseOf([A]), [row(a, A), row(idOf(9), B), row(idOf(9), B)]);
    expect(conflicts).toEqual([
      { kind: 'doubled', index: 2, idCell: idOf(9), rowId: idOf(10), isKnown: false },
    ]);
  });
});
