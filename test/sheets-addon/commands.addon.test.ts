import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_SHEETS } from '../../functions/workbook/server-sheets/server-sheets.ts';
import { buildAddon } from '../../sheets-addon/build.ts';
import { startAnsweringServer, type AnsweringServer } from './answering-server.ts';
import { MONITORED, REPORTED, SYNCED } from './answers.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

let workshop: AddonWorkshop;
let server: AnsweringServer;

beforeAll(async () => {
  [workshop, server] = await Promise.all([openWorkshop(), startAnsweringServer()]);
  server.answers = {
    '/sync': { status: 200, body: SYNCED },
    '/monitor': { status: 200, body: MONITORED },
    '/report': { status: 200, body: REPORTED },
  };
});

afterAll(async () => {
  await Promise.all([workshop.dispose(), server.close()]);
});

const openWithServer = () => workshop.open({ scriptProperties: { SHNOR_FUNCTIONS_URL: `${server.url}/` } });

describe('the menu', () => {
  test('is built when the workbook opens, with all commands', async () => {
    const { menus, shown } = await workshop.open({});
    expect(menus).toEqual([
      {
        title: 'ШНОР',
        items: [
          { kind: 'item', title: 'Сформировать отчёт', functionName: 'publishReport' },
          { kind: 'item', title: 'Отчёты…', functionName: 'openReports' },
          { kind: 'item', title: 'Проверить сроки', functionName: 'runMonitoring' },
          { kind: 'item', title: 'Синхронизировать', functionName: 'syncWorkbook' },
          { kind: 'item', title: 'Развернуть план по школам', functionName: 'expandPlan' },
          { kind: 'item', title: 'Импорт плана…', functionName: 'openImport' },
          { kind: 'item', title: 'Новый период…', functionName: 'turnPeriod' },
          { kind: 'separator' },
          { kind: 'item', title: 'Замечания строки', functionName: 'openFindings' },
          { kind: 'item', title: 'История строки', functionName: 'openHistory' },
          { kind: 'item', title: 'Восстановить…', functionName: 'openRestore' },
          { kind: 'item', title: 'Письма', functionName: 'openLetters' },
          { kind: 'item', title: 'Календарь сроков…', functionName: 'openCalendars' },
          { kind: 'item', title: 'Доступ…', functionName: 'openAccess' },
          { kind: 'separator' },
          { kind: 'item', title: 'Автообновление…', functionName: 'switchAutoSync' },
          { kind: 'item', title: 'Помощь', functionName: 'openHelp' },
        ],
      },
    ]);
    expect(shown).toEqual([]);
  });
});

describe('a command', () => {
  test('sends the workbook and who asks, and nothing else', async () => {
    const session = await openWithServer();
    const before = server.received.length;
    await session.press('ШНОР', 'Синхронизировать');
    await session.press('ШНОР', 'Проверить сроки');
    await session.press('ШНОР', 'Сформировать отчёт');
    const sent = {
      method: 'POST',
      contentType: 'application/json',
      authorization: 'Bearer token-1',
      body: '{"workbookId":"workbook-1"}',
    };
    expect(server.received.slice(before)).toEqual([
      { ...sent, path: '/sync' },
      { ...sent, path: '/monitor' },
      { ...sent, path: '/report' },
    ]);
  });

  test('«Синхронизировать» says that it works and then what came in', async () => {
    const session = await openWithServer();
    await session.press('ШНОР', 'Синхронизировать');
    expect(session.shown).toEqual([
      { kind: 'toast', title: 'ШНОР', message: 'Принимаем изменения из таблицы…', seconds: -1 },
      { kind: 'toast', title: 'ШНОР', message: SYNCED.message, seconds: 15 },
    ]);
  });

  test('«Проверить сроки» says that it works and then what was found', async () => {
    const session = await openWithServer();
    await session.press('ШНОР', 'Проверить сроки');
    expect(session.shown).toEqual([
      { kind: 'toast', title: 'ШНОР', message: 'Проверяем сроки…', seconds: -1 },
      { kind: 'toast', title: 'ШНОР', message: MONITORED.message, seconds: 15 },
    ]);
  });

  test('«Сформировать отчёт» opens the new tab and tells about it', async () => {
    const session = await openWithServer();
    await session.press('ШНОР', 'Сформировать отчёт');
    expect(session.shown).toEqual([
      { kind: 'toast', title: 'ШНОР', message: 'Формируем сводный отчёт…', seconds: -1 },
      { kind: 'activated_sheet', sheetId: 77 },
      { kind: 'toast', title: 'ШНОР', message: 'Отчёт готов.', seconds: 3 },
      { kind: 'alert', title: 'ШНОР', message: 'Отчёт № 4 готов.', buttons: 'OK' },
    ]);
  });

  test('names the tab of the report where the script cannot see it yet', async () => {
    const session = await workshop.open({
      scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
      hasSheet: () => false,
    });
    await session.press('ШНОР', 'Сформировать отчёт');
    expect(session.shown.slice(1)).toEqual([
      { kind: 'toast', title: 'ШНОР', message: 'Отчёт готов.', seconds: 3 },
      {
        kind: 'alert',
        title: 'ШНОР',
        message: 'Отчёт № 4 готов. Откройте вкладку «Сводный отчёт № 4».',
        buttons: 'OK',
      },
    ]);
  });

  test("prefers the function's own address to the common one", async () => {
    const session = await workshop.open({
      scriptProperties: { SHNOR_FUNCTIONS_URL: 'https://127.0.0.1:1', SHNOR_SYNC_URL: `${server.url}/sync` },
    });
    await session.press('ШНОР', 'Синхронизировать');
    expect(session.shown.at(-1)).toMatchObject({ message: SYNCED.message });
  });
});

