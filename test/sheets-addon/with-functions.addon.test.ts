import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import { WORKSHEETS } from '../../functions/workbook/worksheets/index.ts';
import type { AddonSession } from '../../local/addon-host/open-addon.ts';
import type { AddonOptions } from '../../local/addon-host/addon-options.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { COORDINATOR } from '../../local/runtime.ts';
import { openSite, type Site } from '../../local/start/open-site.ts';
import { knownHead, makeDemo } from '../../local/start/make-demo.ts';
import { deleteRows } from '../support/by-hand.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { serveFunctions, type OwnFunctions } from './serve-functions.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

/** The built add-on, real HTTP, verified tokens, the real functions, the stand-in of the Sheets API. */
describe('the add-on with the functions', () => {
  const folder = makeTempFolder();
  let site: Site;
  let workshop: AddonWorkshop;
  let workbookId: string;
  let own: OwnFunctions;

  beforeAll(async () => {
    [site, workshop] = await Promise.all([
      openSite(openDataFolder(folder.path), { port: 0 }),
      openWorkshop(),
    ]);
    workbookId = await makeDemo(site, '2026-11-23');
    own = await serveFunctions(['row', 'expand', 'deleted']);
  });
  afterAll(async () => {
    await Promise.all([site.close(), own.close(), workshop.dispose()]);
    folder.remove();
  });

  const openAs = (email: string, more: Partial<AddonOptions> = {}): Promise<AddonSession> =>
    workshop.open({
      spreadsheetId: workbookId,
      scriptProperties: { SHNOR_FUNCTIONS_URL: site.functionsUrl, ...own.properties },
      identityToken: () => site.tokenFor(email),
      ...more,
    });
  const at = (sheetTitle: string, range: string): Partial<AddonOptions> => ({
    selection: () => ({ sheetId: 1, sheetTitle, range }),
  });
  const sidebarOf = ({ shown }: AddonSession): string => {
    const panel = shown.findLast(({ kind }) => kind === 'sidebar');
    return panel?.kind === 'sidebar' ? (parse(panel.html).querySelector('main')?.structuredText ?? '') : '';
  };
  const tabs = async () => {
    const outline = await site.services.spreadsheets.readOutline(workbookId);
    return outline.tabs.map(({ title }) => title);
  };

  test('«Сформировать отчёт» asks whether the errors of the data may stand, then brings the new tab and opens it', async () => {
    const session = await openAs(COORDINATOR, { answerAlert: () => 'YES' });
    expect(await tabs()).not.toContain('Сводный отчёт № 1');
    await session.press('ШНОР', 'Сформировать отчёт');
    expect(await tabs()).toContain('Сводный отчёт № 1');
    expect(JSON.stringify(session.shown)).toContain('Готово: «Сводный отчёт» № 1');
    await session.close();
  });

  test('«Синхронизировать» shows what the function answered', async () => {
    const session = await openAs(COORDINATOR);
    await session.press('ШНОР', 'Синхронизировать');
    expect(JSON.stringify(session.shown)).toContain('С прошлой проверки ничего не изменилось.');
    await session.close();
  });

  test('an edit brings its verdict beside the row, and the sidebar tells the same', async () => {
    const session = await openAs(COORDINATOR, { ...at('Исполнение', 'A2'), answerAlert: () => 'YES' });
    await session.press('ШНОР', 'Автообновление…');
    const { sheetIds } = await knownHead(site, workbookId);
    const column = (key: string) => WORKSHEETS.executions.columns.findIndex((each) => each.key === key);
    const type = (value: string) =>
      site.services.spreadsheets.apply(workbookId, [
        {
          kind: 'write_values',
          block: { sheetId: sheetIds.executions, row: 1, column: column('doneOn'), values: [[value]] },
        },
      ]);
    const check = async () => {
      const [sheet] = await site.services.spreadsheets.readValues(workbookId, [sheetIds.executions]);
      return sheet?.rows[1]?.[column('check')];
    };
    await type('31.02.2026');
    await session.fireEdit();
    expect(await check()).toContain('Ошибка: ');
    await session.press('ШНОР', 'Замечания строки');
    expect(sidebarOf(session)).toContain('Ошибка, столбец «Дата исполнения».');
    expect(sidebarOf(session)).toContain('Как понят срок');
    await session.press('ШНОР', 'История строки');
    expect(sidebarOf(session)).toMatch(/«Дата исполнения»: .* → «31\.02\.2026»/u);

    await type('12.02.2026');
    await session.fireEdit();
    expect(await check()).not.toContain('Ошибка: ');
    await session.close();
  });

  test('«Замечания строки» tells how the deadline of a measure was read', async () => {
    const session = await openAs(COORDINATOR, at('Регламент', 'D5'));
    await session.press('ШНОР', 'Замечания строки');
    expect(sidebarOf(session)).toContain('До сентября');
    await session.close();
  });

  test('«Восстановить…» brings a deleted row back', async () => {
    const { sheetIds } = await knownHead(site, workbookId);
    await deleteRows({ url: site.sheetsUrl, key: site.sheetsKey }, workbookId, {
      sheetId: sheetIds.executions,
      from: 2,
      to: 2,
    });
    const session = await openAs(COORDINATOR, at('Исполнение', 'A1'));
    await session.press('ШНОР', 'Синхронизировать');
    await session.press('ШНОР', 'Восстановить…');
    expect(sidebarOf(session)).toContain('С листа «Исполнение» удалено или пропало: 1 строка.');
    const [target] = /e\d+-[0-9a-f]{3}/u.exec(sidebarOf(session)) ?? [];
    const plan = String(await session.runFromSidebar('runPanel', ['planRestore', { target, at: '' }]));
    expect(plan).toContain('Вернётся в конец листа «Исполнение»: 1 строка');
    const done = String(await session.runFromSidebar('runPanel', ['restore', { target, at: '' }]));
    expect(done).toContain('Возвращено в конец листа «Исполнение»: 1 строка');
    await session.close();
  });

  test('rows that vanished all at once are deleted only after a yes', async () => {
    const { sheetIds } = await knownHead(site, workbookId);
    const empty = Array.from({ length: 12 }, () => WORKSHEETS.executions.columns.map(() => null));
    await site.services.spreadsheets.apply(workbookId, [
      { kind: 'write_values', block: { sheetId: sheetIds.executions, row: 1, column: 0, values: empty } },
    ]);
    const answers: ('NO' | 'YES')[] = ['NO', 'YES'];
    const session = await openAs(COORDINATOR, { answerAlert: () => answers.shift() ?? 'OK' });
    await session.press('ШНОР', 'Синхронизировать');
    expect((await knownHead(site, workbookId)).held).toMatchObject({ executions: { rows: 12, limit: 3 } });
    expect(JSON.stringify(session.shown)).toMatch(
      /С листа «Исполнение» разом пропало 12 строк: ОО № \d \(демо\), \d\.\d.*и ещё 2\. Система сохранила прежнее/u,
    );

    await session.press('ШНОР', 'Синхронизировать');
    expect((await knownHead(site, workbookId)).held).toEqual({});
    expect(JSON.stringify(session.shown)).toContain('удалённых — 12');
    await session.close();
  });

  test('«Развернуть план по школам» adds the rows of a new school, once', async () => {
    const { sheetIds } = await knownHead(site, workbookId);
    const { columns } = WORKSHEETS.schools;
    const school: Readonly<Record<string, string>> = { name: 'ОО № 6 (демо)', status: 'ШНОР' };
    const row = columns.map(({ key }) => school[key] ?? null);
    await site.services.spreadsheets.apply(workbookId, [
      { kind: 'append_rows', sheetId: sheetIds.schools, rows: [row] },
    ]);
    const session = await openAs(COORDINATOR, { answerAlert: () => 'YES' });
    await session.press('ШНОР', 'Развернуть план по школам');
    expect(JSON.stringify(session.shown)).toContain('; школ — ');
    expect(session.shown.at(-1)).toMatchObject({
      message: expect.stringContaining('Добавлено в конец листа'),
    });
    await session.press('ШНОР', 'Развернуть план по школам');
    expect(session.shown.at(-1)).toMatchObject({ message: expect.stringContaining('добавлять нечего') });
    await session.close();
  });

  test('a stranger with a good token is told whom to ask, and gets nothing', async () => {
    const session = await openAs('stranger@example.ru');
    await session.press('ШНОР', 'Синхронизировать');
    expect(JSON.stringify(session.shown)).toContain('У адреса stranger@example.ru нет доступа к этой книге');
    await session.close();
  });
});
