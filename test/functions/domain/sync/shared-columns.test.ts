import { describe, expect, test } from '@jest/globals';
import type { Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';
import { A, a, b, baseOf, c, idOf, plan, row } from './execution-rows.ts';

/** Rows that nobody has named: only their cells tell them apart. */
const NAMELESS: readonly Cells[] = [
  { mark: 'в работе', note: 'план', link: 1 },
  { mark: 'в работе', note: 'справка', link: 2 },
  { mark: 'выполнено', note: 'приказ', link: 3 },
];
const OWN = 'x:Моё';

type Fact = readonly [
  what: string,
  base: readonly Cells[],
  rows: readonly SheetRow[],
  ids: readonly string[],
];

/** The rows from the last to the first, without their ids, each changed. */
const reversed = (rows: readonly Cells[], change: (cells: Cells, n: number) => Cells): readonly SheetRow[] =>
  rows.map((cells, n) => row('', change(cells, n))).toReversed();
const namesakes = Array.from({ length: 20 }, (_, n) => ({ school: 'ОО № 1', measure: '1.1', note: `${n}` }));

describe('a column that was added or emptied as a whole hides nobody', () => {
  test.each<Fact>([
    [
      'rows without a name, and one was added and filled',
      NAMELESS,
      reversed(NAMELESS, (cells, n) => ({ ...cells, [OWN]: n })),
      [c, b, a],
    ],
    [
      'rows without a name, and one was added and filled in one row',
      NAMELESS,
      reversed(NAMELESS, (cells, n) => ({ ...cells, [OWN]: n === 1 ? 'да' : null })),
      [c, b, a],
    ],
    [
      'rows without a name, and one was emptied',
      NAMELESS,
      reversed(NAMELESS, (cells) => ({ ...cells, link: null })),
      [c, b, a],
    ],
    [
      'twenty namesakes, and one was added and filled',
      namesakes,
      reversed(namesakes, (cells, n) => ({ ...cells, [OWN]: n })),
      namesakes.map((_, n) => idOf(n + 1)).toReversed(),
    ],
    [
      'equal rows keep their ids where they stand',
      [A, A, A],
      [row(c, { ...A, [OWN]: 1 }), row(a, { ...A, [OWN]: 2 }), row(b, { ...A, [OWN]: 3 })],
      [c, a, b],
    ],
    [
      'one added and one emptied, and the ids left behind by a sort',
      NAMELESS,
      [1, 2, 0].map((n, index) => row(idOf(index + 1), { ...NAMELESS[n], link: null, [OWN]: n })),
      [b, c, a],
    ],
  ])('%s', (_, base, rows, ids) => {
    const { ids: given, changes } = plan(rows, baseOf(base));
    expect(given).toEqual(ids);
    expect(changes.every(({ kind }) => kind === 'update')).toBe(true);
  });

  test('but in any other column a row without name and id is another', () => {
    const rows = NAMELESS.map((cells) => row('', { ...cells, link: 9, mark: 'новое' }));
    expect(plan(rows, baseOf(NAMELESS)).ids).toEqual([4, 5, 6].map(idOf));
  });

  test('places without a header are no columns: whatever they lose, nobody is asked', () => {
    const base = baseOf(Array.from({ length: 9 }, (_, n) => ({ school: `ОО № ${n}`, 'x@H': `${n}` })));
    const rows = [...base.values()].map(({ id, cells }) => row(id, { ...cells, 'x@H': null }));
    const { changes, brake } = plan(rows, base);
    expect([changes.length, brake]).toEqual([9, undefined]);
  });
});
