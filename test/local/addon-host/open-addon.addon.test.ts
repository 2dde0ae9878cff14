import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScriptStorage } from '../../../local/addon-host/script-storage.ts';
import { openAddon, type AddonSession } from '../../../local/addon-host/open-addon.ts';
import type { AddonOptions } from '../../../local/addon-host/addon-options.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shnor-host-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** A session over a script whose one menu item runs `body`. */
async function openScript(body: string, options: Partial<AddonOptions> = {}): Promise<AddonSession> {
  const codePath = join(folder, 'Code.js');
  await writeFile(
    codePath,
    `var runs = 0;
     function onOpen() { SpreadsheetApp.getUi().createMenu('М').addItem('П', 'work').addToUi(); }
     function work() { ${body} }`,
  );
  const defaults = { codePath, spreadsheetId: 'w', scriptProperties: {}, identityToken: () => 'token' };
  return openAddon({ ...defaults, ...options });
}

async function pressed(body: string, options?: Partial<AddonOptions>): Promise<AddonSession> {
  const session = await openScript(body, options);
  await session.press('М', 'П');
  return session;
}

describe('what the host does not have ends the run and is named', () => {
  test.each([
    ['SpreadsheetApp.flush()', 'SpreadsheetApp.flush'],
    ['SpreadsheetApp.getActiveSpreadsheet().getName()', 'Spreadsheet.getName'],
    ['SpreadsheetApp.getUi().Button.MAYBE', 'Button.MAYBE'],
    ['ScriptApp.x = 1', 'ScriptApp.x'],
    ["UrlFetchApp.fetch('http://127.0.0.1', { timeout: 1 })", 'timeout'],
    ['Utilities.getUuid()', 'Utilities.getUuid'],
    ['DriveApp.getFiles()', 'DriveApp is not defined'],
    ["HtmlService.createHtmlOutput('').append('')", 'HtmlOutput.append'],
    ['CacheService.getScriptCache()', 'CacheService.getScriptCache'],
    ['setTimeout(work)', 'setTimeout is not defined'],
    ['new URL("http://a")', 'URL is not defined'],
    ['new Function("")', 'Code generation from strings disallowed'],
  ])('%s', async (body, named) => {
    await expect(pressed(body)).rejects.toThrow(named);
  });

  test('even where the script catches the error', async () => {
    await expect(pressed('try { SpreadsheetApp.flush() } catch {}')).rejects.toThrow('SpreadsheetApp.flush');
  });
});

describe('a run', () => {
  test('starts in a fresh world: nothing in memory outlives the one before', async () => {
    const session = await openScript('console.log(++runs)');
    await session.press('М', 'П');
    await session.press('М', 'П');
    expect(session.log).toEqual([
      { level: 'log', text: '1' },
      { level: 'log', text: '1' },
    ]);
  });

  test('waits for the button of an alert', async () => {
    const session = await pressed(
      `const ui = SpreadsheetApp.getUi();
       console.log(ui.alert('Т', 'Удалить?', ui.ButtonSet.YES_NO) === ui.Button.NO);`,
      { answerAlert: async ({ message }) => (message === 'Удалить?' ? 'NO' : 'YES') },
    );
    expect(session.log).toEqual([{ level: 'log', text: 'true' }]);
    expect(session.shown).toEqual([{ kind: 'alert', title: 'Т', message: 'Удалить?', buttons: 'YES_NO' }]);
  });

  test('gets the failures of services as errors of its own world', async () => {
    const session = await pressed(
      `try { UrlFetchApp.fetch('http://shnor.invalid/') }
       catch (e) { console.log(e instanceof Error, e.name, e.message) }`,
    );
    expect(session.log).toEqual([{ level: 'log', text: 'true Exception DNS error: http://shnor.invalid/' }]);
  });

  test('sees the tabs that the spreadsheet has', async () => {
    const session = await pressed(
      `const book = SpreadsheetApp.getActiveSpreadsheet();
       console.log(book.getSheetById(1) === null); book.getSheetById(2).activate();`,
      { hasSheet: (sheetId) => sheetId === 2 },
    );
    expect(session.log).toEqual([{ level: 'log', text: 'true' }]);
    expect(session.shown).toEqual([{ kind: 'activated_sheet', sheetId: 2 }]);
  });

  test('gives its lock back when it ends, however it ends', async () => {
    const session = await openScript(
      'console.log(LockService.getDocumentLock().tryLock(50)); throw new Error("bang")',
    );
    await expect(session.press('М', 'П')).rejects.toThrow('bang');
    await expect(session.press('М', 'П')).rejects.toThrow('bang');
    expect(session.log.map(({ text }) => text)).toEqual(['true', 'true']);
  });

  test('ends when the session is closed', async () => {
    const session = await openScript('for (;;) {}');
    const running = expect(session.press('М', 'П')).rejects.toThrow('the session was closed');
    await session.close();
    await running;
    await expect(session.press('М', 'П')).rejects.toThrow('the session was closed');
  });
});

