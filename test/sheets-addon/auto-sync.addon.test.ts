import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDocumentLocks } from '../../local/addon-host/document-locks.ts';
import type { AddonOptions } from '../../local/addon-host/addon-options.ts';
import { createScriptStorage, type ScriptStorage } from '../../local/addon-host/script-storage.ts';
import { startAnsweringServer, type AnsweringServer } from './answering-server.ts';
import { SYNCED } from './answers.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

const ITEM = 'Автообновление…';

let workshop: AddonWorkshop;
let server: AnsweringServer;
let storage: ScriptStorage;

beforeAll(async () => {
  [workshop, server] = await Promise.all([openWorkshop(), startAnsweringServer()]);
});

beforeEach(() => {
  storage = createScriptStorage();
  server.answers = { '/sync': { status: 200, body: SYNCED } };
});

afterAll(async () => {
  await Promise.all([workshop.dispose(), server.close()]);
});

const open = (user: string, more: Partial<AddonOptions> = {}) =>
  workshop.open({
    storage,
    user,
    identityToken: () => `token-${user}`,
    scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
    answerAlert: () => 'YES',
    ...more,
  });
const installed = () => storage.triggers.list().map(({ event, user }) => `${event} ${user}`);

describe('«Автообновление…»', () => {
  test('installs the triggers after a yes, and takes them away when pressed again', async () => {
    const asked: string[] = [];
    const session = await open('a', {
      answerAlert: ({ message }) => {
        asked.push(message);
        return 'YES';
      },
    });
    await session.press('ШНОР', ITEM);
    expect(installed()).toEqual(['ON_EDIT a', 'ON_CHANGE a']);
    await session.press('ШНОР', ITEM);
    expect(installed()).toEqual([]);
    expect(asked).toEqual([
      expect.stringMatching(
        /^Сейчас автообновление выключено\..+Вызывать она будет от вашего имени.+Включить\?$/su,
      ),
      expect.stringMatching(/^Сейчас автообновление включено вами\..+Выключить\?$/su),
    ]);
  });

  test('installs nothing after a no, nor where the functions cannot be reached', async () => {
    await (await open('a', { answerAlert: () => 'NO' })).press('ШНОР', ITEM);
    server.answers = {};
    const session = await open('a');
    await session.press('ШНОР', ITEM);
    expect(session.shown.at(-1)).toMatchObject({ message: expect.stringContaining('нет функции') });
    expect(installed()).toEqual([]);
  });

  test('tells a colleague that somebody has installed them already', async () => {
    await (await open('a')).press('ШНОР', ITEM);
    const session = await open('b', { answerAlert: () => 'NO' });
    await session.press('ШНОР', ITEM);
    expect(session.shown.at(-1)).toMatchObject({
      message: expect.stringContaining('Автообновление уже включил другой сотрудник.'),
    });
    expect(installed()).toEqual(['ON_EDIT a', 'ON_CHANGE a']);
  });
});

const ACCEPTED = { status: 202, body: { held: '', question: '' } };

describe('an edit', () => {
  const received = (since: number) => server.received.slice(since);
  const start = async () => {
    await (await open('a')).press('ШНОР', ITEM);
    server.answers = { '/sync': ACCEPTED };
    return server.received.length;
  };

  test('is hinted in the name of whoever switched it on, and shows nothing', async () => {
    const since = await start();
    const session = await open('b');
    await session.fireEdit();
    expect(received(since)).toMatchObject([
      { path: '/sync', authorization: 'Bearer token-a', body: '{"workbookId":"workbook-1","hint":true}' },
    ]);
    expect(session.shown).toEqual([]);
  });

  test('after which rows are held back says so where the person is, once for each loss', async () => {
    await start();
    const session = await open('b');
    const told = (question: string, held: string) => {
      server.answers = { '/sync': { status: 202, body: { question, held } } };
      return session.fireEdit();
    };
    await told('', '');
    await told('q1', 'С листа «Журнал» разом пропало 5 строк: ВПР.');
    await told('q1', 'С листа «Журнал» разом пропало 5 строк: ВПР.');
    await told('q2', 'С листа «Журнал» разом пропало 6 строк: ВПР.');
    await told('', '');
    expect(session.shown.map((each) => JSON.stringify(each))).toEqual([
      expect.stringContaining('пропало 5 строк: ВПР. Система ничего не удалила. Нечаянно — Ctrl+Z'),
      expect.stringContaining('пропало 6 строк: ВПР.'),
    ]);
  });

  test('without triggers reaches nobody', async () => {
    const since = server.received.length;
    await (await open('b')).fireEdit();
    expect(received(since)).toEqual([]);
  });

  test('waits for no lock and no other edit: the time of triggers is counted by the day', async () => {
    const since = await start();
    const locks = createDocumentLocks();
    const windows = await Promise.all(['b', 'c', 'd'].map((user) => open(user, { locks })));
    // None is answered before all have come: whoever waits for another's answer would wait here for ever.
    const allCame = Promise.withResolvers<typeof ACCEPTED>();
    server.answers = {
      get '/sync'() {
        if (received(since).length === windows.length) allCame.resolve(ACCEPTED);
        return allCame.promise;
      },
    };
    await Promise.all(windows.map((window) => window.fireEdit()));
    expect(received(since)).toHaveLength(3);
  });

  test('whose hint fails is hinted again, and a second failure is not hidden', async () => {
    const since = await start();
    const session = await open('b');
    server.answers = {};
    await expect(session.fireEdit()).rejects.toThrow('нет функции');
    expect(received(since)).toHaveLength(2);
  });
});

describe('a change', () => {
  test.each([
    ['INSERT_ROW', 1],
    ['REMOVE_COLUMN', 1],
    ['OTHER', 1],
    ['FORMAT', 0],
    ['EDIT', 0],
  ] as const)('%s hints the functions %i times', async (type, times) => {
    const session = await open('a');
    await session.press('ШНОР', ITEM);
    server.answers = { '/sync': ACCEPTED };
    const since = server.received.length;
    await session.fireChange(type);
    expect(server.received.slice(since)).toHaveLength(times);
  });
});
