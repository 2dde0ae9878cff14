import { expect, test } from '@jest/globals';
import type { RowStates } from '../../../../functions/domain/history/past-change.ts';
import type { StaffWorksheetKey } from '../../../../functions/domain/records/worksheet-key.ts';
import { readStates, readStatesAt } from '../../../../functions/use-cases/history/read-states.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { historyKey } from '../../../../functions/use-cases/stored/history/history.ts';
import { accepted, BOOK, idOf, type Typed } from './accepted.ts';

const LIFE: readonly (readonly Typed[])[] = [
  [
    ['schools', 1, 'create', { name: 'ОО № 1' }],
    ['schools', 2, 'create', { name: 'ОО № 2' }],
  ],
  [['schools', 1, 'update', { name: 'ОО № 10', status: 'ШНОР' }]],
  [['executions', 1, 'create', { mark: 'в работе' }]],
  [
    ['schools', 2, 'delete'],
    ['schools', 55, 'create', { name: 'ОО № 55' }],
  ],
];

async function whereIn(store: Store, worksheets: readonly StaffWorksheetKey[] = ['schools']) {
  const { head } = await readKnownHead(store, BOOK);
  return { workbookId: BOOK, head, worksheets };
}

/** `schools 1: ОО № 1 @1`; a tombstone has `†`. */
function told(states: RowStates): readonly string[] {
  return [...states].map(
    ([key, { cells, revision, isDeleted }]) =>
      `${key.replace(/-.*/u, '')}: ${Object.values(cells).join(', ')} @${revision}${isDeleted ? ' †' : ''}`,
  );
}

test.each<[readonly StaffWorksheetKey[], readonly string[]]>([
  [[], []],
  [['schools'], ['schools s1: ОО № 10, ШНОР @2', 'schools s2: ОО № 2 @4 †', 'schools s55: ОО № 55 @4']],
  [['executions', 'journal'], ['executions e1: в работе @3']],
])('all rows of %j, tombstones too', async (worksheets, rows) => {
  const store = await accepted(...LIFE);
  expect(told(await readStates(store, await whereIn(store, worksheets)))).toEqual(rows);
});

test.each<[number, readonly string[]]>([
  [0, []],
  [1, ['schools s1: ОО № 1 @1', 'schools s2: ОО № 2 @1']],
  [2, ['schools s1: ОО № 10, ШНОР @2', 'schools s2: ОО № 2 @1']],
  [3, ['schools s1: ОО № 10, ШНОР @2', 'schools s2: ОО № 2 @1']],
  [4, ['schools s1: ОО № 10, ШНОР @2', 'schools s2: ОО № 2 @4 †', 'schools s55: ОО № 55 @4']],
])('the schools as they stood after revision %i', async (revision, rows) => {
  const store = await accepted(...LIFE);
  expect(told(await readStatesAt(store, await whereIn(store), revision))).toEqual(rows);
});

test('a history that has lost a revision is not believed, and each row of it is named', async () => {
  const store = await accepted(...LIFE);
  await store.commit([{ kind: 'delete', key: historyKey(BOOK, 4, 0) }]);
  const [left, come] = [idOf('schools', 2), idOf('schools', 55)];
  await expect(readStatesAt(store, await whereIn(store), 2)).rejects.toThrow(
    `История не сходится с хранилищем (расхождений 2: строка ${left}: в истории нет изменения ревизии 4; строка ${come}: в истории нет изменения ревизии 4).`,
  );
});