test('a simple trigger has neither the network nor the identity of its user', async () => {
  const codePath = join(folder, 'Simple.js');
  const options = { codePath, spreadsheetId: 'w', scriptProperties: {}, identityToken: () => 'token' };
  await writeFile(codePath, "function onOpen() { UrlFetchApp.fetch('http://127.0.0.1') }");
  await expect(openAddon(options)).rejects.toThrow('You do not have permission to call UrlFetchApp.fetch');
  await writeFile(codePath, 'function onOpen() { ScriptApp.getIdentityToken() }');
  await expect(openAddon(options)).rejects.toThrow(
    'You do not have permission to call ScriptApp.getIdentityToken',
  );
});

test('a menu item that is not there, or whose function is not there, is named', async () => {
  const session = await openScript('');
  await expect(session.press('М', 'Нет')).rejects.toThrow('«М» → «Нет»');
  const codePath = join(folder, 'Nameless.js');
  await writeFile(
    codePath,
    "function onOpen() { SpreadsheetApp.getUi().createMenu('М').addItem('П', 'gone').addToUi() }",
  );
  const other = await openAddon({
    codePath,
    spreadsheetId: 'w',
    scriptProperties: {},
    identityToken: () => null,
  });
  await expect(other.press('М', 'П')).rejects.toThrow('Script function not found: gone');
});

test('whoever watches is told of what is shown as it is shown', async () => {
  const told: string[] = [];
  await pressed("SpreadsheetApp.getActiveSpreadsheet().toast('раз')", {
    onShown: (shown) => told.push(shown.kind === 'toast' ? `${shown.message} ${shown.seconds}` : ''),
  });
  expect(told).toEqual(['раз 5']);
});

describe('the sidebar', () => {
  test('is shown as a whole document, in which google.script.run is defined before any script of its own', async () => {
    const session = await pressed(
      `const page = HtmlService.createHtmlOutput('<html><head><script>mine</script></head></html>');
       SpreadsheetApp.getUi().showSidebar(page.setTitle('Панель'));`,
    );
    const [panel] = session.shown;
    expect(panel).toMatchObject({ kind: 'sidebar', title: 'Панель' });
    const html = panel?.kind === 'sidebar' ? panel.html : '';
    expect(html.indexOf('window.google')).toBeGreaterThan(html.indexOf('<head>'));
    expect(html.indexOf('window.google')).toBeLessThan(html.indexOf('mine'));
  });

  test('calls functions with JSON and gets JSON back, or the failure', async () => {
    const session = await openScript('');
    await writeFile(
      join(folder, 'Calls.js'),
      'function onOpen() {} function twice(a) { return { sum: a.x * 2 } } function bad() { throw new Error("нет") }',
    );
    const calls = await openAddon({
      codePath: join(folder, 'Calls.js'),
      spreadsheetId: 'w',
      scriptProperties: {},
      identityToken: () => null,
    });
    expect(await calls.runFromSidebar('twice', [{ x: 21 }])).toEqual({ sum: 42 });
    await expect(calls.runFromSidebar('bad', [])).rejects.toThrow('нет');
    await expect(calls.runFromSidebar('none', [])).rejects.toThrow('Script function not found: none');
    await session.close();
  });

  test('a prompt waits for text, and a selection is what the user has selected', async () => {
    const session = await pressed(
      `const ui = SpreadsheetApp.getUi();
       const answer = ui.prompt('Т', 'Когда?', ui.ButtonSet.OK_CANCEL);
       const range = SpreadsheetApp.getActiveRange();
       console.log(answer.getResponseText(), range.getSheet().getName(), range.getRow());`,
      {
        answerPrompt: () => ({ button: 'OK', text: 'вчера' }),
        selection: () => ({ sheetId: 1, sheetTitle: 'Школы', range: 'B7:C9' }),
      },
    );
    expect(session.log).toEqual([{ level: 'log', text: 'вчера Школы 7' }]);
  });
});

