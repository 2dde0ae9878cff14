import { describe, expect, test } from '@jest/globals';
import { digestOfRows } from '../../../../functions/domain/sync/consent.ts';
import { formatRowId } from '../../../../functions/domain/sync/row-id.ts';
import type { Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';
import { planSync } from '../../../../functions/domain/sync/plan-sync.ts';
import { A, B, C, D, a, b, baseOf, c, d, e, f, idOf, KNOWN, late, plan, row } from './execution-rows.ts';

interface Case {
  readonly rows: readonly SheetRow[];
  readonly ids: readonly string[];
  readonly conflicts?: readonly string[];
  readonly changes?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'nothing happened': { rows: [row(a, A), row(b, B), row(c, C), row(d, D)], ids: [a, b, c, d] },
  'the whole sheet was sorted': { rows: [row(d, D), row(b, B), row(a, A), row(c, C)], ids: [d, b, a, c] },
  'a range was sorted without the id column': {
    rows: [row(a, D), row(b, C), row(c, B), row(d, A)],
    ids: [d, c, b, a],
    conflicts: ['swapped', 'swapped', 'swapped', 'swapped'],
  },
  'sorted without the id column, and every row edited before the next look': {
    rows: [row(a, late(D)), row(b, late(C)), row(c, late(B)), row(d, late(A))],
    ids: [d, c, b, a],
    conflicts: ['swapped', 'swapped', 'swapped', 'swapped'],
    changes: ['update', 'update', 'update', 'update'],
  },
  'one id was cleared': {
    rows: [row(a, A), row('', B), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    conflicts: ['cleared'],
  },
  'the id column was cleared, and the rows edited': {
    rows: [row('', late(C)), row('', late(A)), row('', late(D)), row('', late(B))],
    ids: [c, a, d, b],
    conflicts: ['cleared', 'cleared', 'cleared', 'cleared'],
    changes: ['update', 'update', 'update', 'update'],
  },
  'the name of a row that lost its id was typed in another way': {
    rows: [row(a, A), row('', { ...B, school: ' оо  № 1', note: 'иначе' }), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    conflicts: ['cleared'],
    changes: ['update'],
  },
  'a row was copied below': {
    rows: [row(a, A), row(b, B), row(c, C), row(d, D), row(b, B)],
    ids: [a, b, c, d, e],
    conflicts: ['doubled'],
    changes: ['create'],
  },
  'a row was copied in front of the original': {
    rows: [row(c, C), row(a, A), row(b, B), row(c, C), row(d, D)],
    ids: [e, a, b, c, d],
    conflicts: ['doubled'],
    changes: ['create'],
  },
  'a block was copied in front of the originals': {
    rows: [row(b, B), row(c, C), row(a, A), row(b, B), row(c, C), row(d, D)],
    ids: [e, f, a, b, c, d],
    conflicts: ['doubled', 'doubled'],
    changes: ['create', 'create'],
  },
  'a copy in front of the original was edited': {
    rows: [row(a, A), row(b, { ...B, measure: '2.1' }), row(b, B), row(c, C), row(d, D)],
    ids: [a, e, b, c, d],
    conflicts: ['doubled'],
    changes: ['create'],
  },
  'a row was copied and both were edited': {
    rows: [row(a, A), row(b, { ...B, measure: '2.1', note: '' }), row(b, late(B)), row(c, C), row(d, D)],
    ids: [a, e, b, c, d],
    conflicts: ['doubled'],
    changes: ['create', 'update'],
  },
  'the original was deleted after its copy was made': {
    rows: [row(a, A), row(c, C), row(d, D), row(b, B)],
    ids: [a, c, d, b],
  },
  'a row was cut and pasted elsewhere': {
    rows: [row(b, B), row(c, C), row(d, D), row(a, A)],
    ids: [b, c, d, a],
  },
  'the cells of a row were cut without its id': {
    rows: [row(b, B), row(c, C), row(d, D), row('', A)],
    ids: [b, c, d, a],
    conflicts: ['cleared'],
  },
  'the cells of a row were pasted over another row': {
    rows: [row(b, B), row(c, A), row(d, D)],
    ids: [b, a, d],
    conflicts: ['swapped'],
    changes: ['delete'],
  },
  'cells were shifted down to make room for a row': {
    rows: [row(a, { school: 'ОО № 3' }), row(b, A), row(c, B), row(d, late(C)), row('', D)],
    ids: [e, a, b, c, d],
    conflicts: ['doubled', 'swapped', 'swapped', 'swapped', 'cleared'],
    changes: ['create', 'update'],
  },
  'an id was typed over': {
    rows: [row(a, A), row('без номера', B), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    conflicts: ['foreign'],
  },
  'a row came from another workbook': {
    rows: [
      row(a, A),
      row(b, B),
      row(c, C),
      row(d, D),
      row(formatRowId('другая', 'e', 2), { school: 'ОО № 9' }),
    ],
    ids: [a, b, c, d, e],
    conflicts: ['foreign'],
    changes: ['create'],
  },
  'ids were swapped by hand': {
    rows: [row(b, A), row(a, B), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    conflicts: ['swapped', 'swapped'],
  },
  'ids of one row were filled down': {
    rows: [row(a, A), row(a, B), row(a, C), row(a, D)],
    ids: [a, b, c, d],
    conflicts: ['swapped', 'swapped', 'swapped'],
  },
  'the name of a row was corrected': {
    rows: [row(a, { ...A, school: 'ОО № 11' }), row(b, B), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    changes: ['update'],
  },
  'a row took the name of one that was deleted': {
    rows: [row(a, { ...A, measure: '1.2' }), row(c, C), row(d, D)],
    ids: [a, c, d],
    changes: ['update', 'delete'],
  },
  'a column was added and filled, and the ids cleared': {
    rows: [C, B, A, D].map((cells, n) => row('', { ...cells, 'x:Моё': n })),
    ids: [c, b, a, d],
    conflicts: ['cleared', 'cleared', 'cleared', 'cleared'],
    changes: ['update', 'update', 'update', 'update'],
  },
  'a column was deleted, and a range sorted without the id column': {
    rows: [B, A, D, C].map(({ note: _, ...cells }, n) => row(idOf(n + 1), cells)),
    ids: [b, a, d, c],
    conflicts: ['swapped', 'swapped', 'swapped', 'swapped'],
  },
  'a number was typed anew as text': {
    rows: [row(a, { ...A, doneOn: '46100' }), row(b, B), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    changes: ['update'],
  },
  'a huge text was pasted': {
    rows: [row(a, { ...A, note: 'ы'.repeat(50_000) }), row(b, B), row(c, C), row(d, D)],
    ids: [a, b, c, d],
    changes: ['update'],
  },
};

describe('rows heal', () => {
  test.each(Object.entries(CASES))('%s', (_, { rows, ids, conflicts = [], changes = [] }) => {
    const result = plan(rows);
    expect(result.ids).toEqual(ids);
    expect(result.conflicts.map(({ kind }) => kind)).toEqual(conflicts);
    expect(result.changes.map(({ kind }) => kind).toSorted()).toEqual([...changes].toSorted());
  });

  test('a conflict tells what stood in the cell, whose row it is, and whether the row was known', () => {
    const { conflicts } = plan([row(a, A), row(a, B), row(c, C), row(d, D), row(d, { school: 'ОО № 7' })]);
    expect(conflicts).toEqual([
      { kind: 'swapped', index: 1, idCell: a, rowId: b, isKnown: true },
      { kind: 'doubled', index: 4, idCell: d, rowId: e, isKnown: false },
    ]);
  });

  test.each<[string, SheetRow]>([
    ['with its id', row(b, B)],
    ['without its id', row('', B)],
    ['with its id, and edited since', row(b, late(B))],
  ])('a deletion that was undone is a return, %s', (_, back) => {
    const { ids, changes } = plan([row(a, A), back, row(c, C), row(d, D)], baseOf(KNOWN, [b]));
    expect(ids).toEqual([a, b, c, d]);
    expect(changes.map(({ rowId, kind, after }) => [rowId, kind, after])).toEqual([
      [b, 'restore', back.cells],
    ]);
  });

  test('a row that stands twice in the base too is nobody’s copy', () => {
    const twins = baseOf([A, A, A]);
    const { ids, changes } = plan([row(c, A), row(a, A), row('', A)], twins);
    expect([ids, changes]).toEqual([[c, a, b], []]);
  });

  test('of two equal rows the deleted one is the one whose id is nowhere to be read', () => {
    const { ids, changes } = plan([row(a, B), row(b, C), row(d, A)], baseOf([A, B, C, C]));
    expect([ids, changes.map(({ rowId, kind }) => [rowId, kind])]).toEqual([[b, d, a], [[c, 'delete']]]);
  });

  test('an id beside a row that is still to be recognised is not given to its equal', () => {
    const { ids } = plan([row('', A), row(b, { ...A, school: 'ОО № 5', measure: '3.1' })], baseOf([A, A]));
    expect(ids).toEqual([a, b]);
  });

  test('rows typed after a pattern never take the ids of others that are gone: it is asked about those', () => {
    const pattern = (school: string): Cells => ({ school, measure: '1.1', mark: 'в работе', doneOn: 46_100 });
    const known = ['ОО № 1', 'ОО № 2', 'ОО № 3', 'ОО № 4', 'ОО № 5'].map(pattern);
    const typed = ['ОО № 6', 'ОО № 7', 'ОО № 8', 'ОО № 9', 'ОО № 10'].map((name) => row('', pattern(name)));
    const { ids, changes, brake } = plan(typed, baseOf(known));
    expect(ids).toEqual([6, 7, 8, 9, 10].map(idOf));
    expect([changes.map(({ kind }) => kind), brake?.vanished.length]).toEqual([Array(5).fill('create'), 5]);
  });

  test('an id of a number that we cannot have given yet is not believed', () => {
    const { ids, nextNumber } = plan([row(a, A), row(b, B), row(c, C), row(d, D), row(idOf(90_000_000), {})]);
    expect([ids.at(-1), nextNumber]).toEqual([e, 6]);
  });
});

describe('columns without a header', () => {
  const base = baseOf([{ ...A, 'x@H': 'рядом' }, B]);

  test('a place that holds nothing any more is empty, not lost', () => {
    expect(plan([row(a, A), row(b, B)], base).changes).toEqual([
      { rowId: a, kind: 'update', cells: { 'x@H': ['рядом', null] }, after: A },
    ]);
  });

  test('a place that moved with an inserted column keeps its text and nobody is asked', () => {
    const many = baseOf(Array.from({ length: 9 }, (_, n) => ({ school: `ОО № ${n}`, 'x@H': `${n}` })));
    const rows = [...many.values()].map(({ id, cells }) =>
      row(id, { school: cells['school'] ?? null, 'x@I': cells['x@H'] ?? null }),
    );
    const { changes, brake } = plan(rows, many);
    expect([brake, changes.length]).toEqual([undefined, 9]);
    expect(changes[0]?.after).toEqual({ school: 'ОО № 0', 'x@I': '0' });
  });
});

describe('the brake', () => {
  const many = baseOf(
    Array.from({ length: 40 }, (_, n) => ({
      school: `ОО № ${n}`,
      note: `${n}`,
      ...(n < 3 && { link: 'адрес' }),
    })),
  );
  const standing = [...many.values()].map(({ id, cells }) => row(id, { link: null, ...cells }));
  const without = (column: string) =>
    standing.map(({ idCell, cells }) => row(idCell, { ...cells, [column]: null }));

  test('a column emptied while its rows stand keeps its values', () => {
    const { changes, brake } = plan(without('note'), many);
    expect([changes, brake]).toEqual([
      [],
      { vanished: [], emptied: [{ column: 'note', cells: 40 }], limit: 3 },
    ]);
  });

  test('other edits of the same pass are accepted', () => {
    const rows = without('note').map((each, n) =>
      n === 0 ? row(each.idCell, { ...each.cells, school: 'Я' }) : each,
    );
    expect(plan(rows, many).changes.map(({ cells }) => cells)).toEqual([{ school: ['ОО № 0', 'Я'] }]);
  });

  test('an emptied column does not hide who is who', () => {
    const rows = without('note').map(({ cells }) => row('', cells));
    expect(plan(rows.toReversed(), many).ids).toEqual([...many.keys()].toReversed());
  });

  test('a column in which few cells were filled, one with a value left, and one that is gone may go', () => {
    expect(plan(without('link'), many).changes.length).toBe(3);
    const left = without('note').map((each, n) => (n === 7 ? (standing[7] ?? each) : each));
    expect(plan(left, many).changes.length).toBe(39);
    const gone = standing.map(({ idCell, cells: { note: _, ...cells } }) => row(idCell, cells));
    expect(plan(gone, many)).toMatchObject({ changes: [] });
    expect(plan(gone, many).brake).toBeUndefined();
  });

  test('a yes is for what was shown: more that went since is asked anew', () => {
    const answer = (rows: readonly string[], columns: readonly string[]) => ({
      naturalKey: ['school'],
      nextNumber: 41,
      makeId: idOf,
      numberOf: () => undefined,
      consent: { rows: digestOfRows(rows), columns },
    });
    const asked = standing.slice(0, 10).map(({ idCell }) => idCell);
    const held = planSync(many, without('note').slice(10), answer(asked.slice(1), []));
    expect([held.changes.length, held.brake?.vanished.length, held.brake?.emptied.length]).toEqual([
      0, 10, 1,
    ]);
    const agreed = planSync(many, without('note').slice(10), answer(asked, ['note']));
    expect([agreed.changes.length, agreed.brake]).toEqual([40, undefined]);
  });
});
