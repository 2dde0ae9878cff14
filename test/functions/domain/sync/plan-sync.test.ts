import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOfRows, type Consent } from '../../../../functions/domain/sync/consent.ts';
import { planSync } from '../../../../functions/domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import type { BaseRow, Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';

const base = (...rows: readonly (readonly [id: string, cells: Cells, isDeleted?: boolean])[]) =>
  new Map<string, BaseRow>(rows.map(([id, cells, isDeleted = false]) => [id, { id, cells, isDeleted }]));

const row = (idCell: string, cells: Cells): SheetRow => ({ idCell, cells });

const plan = (known: ReadonlyMap<string, BaseRow>, rows: readonly SheetRow[], consent?: Consent) =>
  planSync(known, rows, {
    naturalKey: ['name'],
    nextNumber: 10,
    makeId: (number) => `new${number}`,
    numberOf: (id) => (id.startsWith('new') ? Number(id.slice(3)) : undefined),
    consent,
  });

const A = { name: 'А', value: 1 };
const B = { name: 'Б', value: 2 };
const C = { name: 'В', value: 3 };
const KNOWN = base(['a', A], ['b', B], ['c', C]);

describe('which row is which', () => {
  test.each<[string, readonly SheetRow[], readonly string[]]>([
    ['the id in the cell', [row('a', A), row('b', B), row('c', C)], ['a', 'b', 'c']],
    ['a cleared id is found by content', [row('a', A), row('', B), row('c', C)], ['a', 'b', 'c']],
    [
      'a cleared id of an edited row is found by its name',
      [row('a', A), row('', { ...B, value: 9 }), row('c', C)],
      ['a', 'b', 'c'],
    ],
    [
      'of a doubled id the known row keeps it, wherever the copy stands',
      [row('a', { name: 'Г', value: 1 }), row('a', A), row('b', B), row('c', C)],
      ['new10', 'a', 'b', 'c'],
    ],
    [
      'ids that stayed behind in a sort follow the content',
      [row('a', C), row('b', A), row('c', B)],
      ['c', 'a', 'b'],
    ],
    [
      'a foreign id is a new row',
      [row('a', A), row('b', B), row('c', C), row('zz', { name: 'Г' })],
      ['a', 'b', 'c', 'new10'],
    ],
    [
      'an edited name with its id is an edit',
      [row('a', { ...A, name: 'Аа' }), row('b', B), row('c', C)],
      ['a', 'b', 'c'],
    ],
    [
      'new rows are numbered in order',
      [row('a', A), row('', { name: 'Г' }), row('', { name: 'Д' }), row('b', B), row('c', C)],
      ['a', 'new10', 'new11', 'b', 'c'],
    ],
  ])('%s', (_, rows, ids) => {
    expect(plan(KNOWN, rows).ids).toEqual(ids);
  });

  test('a row that came back by undo, or was pasted again without its id, is restored', () => {
    const known = base(['a', A], ['b', B, true]);
    const byId = plan(known, [row('a', A), row('b', B)]);
    const byContent = plan(known, [row('a', A), row('', B)]);
    const restored = [{ rowId: 'b', kind: 'restore', cells: {}, after: B }];
    expect([byId.changes, byContent.changes]).toEqual([restored, restored]);
  });

  test('any order, with ids cleared at will, keeps every row its id and changes nothing', () => {
    const rows = fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1 }), value: fc.nat(5) }), {
      selector: ({ name }) => name,
      minLength: 1,
      maxLength: 20,
    });
    const shuffled = rows.chain((cells) => {
      const known = cells.map((each, index) => ({ id: `id${index}`, cells: each }));
      return fc.tuple(
        fc.constant(known),
        fc.shuffledSubarray(known, { minLength: known.length }),
        fc.array(fc.boolean(), { minLength: known.length, maxLength: known.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([known, order, cleared]) => {
        const store = base(...known.map(({ id, cells }) => [id, cells] as const));
        const seen = order.map(({ id, cells }, index) => row(cleared[index] ? '' : id, cells));
        const { ids, changes } = plan(store, seen);
        expect(ids).toEqual(order.map(({ id }) => id));
        expect(changes).toEqual([]);
      }),
    );
  });

  test('no base row is ever given to two sheet rows', () => {
    const cells = fc.record({ name: fc.constantFrom('А', 'Б', 'В'), value: fc.nat(2) });
    const ids = fc.constantFrom('', 'a', 'b', 'c', 'zz');
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, cells)), (rows) => {
        const result = plan(
          KNOWN,
          rows.map(([id, each]) => row(id, each)),
        ).ids;
        expect(new Set(result).size).toBe(result.length);
      }),
    );
  });
});

