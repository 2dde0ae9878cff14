import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import type { AddonSession } from '../../local/addon-host/open-addon.ts';
import { startAnsweringServer, type AnsweringServer } from './answering-server.ts';
import { DELETED, HISTORY, RESTORED, RESTORE_PLAN, ROW } from './answers.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

let workshop: AddonWorkshop;
let server: AnsweringServer;

beforeAll(async () => {
  [workshop, server] = await Promise.all([openWorkshop(), startAnsweringServer()]);
});

beforeEach(() => {
  server.answers = {
    '/row': { status: 200, body: ROW },
    '/history': { status: 200, body: HISTORY },
    '/deleted': { status: 200, body: DELETED },
    '/restore': { status: 200, body: RESTORE_PLAN },
  };
});

afterAll(async () => {
  await Promise.all([workshop.dispose(), server.close()]);
});

const open = () =>
  workshop.open({
    scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
    selection: () => ({ sheetId: 4, sheetTitle: 'Исполнение', range: 'C12:D14' }),
  });

interface Page {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Presses a button as the page's script does: what is in it, and the fields around it. */
  press(title: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  readonly html: string;
}

async function pressMenu(session: AddonSession, item: string): Promise<Page> {
  await session.press('ШНОР', item);
  const panel = session.shown.findLast(({ kind }) => kind === 'sidebar');
  return readPage(session, panel?.kind === 'sidebar' ? panel.html : '');
}

function readPage(session: AddonSession, html: string): Page {
  const body = parse(html);
  const root = body.querySelector('main') ?? body;
  const buttons = root.querySelectorAll('button');
  return {
    html,
    text: root.structuredText,
    buttons: buttons.map(({ text }) => text.trim()),
    async press(title, fields = {}) {
      const button = buttons.find(({ text }) => text.trim() === title);
      const given = JSON.parse(button?.getAttribute('data-given') ?? 'null') as object;
      const action = button?.getAttribute('data-do');
      return readPage(
        session,
        String(await session.runFromSidebar('runPanel', [action, { ...fields, ...given }])),
      );
    },
  };
}

const bodies = () => server.received.map(({ path, body }) => [path, JSON.parse(body) as unknown]);

describe('«Замечания строки»', () => {
  test('asks for the selected row and shows findings, the deadline and the latest change', async () => {
    const page = await pressMenu(await open(), 'Замечания строки');
    expect(bodies().at(-1)).toEqual(['/row', { workbookId: 'workbook-1', row: 'Исполнение!12' }]);
    for (const text of [
      'Ошибка, столбец «Школа». Нет школы',
      'Исправьте.',
      'До сентября',
      'По 31.08.2026.',
      'Состояние: просрочено.',
      '23.11.2026 11:00, изменена',
    ]) {
      expect(page.text).toContain(text);
    }
    expect(page.buttons).toEqual(['Вся история', 'Показать выделенную строку']);
  });

  test('what people typed is text there and never markup', async () => {
    const { html } = await pressMenu(await open(), 'Замечания строки');
    expect(html).toContain('ОО «&lt;script&gt;alert(1)&lt;/script&gt;»');
    expect(html).toContain('«&lt;b&gt;в работе&lt;/b&gt;»');
    expect(html).toContain('Нет школы &quot;&amp;&quot;.');
    expect(html).not.toContain('<script>alert');
  });

  test('leads to the history of the same row, page by page', async () => {
    const page = await pressMenu(await open(), 'Замечания строки');
    const history = await page.press('Вся история');
    expect(history.buttons).toEqual(['Показать более раннее', 'Замечания', 'История выделенной строки']);
    await history.press('Показать более раннее');
    expect(bodies().at(-1)).toEqual([
      '/history',
      { workbookId: 'workbook-1', row: 'Исполнение!12', cursor: 5 },
    ]);
  });

  test('says what to do where nothing is selected', async () => {
    const session = await workshop.open({ scriptProperties: { SHNOR_FUNCTIONS_URL: server.url } });
    await session.press('ШНОР', 'Замечания строки');
    expect(session.shown.at(-1)).toMatchObject({
      kind: 'alert',
      message: 'Выделите любую ячейку строки и повторите команду.',
    });
  });

  test('shows that it works and that it has ended', async () => {
    const session = await open();
    await session.press('ШНОР', 'История строки');
    expect(session.shown.map((each) => ('message' in each ? each.message : each.kind))).toEqual([
      'Читаем историю строки…',
      'sidebar',
      'Готово.',
    ]);
  });
});

describe('«Восстановить…»', () => {
  test('lists what the open tab has lost, says what would be done, and does it after a yes', async () => {
    const session = await open();
    const list = await pressMenu(session, 'Восстановить…');
    expect(bodies().at(-1)).toEqual(['/deleted', { workbookId: 'workbook-1', worksheet: 'Исполнение' }]);
    expect(list.text).toContain('ОО № 3, 1.1');

    const plan = await list.press('Вернуть', { at: '2026-11-20T14:00' });
    expect(bodies().at(-1)).toEqual(['/restore', { workbookId: 'workbook-1', target: 'e3-abc' }]);
    expect(plan.buttons).toEqual(['Да, вернуть', 'Нет']);

    server.answers = { '/restore': { status: 200, body: RESTORED } };
    const done = await plan.press('Да, вернуть');
    expect(bodies().at(-1)).toEqual([
      '/restore',
      { workbookId: 'workbook-1', target: 'e3-abc', confirm: true },
    ]);
    expect(done.text).toContain('Возвращено: 1 строка.');
    expect(session.shown.at(-1)).toEqual({ kind: 'activated_sheet', sheetId: 9 });
  });

  test('takes the whole tab to a moment, and asks for one that was left out', async () => {
    const list = await pressMenu(await open(), 'Восстановить…');
    await list.press('Показать, что вернётся', { at: '2026-11-20T14:00' });
    expect(bodies().at(-1)).toEqual([
      '/restore',
      { workbookId: 'workbook-1', target: 'Исполнение', at: '2026-11-20 14:00' },
    ]);
    const failed = await list.press('Показать, что вернётся', { at: '' });
    expect(failed.text).toContain('Укажите дату и время');
  });

  test('offers nothing to confirm where there is nothing to do', async () => {
    const list = await pressMenu(await open(), 'Восстановить…');
    const counts = { additions: 0, differences: 0, newer: 2 };
    server.answers = { '/restore': { status: 200, body: { ...RESTORE_PLAN, counts } } };
    expect((await list.press('Вернуть')).buttons).toEqual(['К списку']);
  });
});

test('a failure inside the panel stands there as a sentence, and the log has the details', async () => {
  const session = await open();
  const list = await pressMenu(session, 'Восстановить…');
  server.answers = { '/restore': { status: 429, body: '' } };
  expect((await list.press('Вернуть')).text).toContain(
    'Слишком много обращений за минуту. Ваши записи в таблице целы.',
  );
  expect(session.log.at(-1)).toEqual({ level: 'error', text: 'planRestore: 429 ' });
});

test('an action that no panel has is refused', async () => {
  const session = await open();
  expect(await session.runFromSidebar('runPanel', ['constructor', {}])).toContain('Панель устарела.');
});
