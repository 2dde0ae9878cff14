import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
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
        /^Сейчас автообновление выключено\..+Работать она будет от вашего имени.+Включить\?$/su,
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

describe('an edit', () => {
  const received = (since: number) => server.received.slice(since);
  const start = async () => {
    await (await open('a')).press('ШНОР', ITEM);
    return server.received.length;
  };

  test('hints the functions in the name of whoever switched it on, and shows nothing', async () => {
    const since = await start();
    const session = await open('b');
    await session.fireEdit();
    expect(received(since)).toMatchObject([
      { path: '/sync', authorization: 'Bearer token-a', body: '{"workbookId":"workbook-1"}' },
    ]);
    expect(session.shown).toEqual([]);
  });

  test('after which rows are held back says so where the person is, once for each loss', async () => {
    await start();
    const session = await open('b');
    const told = (question: string, held: string) => {
      server.answers = { '/sync': { status: 200, body: { ...SYNCED, question, held } } };
      return session.fireEdit();
    };
    await told('', '');
    await told('q1', 'С листа «Журнал» разом пропало 5 строк: ВПР.');
    await told('q1', 'С листа «Журнал» разом пропало 5 строк: ВПР.');
    await told('q2', 'С листа «Журнал» разом пропало 6 строк: ВПР.');
    expect(session.shown.map((each) => JSON.stringify(each))).toEqual([
      expect.stringContaining('пропало 5 строк: ВПР. Система ничего не удалила. Нечаянно — Ctrl+Z'),
      expect.stringContaining('пропало 6 строк: ВПР.'),
    ]);
  });

  test('without triggers only leaves its mark, for a simple trigger can do no more', async () => {
    const since = server.received.length;
    await (await open('b')).fireEdit();
    expect(received(since)).toEqual([]);
    expect(Number(storage.cache.get('document', 'shnor.edited'))).toBeGreaterThan(0);
  });

  test('of whatever window: a burst becomes few calls, and one begins after the last edit', async () => {
    const since = await start();
    const locks = createDocumentLocks();
    const windows = await Promise.all(['b', 'c', 'd', 'e'].map((user) => open(user, { locks })));
    const began: number[] = [];
    server.answers = {
      get '/sync'() {
        began.push(Date.now());
        return sleep(150, { status: 200, body: SYNCED });
      },
    };
    const fired: Promise<void>[] = [];
    for (let edit = 0; edit < 24; edit++) {
      fired.push(windows[edit % windows.length]?.fireEdit() ?? Promise.resolve());
      await sleep(20);
    }
    const lastEdit = Date.now() - 20;
    await Promise.all(fired);
    expect(began.at(-1)).toBeGreaterThanOrEqual(lastEdit);
    expect(received(since).length).toBeLessThan(12);
  });

  test('waits for nobody’s command, and no command waits for it', async () => {
    await start();
    const locks = createDocumentLocks();
    const session = await open('b', { locks });
    server.answers = {
      '/sync': sleep(400, { status: 200, body: SYNCED }),
      '/monitor': { status: 200, body: { ...SYNCED, message: 'Сроки проверены.' } },
    };
    const hint = session.fireEdit();
    await sleep(100);
    await session.press('ШНОР', 'Проверить сроки');
    expect(session.shown.at(-1)).toMatchObject({ message: 'Сроки проверены.' });
    await hint;
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
    const since = server.received.length;
    await session.fireChange(type);
    expect(server.received.slice(since)).toHaveLength(times);
  });
});
