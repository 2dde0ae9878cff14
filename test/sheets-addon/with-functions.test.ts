import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AddonOptions, AddonSession } from '../../local/addon-host/open-addon.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { COORDINATOR } from '../../local/runtime.ts';
import { openSite, type Site } from '../../local/start/open-site.ts';
import { knownHead, makeDemo } from '../../local/start/make-demo.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

/** The built add-on, real HTTP, verified tokens, the real functions, the stand-in of the Sheets API. */
describe('the add-on with the functions', () => {
  const folder = makeTempFolder();
  let site: Site;
  let workshop: AddonWorkshop;
  let workbookId: string;

  beforeAll(async () => {
    [site, workshop] = await Promise.all([
      openSite(openDataFolder(folder.path), { port: 0 }),
      openWorkshop(),
    ]);
    workbookId = await makeDemo(site, '2026-11-23');
  });
  afterAll(async () => {
    await Promise.all([site.close(), workshop.dispose()]);
    folder.remove();
  });

  const openAs = (email: string, answerAlert?: AddonOptions['answerAlert']): Promise<AddonSession> =>
    workshop.open({
      spreadsheetId: workbookId,
      scriptProperties: { SHNOR_FUNCTIONS_URL: site.functionsUrl },
      identityToken: () => site.tokenFor(email),
      ...(answerAlert && { answerAlert }),
    });
  const tabs = async () => {
    const outline = await site.services.spreadsheets.readOutline(workbookId);
    return outline.tabs.map(({ title }) => title);
  };

  test('«Сформировать отчёт» brings the new tab and opens it', async () => {
    const session = await openAs(COORDINATOR);
    expect(await tabs()).not.toContain('Сводный отчёт № 1');
    await session.press('ШНОР', 'Сформировать отчёт');
    expect(await tabs()).toContain('Сводный отчёт № 1');
    expect(JSON.stringify(session.shown)).toContain('Сформирован сводный отчёт № 1');
    await session.close();
  });

  test('«Синхронизировать» shows what the function answered', async () => {
    const session = await openAs(COORDINATOR);
    await session.press('ШНОР', 'Синхронизировать');
    expect(JSON.stringify(session.shown)).toContain('С прошлой проверки ничего не изменилось.');
    await session.close();
  });

  test('rows that vanished all at once are deleted only after a yes', async () => {
    const { sheetIds } = await knownHead(site, workbookId);
    const empty = Array.from({ length: 12 }, () => Array.from({ length: 16 }, () => null));
    await site.services.spreadsheets.apply(workbookId, [
      { kind: 'write_values', block: { sheetId: sheetIds.executions, row: 1, column: 0, values: empty } },
    ]);
    const answers: ('NO' | 'YES')[] = ['NO', 'YES'];
    const session = await openAs(COORDINATOR, () => answers.shift() ?? 'OK');
    await session.press('ШНОР', 'Синхронизировать');
    expect((await knownHead(site, workbookId)).held).toEqual({ executions: { rows: 12, limit: 3 } });
    expect(JSON.stringify(session.shown)).toContain('Разом пропало много строк: «Исполнение» — 12.');

    await session.press('ШНОР', 'Синхронизировать');
    expect((await knownHead(site, workbookId)).held).toEqual({});
    expect(JSON.stringify(session.shown)).toContain('удалённых — 12');
    await session.close();
  });

  test('a stranger with a good token is told whom to ask, and gets nothing', async () => {
    const session = await openAs('stranger@example.ru');
    await session.press('ШНОР', 'Синхронизировать');
    expect(JSON.stringify(session.shown)).toContain('У адреса stranger@example.ru нет доступа к этой книге');
    await session.close();
  });
});