describe('triggers', () => {
  const SCRIPT = `
    function onOpen() { SpreadsheetApp.getUi().createMenu('М').addItem('П', 'install').addToUi() }
    function onEdit() { console.log('simple') }
    function edited() { console.log('edited by ' + ScriptApp.getIdentityToken()) }
    function changed(e) { console.log('changed ' + e.changeType) }
    function install() {
      const book = SpreadsheetApp.getActiveSpreadsheet();
      ScriptApp.newTrigger('edited').forSpreadsheet(book).onEdit().create();
      ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
    }`;

  async function openTwo() {
    const codePath = join(folder, 'Triggers.js');
    await writeFile(codePath, SCRIPT);
    const shared = { codePath, spreadsheetId: 'w', scriptProperties: {}, storage: createScriptStorage() };
    const first = await openAddon({ ...shared, user: 'a', identityToken: () => 'a' });
    const second = await openAddon({ ...shared, user: 'b', identityToken: () => 'b' });
    return { first, second };
  }

  test('that are installed run as whoever installed them, whoever edits', async () => {
    const { first, second } = await openTwo();
    await second.fireEdit();
    expect(second.log.map(({ text }) => text)).toEqual(['simple']);
    await first.press('М', 'П');
    await second.fireEdit();
    expect(second.log.map(({ text }) => text).toSorted()).toEqual(['edited by a', 'simple', 'simple']);
    await second.fireChange('INSERT_ROW');
    expect(second.log.at(-1)?.text).toBe('changed INSERT_ROW');
  });

  test('a burst is one run and one more', async () => {
    const { first } = await openTwo();
    await first.press('М', 'П');
    await Promise.all(Array.from({ length: 20 }, () => first.fireEdit()));
    expect(first.log.filter(({ text }) => text === 'edited by a')).toHaveLength(2);
  });

  test('that have begun end before the session is closed', async () => {
    const { first } = await openTwo();
    await first.press('М', 'П');
    const fired = first.fireEdit();
    await first.close();
    await fired;
    expect(first.log.map(({ text }) => text).toSorted()).toEqual(['edited by a', 'simple']);
  });
});

test('the cache forgets after its time, properties do not, and users have their own', async () => {
  let now = 0;
  const storage = createScriptStorage(() => now);
  const options = { storage, user: 'a' };
  await pressed(
    `CacheService.getDocumentCache().put('k', 'v', 10);
     PropertiesService.getUserProperties().setProperty('k', 'own');
     PropertiesService.getDocumentProperties().setProperty('k', 'common');`,
    options,
  );
  const read = `console.log(CacheService.getDocumentCache().get('k'),
     PropertiesService.getUserProperties().getProperty('k'),
     PropertiesService.getDocumentProperties().getProperty('k'))`;
  expect((await pressed(read, options)).log).toEqual([{ level: 'log', text: 'v own common' }]);
  now = 10_001;
  expect((await pressed(read, { storage, user: 'b' })).log).toEqual([
    { level: 'log', text: 'null null common' },
  ]);
});
