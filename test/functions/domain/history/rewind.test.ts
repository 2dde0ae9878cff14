import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashStates } from '../../../../functions/domain/history/hash-states.ts';
import { rowKey, type PastChange, type RowStates } from '../../../../functions/domain/history/past-change.ts';
import { createRewind } from '../../../../functions/domain/history/rewind.ts';
import { anyEdits, replay, type Replay } from './replay.ts';
import '../../../support/property-seed.ts';

describe('the rows taken back through the history', () => {
  test('are those that stood at each revision, with the same hash', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const { changes, remembered } = replay(edits);
        remembered.forEach((states, revision) => {
          const rewound = rewind(remembered.at(-1) ?? new Map(), changes, { revision });
          expect(rewound).toEqual({ states, problems: [] });
          expect(hashStates(rewound.states)).toBe(hashStates(states));
        });
      }),
    );
  });

  test('are the same where each row was read at another moment while others went on writing', () => {
    fc.assert(
      fc.property(anyEdits, fc.infiniteStream(fc.nat()), (edits, moments) => {
        const { changes, remembered } = replay(edits);
        const known = Math.floor(remembered.length / 2);
        const torn = tear(remembered, { known, moments });
        expect(rewind(torn, changes, { revision: known, known }).states).toEqual(remembered[known]);
      }),
    );
  });

  test('show that a change is missing from the history', () => {
    fc.assert(
      fc.property(anyEdits, fc.nat(), (edits, choice) => {
        const { changes, remembered } = replay(edits);
        fc.pre(changes.length > 0);
        const lost = changes.toSpliced(choice % changes.length, 1);
        const { states, problems } = rewind(remembered.at(-1) ?? new Map(), lost, { revision: 0 });
        expect(problems.length > 0 || states.size > 0).toBe(true);
      }),
    );
  });

  test('show that a stored row was put back to an older state', () => {
    const { changes, remembered } = replay([
      { row: 0, kind: 'type', cells: { a: 'old' } },
      { row: 0, kind: 'type', cells: { a: 'new' } },
    ]);
    expect(rewind(remembered[1] ?? new Map(), changes, { revision: 0, known: 2 }).problems).toEqual([
      { key: rowKey('schools', 's0'), what: 'в хранилище нет изменения ревизии 2' },
    ]);
  });

  test('show that a stored cell is not what the history says', () => {
    const { changes } = replay([{ row: 0, kind: 'type', cells: { a: 'typed' } }]);
    const altered = new Map([[rowKey('schools', 's0'), { cells: { a: 'altered' }, revision: 1 }]]);
    expect(rewind(altered, changes, { revision: 0 }).problems).toEqual([
      {
        key: rowKey('schools', 's0'),
        what: 'в хранилище стоит не то значение «a», которое записано в истории',
      },
    ]);
  });

  test('show that a tombstone stands where the history knows a row', () => {
    const { changes } = replay([{ row: 0, kind: 'type', cells: { a: 1 } }]);
    const altered = new Map([[rowKey('schools', 's0'), { cells: { a: 1 }, revision: 1, isDeleted: true }]]);
    expect(rewind(altered, changes, { revision: 0 }).problems.map(({ what }) => what)).toEqual([
      'строка удалена в хранилище или в истории, но не в обоих',
    ]);
  });
});

describe('the hash of the rows', () => {
  test('does not hang on the order of rows and cells, nor on a tombstone that is not set', () => {
    const one = { cells: { a: 1, b: 'x' }, revision: 1 };
    const same = { cells: { b: 'x', a: 1 }, revision: 1, isDeleted: false };
    const other = { cells: {}, revision: 2 };
    expect(
      hashStates(
        new Map([
          ['s 1', one],
          ['s 2', other],
        ]),
      ),
    ).toBe(
      hashStates(
        new Map([
          ['s 2', other],
          ['s 1', same],
        ]),
      ),
    );
  });

  test('differs with a cell, a type, a revision, a tombstone and a name', () => {
    const row = { cells: { a: 1 }, revision: 1 };
    const hashes = [
      [['s 1', row]],
      [['s 1', { ...row, cells: { a: 2 } }]],
      [['s 1', { ...row, cells: { a: '1' } }]],
      [['s 1', { ...row, revision: 2 }]],
      [['s 1', { ...row, isDeleted: true }]],
      [['s 2', row]],
      [],
    ].map((rows) => hashStates(new Map(rows as [])));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

function rewind(
  rows: RowStates,
  changes: readonly PastChange[],
  { revision, known }: { revision: number; known?: number },
) {
  const latest = changes.at(-1)?.revision ?? 0;
  const rewinding = createRewind(rows, { revision, known: known ?? latest });
  for (const change of changes) rewinding.add(change);
  return rewinding.finish();
}

/** Each row as it stood at some revision from `known` on. */
function tear(
  remembered: Replay['remembered'],
  { known, moments }: { known: number; moments: Iterator<number> },
): RowStates {
  const keys = new Set(remembered.flatMap((states) => [...states.keys()]));
  const later = remembered.length - known;
  return new Map(
    [...keys].flatMap((key) => {
      const moment = known + (Number(moments.next().value) % later);
      const row = remembered[moment]?.get(key);
      return row ? [[key, row] as const] : [];
    }),
  );
}