describe('a copy built for one service', () => {
  test('needs no script property, and one that is set wins over the address in the code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shnor-bound-'));
    const { codePath } = await buildAddon(folder, server.url);
    const press = async (scriptProperties: Readonly<Record<string, string>>) => {
      const session = await workshop.open({ codePath, scriptProperties });
      await session.press('ШНОР', 'Синхронизировать');
      return session.shown.at(-1);
    };
    expect(await press({})).toMatchObject({ message: SYNCED.message });
    expect(await press({ SHNOR_FUNCTIONS_URL: 'http://functions.example' })).toMatchObject({
      message: expect.stringContaining('«http://functions.example/sync» должен начинаться с «https://»'),
    });
    await rm(folder, { recursive: true });
  });
});

describe('«Сформировать отчёт» on data with errors', () => {
  const refused = { error: { code: 'report_errors', message: 'В данных ошибки.' } };
  const press = async (button: 'YES' | 'NO') => {
    const asked: string[] = [];
    const session = await workshop.open({
      scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
      answerAlert: ({ message }) => {
        asked.push(message);
        server.answers = { ...server.answers, '/report': { status: 200, body: REPORTED } };
        return button;
      },
    });
    server.answers = { ...server.answers, '/report': { status: 422, body: refused } };
    const before = server.received.length;
    await session.press('ШНОР', 'Сформировать отчёт');
    server.answers = { ...server.answers, '/report': { status: 200, body: REPORTED } };
    return { asked: asked[0], bodies: server.received.slice(before).map(({ body }) => body) };
  };

  test('asks, and makes it after a yes alone', async () => {
    const asked = 'В данных ошибки.\n\nСформировать с этими ошибками?';
    const plain = '{"workbookId":"workbook-1"}';
    expect(await press('YES')).toEqual({
      asked,
      bodies: [plain, '{"workbookId":"workbook-1","withErrors":true}'],
    });
    expect(await press('NO')).toEqual({ asked, bodies: [plain] });
  });
});

describe('«Новый период…»', () => {
  test.each([
    ['YES', ['{"workbookId":"workbook-1"}', '{"workbookId":"workbook-1","turnTo":"2027-01-01"}']],
    ['NO', ['{"workbookId":"workbook-1"}']],
  ] as const)(
    'tells what goes over, and after %s turns to the period that was named',
    async (button, bodies) => {
      const asked: string[] = [];
      const planned = { status: 'planned', next: '2027-01-01', open: 2, message: 'Новый период: 2027 год.' };
      server.answers = { ...server.answers, '/period': { status: 200, body: planned } };
      const session = await workshop.open({
        scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
        answerAlert: ({ message }) => {
          asked.push(message);
          return button;
        },
      });
      const before = server.received.length;
      await session.press('ШНОР', 'Новый период…');
      expect(asked).toEqual(['Новый период: 2027 год.\n\nПерейти?']);
      expect(server.received.slice(before).map(({ body }) => body)).toEqual(bodies);
    },
  );
});

describe('«Развернуть план по школам»', () => {
  const plan = { status: 'planned', count: 17, message: 'Не хватает: 17 строк.' };
  const done = { status: 'expanded', count: 17, message: 'Добавлено: 17 строк.' };
  const press = async (answer: object, button: 'YES' | 'NO') => {
    const asked: string[] = [];
    const session = await workshop.open({
      scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
      answerAlert: ({ message }) => {
        asked.push(message);
        // From now on the function answers what it has done.
        server.answers = { ...server.answers, '/expand': { status: 200, body: done } };
        return button;
      },
    });
    server.answers = { ...server.answers, '/expand': { status: 200, body: answer } };
    const before = server.received.length;
    await session.press('ШНОР', 'Развернуть план по школам');
    return { asked, bodies: server.received.slice(before).map(({ body }) => body), session };
  };

  test('says how many rows are missing, and adds them after a yes', async () => {
    const { asked, bodies, session } = await press(plan, 'YES');
    expect(asked).toEqual(['Не хватает: 17 строк.\n\nДобавить?']);
    expect(bodies).toEqual(['{"workbookId":"workbook-1"}', '{"workbookId":"workbook-1","confirm":true}']);
    expect(session.shown.slice(-2)).toMatchObject([
      { message: 'Добавляем строки…', seconds: -1 },
      { message: 'Добавлено: 17 строк.', seconds: 15 },
    ]);
  });

  test('adds nothing after a no', async () => {
    const { bodies, session } = await press(plan, 'NO');
    expect(bodies).toHaveLength(1);
    expect(session.shown).not.toContainEqual(expect.objectContaining({ message: 'Добавляем строки…' }));
  });

  test('asks nothing where nothing is missing', async () => {
    const { asked, bodies } = await press({ ...plan, count: 0, message: 'Нечего.' }, 'YES');
    expect([asked, bodies.length]).toEqual([[], 1]);
  });
});

describe('«Помощь»', () => {
  test('opens the tab that the functions fill', async () => {
    const session = await workshop.open({
      findSheet: (title) => (title === SERVER_SHEETS.instruction.title ? 12 : null),
    });
    await session.press('ШНОР', 'Помощь');
    expect(session.shown).toEqual([{ kind: 'activated_sheet', sheetId: 12 }]);
  });

  test('says what to do where the tab is gone', async () => {
    const session = await workshop.open({});
    await session.press('ШНОР', 'Помощь');
    expect(session.shown).toMatchObject([
      { kind: 'alert', message: expect.stringContaining('Листа «Инструкция» нет') },
    ]);
  });
});
