import { describe, expect, test } from '@jest/globals';
import type { Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';
import { A, a, B, b, baseOf, c, C, D, d, e, idOf, KNOWN, late, plan, row } from './execution-rows.ts';

/** Rows of one school and measure. */
const same = (cells: Cells): Cells => ({ school: 'ОО № 1', measure: '1.1', ...cells });
const blank = (...columns: readonly string[]) => Object.fromEntries(columns.map((column) => [column, null]));

type Fact = readonly [
  what: string,
  base: readonly Cells[],
  rows: readonly SheetRow[],
  ids: readonly string[],
];

describe('an edited row without its id', () => {
  test.each<Fact>([
    [
      'is the namesake with which it has most filled cells in common; blanks do not count',
      [same({}), same({ mark: 'x', note: 1, link: 2, doneOn: 3 })],
      [row('', { ...same({ mark: 'x', executor: 'новый' }), ...blank('note', 'link', 'doneOn') })],
      [b],
    ],
    [
      'is the first of namesakes that are as like',
      [same({ mark: 'x', note: 1 }), same({ mark: 'x', note: 2 })],
      [row('', same({ mark: 'x', note: 3 }))],
      [a],
    ],
    [
      'leaves the better claim to another',
      [same({ mark: 'x', note: 1, link: 1 })],
      [row('', same({ mark: 'y', note: 2, link: 1 })), row('', same({ mark: 'y', note: 1, link: 1 }))],
      [b, a],
    ],
    [
      'is found though its number was typed as text',
      [same({ mark: 'x', note: 1 })],
      [row('', { school: 'ОО № 1', measure: '1.1', mark: 'y', note: 1 })],
      [a],
    ],
    [
      'is no row of another name, however like',
      [same({ mark: 'x', note: 1, link: 2 })],
      [row('', { ...same({ mark: 'x', note: 1, link: 3 }), measure: '1.2' })],
      [b],
    ],
    [
      'is new where it has no name',
      [same({ note: 1 })],
      [row('', { ...blank('school', 'measure'), note: 2 })],
      [b],
    ],
    [
      'is none of the deleted rows, unless it is as it was',
      [same({ note: 1 }), same({ note: 2 })],
      [row(b, same({ note: 2 })), row('', same({ note: 9 }))],
      [b, c],
    ],
  ])('%s', (what, base, rows, ids) => {
    const deleted = what.includes('deleted') ? [a] : [];
    expect(plan(rows, baseOf(base, deleted)).ids).toEqual(ids);
  });

  test('of twenty namesakes that lost their ids and were all edited each is itself', () => {
    const known = Array.from({ length: 20 }, (_, n) => same({ doneOn: 46_000 + n, mark: 'в работе' }));
    const { ids, changes } = plan(
      known.map((cells) => row('', { ...cells, mark: 'выполнено' })),
      baseOf(known),
    );
    expect(ids).toEqual(known.map((_, n) => idOf(n + 1)));
    expect(changes.map(({ kind }) => kind)).toEqual(Array(20).fill('update'));
  });
});

describe('an edited row with the id of another', () => {
  test.each<Fact>([
    [
      'keeps the id where the name speaks for nobody',
      KNOWN,
      [row(a, { school: 'ОО № 9' }), row(b, B), row(c, C), row(d, D)],
      [a, b, c, d],
    ],
    [
      'follows its name where it is more like that row',
      KNOWN,
      [row(b, late(A)), row(a, late(B)), row(c, C), row(d, D)],
      [a, b, c, d],
    ],
    [
      'keeps the id where id and name are as like',
      [same({ mark: 'x', note: 1 }), { ...same({ mark: 'z' }), measure: '1.2' }],
      [row(a, { ...same({ mark: 'x', note: 2 }), measure: '1.2' })],
      [a],
    ],
    [
      'follows its name to a row whose cells were typed over, where its own id went with a sort',
      KNOWN,
      [row(a, late(C)), row(d, A), row(c, { school: 'ОО № 9' })],
      [c, a, e],
    ],
    [
      'with the very cells of another is that other',
      KNOWN,
      [row(a, A), row(a, B), row(b, { school: 'ОО № 9' }), row(c, C)],
      [a, b, e, c],
    ],
    [
      'is new where both are taken',
      KNOWN,
      [row(a, A), row(a, late(B)), row(b, B), row(c, C), row(d, D)],
      [a, e, b, c, d],
    ],
  ])('%s', (_, base, rows, ids) => {
    expect(plan(rows, baseOf(base)).ids).toEqual(ids);
  });
});