describe('what is changed', () => {
  test('a cell that differs is told with old and new', () => {
    expect(plan(KNOWN, [row('a', { ...A, value: 7 }), row('b', B), row('c', C)]).changes).toEqual([
      { rowId: 'a', kind: 'update', cells: { value: [1, 7] }, after: { name: 'А', value: 7 } },
    ]);
  });

  test('a cleared cell is a change; a column that the sheet lost is none', () => {
    expect(
      plan(KNOWN, [row('a', { name: 'А', value: null }), row('b', { name: 'Б' }), row('c', C)]).changes,
    ).toEqual([{ rowId: 'a', kind: 'update', cells: { value: [1, null] }, after: { name: 'А' } }]);
  });

  test('few vanished rows are deleted and keep their last content', () => {
    expect(plan(KNOWN, [row('a', A)]).changes).toEqual([
      { rowId: 'b', kind: 'delete', cells: {}, after: B },
      { rowId: 'c', kind: 'delete', cells: {}, after: C },
    ]);
  });

  const many = base(...Array.from({ length: 100 }, (_, n) => [`r${n}`, { name: `${n}` }] as const));
  const left = (count: number) => [...many.values()].slice(0, count).map(({ id, cells }) => row(id, cells));

  test('five of a hundred may go, six are held until a person confirms', () => {
    expect(plan(many, left(95)).changes.length).toBe(5);
    const held = plan(many, left(94));
    expect([held.changes, held.brake?.vanished.length, held.brake?.limit]).toEqual([[], 6, 5]);
    const rows = digestOfRows(held.brake?.vanished ?? []);
    expect(plan(many, left(94), { rows, columns: [] }).changes.length).toBe(6);
  });

  test('a yes deletes the rows that were asked about, and neither six others nor one more', () => {
    const without = (from: number, count: number) => left(100).toSpliced(from, count);
    const asked = plan(many, without(0, 6)).brake?.vanished ?? [];
    const consent = { rows: digestOfRows(asked.toReversed()), columns: [] };
    expect(plan(many, without(0, 6), consent).changes.map(({ rowId }) => rowId)).toEqual(asked);
    for (const [from, count] of [
      [10, 6],
      [1, 6],
      [0, 7],
    ] as const) {
      const { changes, brake } = plan(many, without(from, count), consent);
      expect([changes, brake?.vanished.length]).toEqual([[], count]);
    }
  });

  test('a sheet that lost its last row is held, however few they were', () => {
    expect(plan(KNOWN, []).brake?.vanished).toEqual(['a', 'b', 'c']);
    expect(plan(KNOWN, [], { rows: digestOfRows(['a', 'b', 'c']), columns: [] }).changes.length).toBe(3);
  });

  test('an id that was given once is kept though the store lost its row, and no later row gets it', () => {
    const { ids, nextNumber } = plan(base(), [row('new41', A), row('new41', B), row('', C)]);
    expect([ids, nextNumber]).toEqual([['new41', 'new42', 'new43'], 44]);
  });
});

describe('a row id', () => {
  test('is known again in its own workbook and worksheet only', () => {
    const id = formatRowId('книга 1', 'e', 42);
    expect(id).toMatch(/^e42-[0-9a-f]{3}$/u);
    expect(parseRowId(id, 'книга 1', 'e')).toBe(42);
    expect(parseRowId(id, 'книга 2', 'e')).toBeUndefined();
    expect(parseRowId(id, 'книга 1', 's')).toBeUndefined();
    expect(parseRowId('чужое', 'книга 1', 'e')).toBeUndefined();
  });
});
