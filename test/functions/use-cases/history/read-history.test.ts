import { beforeAll, describe, expect, test } from '@jest/globals';
import { describeHistory } from '../../../../functions/use-cases/history/history-entries.ts';
import { readHistory, type HistoryRequest } from '../../../../functions/use-cases/history/read-history.ts';
import { readPoint, type Point } from '../../../../functions/use-cases/history/read-point.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { historyKey } from '../../../../functions/use-cases/stored/history/history.ts';
import { readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { accepted, BOOK, depsOf, idOf, READER, type Typed } from './accepted.ts';

const ROW = idOf('executions', 1);

const LIFE: readonly (readonly Typed[])[] = [
  [
    ['schools', 1, 'create', { name: 'ОО № 1' }],
    ['executions', 1, 'create', { mark: 'в работе', measure: '1.1', school: 'ОО № 1' }],
  ],
  [['executions', 1, 'update', { 'x@R': 'своё', evidenceDate: 46_280, mark: 'выполнено' }]],
  [
    ['executions', 2, 'create', { school: 'ОО № 1' }],
    ['executions', 51, 'create', { school: 'ОО № 1', note: '+7 912 345-67-89' }],
    ['schools', 1, 'update', { status: 'ШНОР' }],
  ],
  [['executions', 1, 'delete']],
  [['executions', 1, 'restore', { 'x@R': 'своё', mark: 'не требуется', evidenceDate: null }]],
];

describe('the history of five revisions', () => {
  let store: Store;
  const told = async (more: Partial<HistoryRequest> = {}) =>
    describeHistory(await readHistory(depsOf(store), { workbookId: BOOK, by: READER, ...more })).split('\n');

  beforeAll(async () => {
    store = await accepted(...LIFE);
  });

  test('of a row', async () =>
    expect(await told({ row: ROW })).toEqual([
      `«Исполнение», строка ${ROW}: ОО № 1, 1.1.`,
      '23.11.2026 11:05, ревизия 5, coordinator@example.ru: восстановлена',
      '  «Отметка»: «выполнено» → «не требуется»',
      '  «Дата документа»: «15.09.2026» → пусто',
      '23.11.2026 11:04, ревизия 4, coordinator@example.ru: удалена',
      '23.11.2026 11:02, ревизия 2, coordinator@example.ru: изменена',
      '  «Отметка»: «в работе» → «выполнено»',
      '  «Дата документа»: пусто → «15.09.2026»',
      '  «столбец R»: пусто → «своё»',
      '23.11.2026 11:01, ревизия 1, coordinator@example.ru: добавлена',
      '  «Школа»: пусто → «ОО № 1»',
      '  «№ мероприятия»: пусто → «1.1»',
      '  «Отметка»: пусто → «в работе»',
    ]));

  test('of the workbook', async () =>
    expect(await told()).toEqual([
      'Книга «ШНОР», ревизия 5.',
      '23.11.2026 11:05, ревизия 5, coordinator@example.ru: «Исполнение»: восстановленных — 1',
      '23.11.2026 11:04, ревизия 4, coordinator@example.ru: «Исполнение»: удалённых — 1',
      '23.11.2026 11:03, ревизия 3, coordinator@example.ru: «Исполнение»: новых — 2; «Школы»: изменённых — 1',
      '23.11.2026 11:02, ревизия 2, coordinator@example.ru: «Исполнение»: изменённых — 1',
      '23.11.2026 11:01, ревизия 1, coordinator@example.ru: «Школы»: новых — 1; «Исполнение»: новых — 1',
    ]));

  /** Revisions of the page, and where the next begins. */
  test.each<[string, Partial<HistoryRequest>, readonly number[], number | null]>([
    ['of a row, all', { row: ROW }, [5, 4, 2, 1], null],
    ['of a row, as many as asked for', { row: ROW, limit: 2 }, [5, 4], 2],
    ['of a row, the next', { row: ROW, limit: 2, cursor: 2 }, [2, 1], null],
    ['of a row, from its latest on where a later one is named', { row: ROW, limit: 1, cursor: 9 }, [5], 4],
    ['of the workbook, all', {}, [5, 4, 3, 2, 1], null],
    ['of the workbook, as many as asked for', { limit: 2 }, [5, 4], 3],
    ['of the workbook, the next', { limit: 2, cursor: 3 }, [3, 2], 1],
    ['of the workbook, the last', { limit: 2, cursor: 1 }, [1], null],
    ['of the workbook, from the latest on where a later one is named', { limit: 2, cursor: 9 }, [5, 4], 3],
    ['of the workbook, just all', { limit: 5 }, [5, 4, 3, 2, 1], null],
  ])('in pages: %s', async (_, more, revisions, next) => {
    const { entries, cursor } = await readHistory(depsOf(store), { workbookId: BOOK, by: READER, ...more });
    expect([entries.map(({ revision }) => revision), cursor]).toEqual([revisions, next]);
  });

  test.each([
    ['a text', 'кто-нибудь', 'Строка «кто-нибудь» не найдена.'],
    ['an id that nothing ever had', idOf('executions', 7), `Строка «${idOf('executions', 7)}» не найдена.`],
    ['an id of another workbook', 'e1-000', 'Строка «e1-000» не найдена.'],
  ])('is refused of %s', async (_, row, words) => expect(told({ row })).rejects.toThrow(words));

  test('is refused to whoever is no member', async () =>
    expect(told({ by: 'nobody@example.ru' })).rejects.toThrow('У адреса nobody@example.ru нет доступа'));

  test('hides what the store still has of a person', async () =>
    expect((await told({ row: idOf('executions', 51) })).join('\n')).not.toContain('912'));

  test.each<[string, Point, string]>([
    ['a revision', { revision: 2 }, '2: при ревизии 2 (23.11.2026 11:02)'],
    ['the latest revision', { revision: 5 }, '5: при ревизии 5 (23.11.2026 11:05)'],
    ['the first revision', { revision: 1 }, '1: при ревизии 1 (23.11.2026 11:01)'],
    ['a minute, to its end', { at: '23.11.2026 11:03' }, '3: на 23.11.2026 11:03 (ревизия 3)'],
    ['a day, to its end', { at: '2026-11-23' }, '5: на 23.11.2026 23:59 (ревизия 5)'],
    ['no revision', { revision: 0 }, 'Ревизии 0 нет: у книги ревизии от 1 до 5.'],
    ['a revision to come', { revision: 6 }, 'Ревизии 6 нет: у книги ревизии от 1 до 5.'],
    ['half a revision', { revision: 1.5 }, 'Ревизии 1.5 нет: у книги ревизии от 1 до 5.'],
    [
      'a minute before all',
      { at: '23.11.2026 11:00' },
      'К моменту 23.11.2026 11:00 система ещё не приняла ни одной строки.',
    ],
    [
      'no moment',
      { at: 'вчера' },
      '«вчера» — не момент. Запишите день и время: 2026-11-20 14:00 или 20.11.2026 14:00.',
    ],
  ])('a point of it: %s', async (_, point, words) => {
    const { head } = await readKnownHead(store, BOOK);
    const answer = readPoint(store, { workbookId: BOOK, head, point }).then(
      (found) => `${found.revision}: ${found.words}`,
      (error: Error) => error.message,
    );
    expect(await answer).toBe(words);
  });
});

test('the history of a workbook in which nothing was accepted yet', async () => {
  const history = await readHistory(depsOf(await accepted()), { workbookId: BOOK, by: READER });
  expect(describeHistory(history)).toBe('Книга «ШНОР», ревизия 0.\nЗаписей ещё нет.');
});

test('a page names where the older entries begin', async () => {
  const history = await readHistory(depsOf(await accepted(...LIFE)), {
    workbookId: BOOK,
    by: READER,
    limit: 1,
  });
  expect(describeHistory(history).split('\n').at(-1)).toBe('Более раннее — начиная с ревизии 4.');
});

test('a row that was deleted says so', async () => {
  const { title } = await readHistory(depsOf(await accepted(...LIFE.slice(0, 4))), {
    workbookId: BOOK,
    by: READER,
    row: ROW,
  });
  expect(title).toBe(`«Исполнение», строка ${ROW}: ОО № 1, 1.1. Удалена.`);
});

test('a row without a name is told by its id alone', async () => {
  const store = await accepted([['executions', 1, 'create', { mark: 'в работе' }]]);
  const { title } = await readHistory(depsOf(store), { workbookId: BOOK, by: READER, row: ROW });
  expect(title).toBe(`«Исполнение», строка ${ROW}.`);
});

test('a link that is gone from the chain is named', async () => {
  const store = await accepted(...LIFE);
  await store.commit([{ kind: 'delete', key: historyKey(BOOK, 2, 0) }]);
  await expect(readHistory(depsOf(store), { workbookId: BOOK, by: READER, row: ROW })).rejects.toThrow(
    `В истории нет записи о строке ${ROW} в ревизии 2.`,
  );
});

test.each([
  [undefined, 20],
  [500, 100],
])('of 105 revisions a page of %s shows %i', async (limit, count) => {
  const store = await accepted(
    ...Array.from({ length: 105 }, (_, index): readonly Typed[] => [
      ['schools', 1, index === 0 ? 'create' : 'update', { name: `ОО № ${index}` }],
    ]),
  );
  const asked = { workbookId: BOOK, by: READER, ...(limit !== undefined && { limit }) };
  const [whole, life] = [
    await readHistory(depsOf(store), asked),
    await readHistory(depsOf(store), { ...asked, row: idOf('schools', 1) }),
  ];
  expect([whole, life].map(({ entries, cursor }) => [entries.length, cursor])).toEqual([
    [count, 105 - count],
    [count, 105 - count],
  ]);
});
