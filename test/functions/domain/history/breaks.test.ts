import { describe, expect, test } from '@jest/globals';
import { hashStates } from '../../../../functions/domain/history/hash-states.ts';
import { rowKey, type PastChange, type RowState } from '../../../../functions/domain/history/past-change.ts';
import { createRewind } from '../../../../functions/domain/history/rewind.ts';

type Change = Pick<PastChange, 'revision' | 'previousRevision' | 'kind' | 'cells'>;

const create: Change = { revision: 1, previousRevision: null, kind: 'create', cells: { a: [null, 1] } };
const update: Change = { revision: 2, previousRevision: 1, kind: 'update', cells: { a: [1, 2] } };
const again: Change = {
  revision: 3,
  previousRevision: 2,
  kind: 'update',
  cells: { a: [2, 3], b: [null, 'x'] },
};
const remove: Change = { revision: 4, previousRevision: 3, kind: 'delete', cells: {} };
const restore: Change = { revision: 5, previousRevision: 4, kind: 'restore', cells: {} };
const AT_3: RowState = { cells: { a: 3, b: 'x' }, revision: 3 };
const AT_4: RowState = { ...AT_3, revision: 4, isDeleted: true };
const AT_5: RowState = { ...AT_3, revision: 5 };

/** One row of «Школы» as it stands, and its changes: the row after the revision, and what is wrong. */
function rewind(
  row: RowState,
  changes: readonly Change[],
  { revision, known = 9 }: { revision: number; known?: number },
) {
  const rewinding = createRewind(new Map([[rowKey('schools', 's1'), row]]), { revision, known });
  for (const change of changes) rewinding.add({ ...change, worksheet: 'schools', rowId: 's1' });
  const { states, problems } = rewinding.finish();
  expect(problems.every(({ key }) => key === 'schools s1')).toBe(true);
  return { state: states.get('schools s1'), problems: problems.map(({ what }) => what) };
}

describe('a row taken back', () => {
  const all = [create, update, again, remove, restore];

  test.each<readonly [revision: number, state: RowState | undefined]>([
    [0, undefined],
    [1, { cells: { a: 1 }, revision: 1 }],
    [2, { cells: { a: 2 }, revision: 2 }],
    [3, AT_3],
    [4, AT_4],
    [5, AT_5],
  ])('to revision %i', (revision, state) => {
    expect(rewind(AT_5, all, { revision })).toEqual({ state, problems: [] });
  });

  test('whose first change names none before it was not there, whatever that change calls itself', () => {
    expect(
      rewind({ cells: { a: 2 }, revision: 2 }, [{ ...update, previousRevision: null }], { revision: 0 }),
    ).toEqual({
      state: undefined,
      problems: [],
    });
  });
});

describe('the history and the store contradict each other', () => {
  const apart = 'строка удалена в хранилище или в истории, но не в обоих';
  const wrong = (cell: string) => `в хранилище стоит не то значение «${cell}», которое записано в истории`;
  const other = { ...update, cells: { a: [7, 2] } } as const;

  test.each<readonly [what: string, of: Parameters<typeof rewind>, problems: readonly string[]]>([
    [
      'a link is missing',
      [AT_3, [create, again], { revision: 0 }],
      ['между ревизиями 1 и 3 пропало звено истории'],
    ],
    [
      'the last link is missing',
      [AT_3, [create, update], { revision: 0 }],
      ['в хранилище ревизия 3, а последняя в истории — 2'],
    ],
    ['all links are missing', [AT_3, [], { revision: 2 }], ['в истории нет изменения ревизии 3']],
    ['none is missing after that revision', [AT_3, [], { revision: 3 }], []],
    [
      'a change begins with another value',
      [AT_3, [create, other, again], { revision: 0 }],
      ['ревизия 2 начинается не с того значения «a», что было до неё'],
    ],
    [
      'a change of another cell begins anywhere',
      [AT_3, [update, { ...again, cells: { b: ['было', 'x'] } }], { revision: 1 }],
      [wrong('a')],
    ],
    [
      'a cell stands with another value',
      [{ ...AT_3, cells: { a: 3 } }, [again], { revision: 2 }],
      [wrong('b')],
    ],
    [
      'a cell was cleared in both',
      [{ cells: { b: 'x' }, revision: 3 }, [{ ...again, cells: { a: [2, null] } }], { revision: 2 }],
      [],
    ],
    [
      'the row stands, and the history deleted it',
      [{ ...AT_4, isDeleted: false }, [remove], { revision: 3 }],
      [apart],
    ],
    [
      'the row is deleted, and the history brought it back',
      [{ ...AT_5, isDeleted: true }, [restore], { revision: 4 }],
      [apart],
    ],
  ])('%s', (_, of, problems) => {
    expect(rewind(...of).problems).toEqual(problems);
  });

  test.each<readonly [known: number, problems: readonly string[]]>([
    [3, ['в хранилище нет изменения ревизии 3']],
    [2, []],
  ])(
    'a change that the row does not hold is lost only where it was accepted before (%i)',
    (known, problems) => {
      expect(
        rewind({ cells: { a: 2 }, revision: 2 }, [create, update, again], { revision: 0, known }).problems,
      ).toEqual(problems);
    },
  );

  test('of rows with one id in two worksheets each has its own past', () => {
    const rows = new Map([
      [rowKey('schools', 'x1'), { cells: { a: 1 }, revision: 1 }],
      [rowKey('acts', 'x1'), { cells: { a: 2 }, revision: 2 }],
    ]);
    const rewinding = createRewind(rows, { revision: 0, known: 2 });
    rewinding.add({ ...create, worksheet: 'schools', rowId: 'x1' });
    expect(rewinding.finish()).toEqual({
      states: new Map([[rowKey('acts', 'x1'), { cells: { a: 2 }, revision: 2 }]]),
      problems: [{ key: 'acts x1', what: 'в истории нет изменения ревизии 2' }],
    });
  });
});

test('the hash of the rows stays what the store remembers of it, whatever the program’s version', () => {
  const states = new Map<string, RowState>([
    ['schools s2', { cells: { name: 'ОО № 2', vacancies: 0, note: null }, revision: 4, isDeleted: true }],
    ['schools s1', { cells: { name: 'ОО № 1' }, revision: 3 }],
  ]);
  expect(hashStates(states)).toBe('9176a145f02f8717455b065932473e3b6d3d568d765cd9d6513f49bc7a36ed1f');
});
