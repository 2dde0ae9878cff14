import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MonitorAnswer, ReportAnswer, SyncAnswer } from '../../functions/contract.ts';
import { startAnsweringServer, type AnsweringServer } from './answering-server.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

const FINDINGS = { error: 1, overdue: 0, warning: 0, reminder: 0 };

const SYNCED: SyncAnswer = {
  status: 'changed',
  revision: 2,
  counts: { create: 3, update: 0, delete: 0, restore: 0 },
  findings: FINDINGS,
  message: 'Принято строк: новых — 3.',
  braked: [],
};
const MONITORED: MonitorAnswer = { ...SYNCED, message: '1 замечание: ошибка — 1.' };
const REPORTED: ReportAnswer = {
  status: 'published',
  number: 4,
  asOf: '2026-10-01',
  sheetId: 77,
  sheetTitle: 'Сводный отчёт № 4',
  findings: FINDINGS,
  message: 'Отчёт № 4 готов.',
};

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
  test('is built when the workbook opens, with the three commands', async () => {
    const { menus, shown } = await workshop.open({});
    expect(menus).toEqual([
      {
        title: 'ШНОР',
        items: [
          { kind: 'item', title: 'Сформировать отчёт', functionName: 'publishReport' },
          { kind: 'item', title: 'Проверить сроки', functionName: 'runMonitoring' },
          { kind: 'item', title: 'Синхронизировать', functionName: 'syncWorkbook' },
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
