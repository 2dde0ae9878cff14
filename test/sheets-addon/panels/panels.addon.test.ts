import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import type { AddonSession } from '../../../local/addon-host/open-addon.ts';
import { startAnsweringServer, type AnsweringServer } from '../answering-server.ts';
import {
  ACCESS,
  DELETED,
  HISTORY,
  IMPORT_PLAN,
  REPORTED,
  REPORTS,
  FORMS,
  REPORT_FILE,
  REPORT_SIGNED,
  RESTORED,
  RESTORE_PLAN,
  ROW,
} from '../answers.ts';
import { openWorkshop, type AddonWorkshop } from '../opened-addon.ts';

let workshop: AddonWorkshop;
let server: AnsweringServer;

beforeAll(async () => {
  [workshop, server] = await Promise.all([openWorkshop(), startAnsweringServer()]);
});

beforeEach(() => {
  server.answers = {
    '/row': { status: 200, body: ROW },
    '/access': { status: 200, body: ACCESS },
    '/history': { status: 200, body: HISTORY },
    '/deleted': { status: 200, body: DELETED },
    '/restore': { status: 200, body: RESTORE_PLAN },
    '/import': { status: 200, body: IMPORT_PLAN },
    '/reports': { status: 200, body: REPORTS },
    '/report': { status: 200, body: REPORTED },
    '/report-file': { status: 200, body: REPORT_FILE },
    '/forms': { status: 200, body: FORMS },
    '/form-file': { status: 200, body: REPORT_FILE },
    '/report-state': { status: 200, body: REPORT_SIGNED },
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
  /** Presses the first such button as the page's script does: what is in it, and the fields around it. */
  press(title: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** The same, with the file that the page has put into the button. */
  pressWith(title: string, file: Readonly<Record<string, string>>): Promise<Page>;
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
  const run = async (title: string, change: (given: object) => object): Promise<Page> => {
    const button = buttons.find(({ text }) => text.trim() === title);
    const given = JSON.parse(button?.getAttribute('data-given') ?? 'null') as object;
    const action = button?.getAttribute('data-do');
    return readPage(session, String(await session.runFromSidebar('runPanel', [action, change(given)])));
  };
  return {
    html,
    text: root.structuredText,
    buttons: buttons.map(({ text }) => text.trim()),
    press: (title, fields = {}) => run(title, (given) => ({ ...fields, ...given })),
    pressWith: (title, file) => run(title, (given) => ({ ...given, ...file })),
  };
}

const bodies = () => server.received.map(({ path, body }) => [path, JSON.parse(body) as unknown]);

describe('«Доступ…»', () => {
  test('tells who is what, since when and by whom, and lets in, changes and lets out', async () => {
    const page = await pressMenu(await open(), 'Доступ…');
    expect(bodies().at(-1)).toEqual(['/access', { workbookId: 'workbook-1' }]);
    for (const text of [
      'участников — 2',
      'a@example.ru',
      'редактор',
      'с 23.11.2026 11:00, открыл a@example.ru',
    ])
      expect(page.text).toContain(text);
    expect([...new Set(page.buttons)]).toEqual(['Сменить роль', 'Да, закрыть', 'Открыть доступ']);
    const asked = async (...press: Parameters<Page['press']>) => {
      await page.press(...press);
      return bodies().at(-1);
    };
    const said = (email: string, role: string | null) => [
      '/access',
      { workbookId: 'workbook-1', email, role },
    ];
    expect(await asked('Открыть доступ', { email: 'c@example.ru', role: 'viewer' })).toEqual(
      said('c@example.ru', 'viewer'),
    );
    expect(await asked('Сменить роль', { role: 'viewer' })).toEqual(said('a@example.ru', 'viewer'));
    expect(await asked('Да, закрыть', { role: 'viewer' })).toEqual(said('a@example.ru', null));
  });
});

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

describe('«Импорт плана…»', () => {
  const FILE = { name: 'План.csv', content: 'cXE=' };

  test('asks for a file without asking the functions, and shows what it would bring', async () => {
    const asked = server.received.length;
    const chooser = await pressMenu(await open(), 'Импорт плана…');
    expect([server.received.length, chooser.buttons]).toEqual([asked, ['Показать план']]);
    const plan = await chooser.pressWith('Показать план', FILE);
    expect(bodies().at(-1)).toEqual(['/import', { workbookId: 'workbook-1', ...FILE }]);
    expect(plan.text).toContain('Семинар <для> завучей');
    expect(plan.html).toContain('value="&lt;Архив&gt;"');
    expect(plan.buttons).toEqual(['Показать план', 'Да, дописать', 'Другой файл']);
  });

  test('takes the one table that was chosen, and appends after a yes', async () => {
    const chooser = await pressMenu(await open(), 'Импорт плана…');
    const plan = await chooser.pressWith('Показать план', { ...FILE, table: 'План' });
    expect(bodies().at(-1)?.[1]).toMatchObject({ table: 'План' });
    server.answers = {
      '/import': { status: 200, body: { ...IMPORT_PLAN, status: 'imported', message: 'Дописано: 1.' } },
    };
    const done = await plan.pressWith('Да, дописать', FILE);
    expect(bodies().at(-1)?.[1]).toEqual({
      workbookId: 'workbook-1',
      ...FILE,
      table: 'План',
      confirm: true,
    });
    expect([done.text.includes('Дописано: 1.'), done.buttons]).toEqual([true, ['Ещё один файл']]);
  });

  test('takes it for the plan of the school that was chosen, which stays the first choice', async () => {
    const chooser = await pressMenu(await open(), 'Импорт плана…');
    const school = 'ОО «Ёлка»';
    const plan = await chooser.pressWith('Показать план', { ...FILE, school });
    expect(bodies().at(-1)?.[1]).toEqual({ workbookId: 'workbook-1', ...FILE, school });
    const options = parse(plan.html).querySelectorAll('select[name="school"] option');
    expect(options.map((each) => each.text.trim())).toEqual([
      'план школы: ОО «Ёлка»',
      'муниципалитета («Регламент»)',
    ]);
    await plan.pressWith('Да, дописать', FILE);
    expect(bodies().at(-1)?.[1]).toMatchObject({ school, confirm: true });
  });

  test('takes the measures that were wanted, with the columns where the person says that they stand', async () => {
    const wishes = { only: '1.1, 1.3', columns: 'срок=3' };
    const chooser = await pressMenu(await open(), 'Импорт плана…');
    const plan = await chooser.pressWith('Показать план', { ...FILE, ...wishes });
    expect(bodies().at(-1)?.[1]).toEqual({ workbookId: 'workbook-1', ...FILE, ...wishes });
    const fields = parse(plan.html).querySelectorAll('input[type="text"]');
    expect(fields.map((each) => [each.getAttribute('name'), each.getAttribute('value')])).toEqual([
      ['only', '1.1, 1.3'],
      ['columns', 'срок=3'],
    ]);
    await plan.pressWith('Да, дописать', FILE);
    expect(bodies().at(-1)?.[1]).toMatchObject({ ...wishes, confirm: true });
  });

  test('offers nothing to append where nothing is new', async () => {
    const nothing = { ...IMPORT_PLAN, status: 'unchanged', count: 0, tables: [], schools: [] };
    server.answers = { '/import': { status: 200, body: nothing } };
    const chooser = await pressMenu(await open(), 'Импорт плана…');
    const plan = await chooser.pressWith('Показать план', FILE);
    expect(plan.buttons).toEqual(['Показать план', 'Другой файл']);
  });
});

describe('«Отчёты…»', () => {
  const CHOICE = { form: 'school_card', asOf: '2026-11-20', span: REPORTS.spans[1]?.value ?? '' };

  test('offers what may be asked for, and lists the reports with what may be done with each', async () => {
    const page = await pressMenu(await open(), 'Отчёты…');
    expect(bodies().at(-1)).toEqual(['/reports', { workbookId: 'workbook-1' }]);
    const main = parse(page.html);
    expect(main.querySelectorAll('main option').map((each) => each.getAttribute('value'))).toEqual([
      'full',
      'school_card',
      '{"kind":"period"}',
      '{"kind":"month","year":2026,"month":9}',
      'ОО «Ёлка»',
      '',
      '[]',
      '["details"]',
      '["data_bank"]',
      '["journal"]',
      '["notes"]',
      '["details","data_bank","journal","notes"]',
    ]);
    expect(main.querySelector('input[name="asOf"]')?.attributes).toMatchObject({
      value: '2026-11-23',
      max: '2026-11-23',
    });
    expect(page.buttons).toEqual([
      'Сформировать',
      'Формы…',
      'Открыть',
      'Скачать .docx',
      'Скачать .xlsx',
      'Отметить',
      'Отозвать',
      // The other was recalled, and its tab is gone.
      'Скачать .docx',
      'Скачать .xlsx',
      'Более ранние',
    ]);
    expect(page.text).toContain('Состояние: отозвано 22.11.2026: опечатка.');
    expect(page.html).toContain('«ОО &lt;b&gt;»');
    await page.press('Более ранние');
    expect(bodies().at(-1)).toEqual(['/reports', { workbookId: 'workbook-1', before: 3 }]);
  });

  test('makes the report that is wished for, opens its tab, and the list stands again', async () => {
    const session = await open();
    const page = await pressMenu(session, 'Отчёты…');
    const made = await page.press('Сформировать', {
      ...CHOICE,
      school: 'ОО «Ёлка»',
      annexes: '["notes"]',
      draft: 'on',
      withErrors: 'on',
    });
    expect(bodies().slice(-2)).toEqual([
      [
        '/report',
        {
          workbookId: 'workbook-1',
          form: 'school_card',
          asOf: '2026-11-20',
          span: { kind: 'month', year: 2026, month: 9 },
          school: 'ОО «Ёлка»',
          annexes: ['notes'],
          withErrors: true,
          draft: true,
        },
      ],
      ['/reports', { workbookId: 'workbook-1' }],
    ]);
    expect(session.shown.at(-1)).toEqual({ kind: 'activated_sheet', sheetId: 77 });
    expect(made.text).toContain('Отчёт № 4 готов.');
    expect(made.buttons.slice(0, 2)).toEqual(['Открыть «Сводный отчёт № 4»', 'Сформировать']);
  });

  test('says that the report is made also where the list cannot be had after it', async () => {
    const page = await pressMenu(await open(), 'Отчёты…');
    server.answers = { ...server.answers, '/reports': { status: 503, body: '' } };
    const made = await page.press('Сформировать', { ...CHOICE, draft: '' });
    expect(made.text).toContain('Отчёт № 4 готов.');
  });

  test('an empty day and an empty school are left out', async () => {
    const page = await pressMenu(await open(), 'Отчёты…');
    await page.press('Сформировать', { ...CHOICE, asOf: '', school: '', draft: '' });
    expect(bodies().at(-2)?.[1]).toEqual({
      workbookId: 'workbook-1',
      form: 'school_card',
      span: { kind: 'month', year: 2026, month: 9 },
      draft: false,
    });
  });

  test('goes to the tab of a report, and says what to do where it is gone', async () => {
    const session = await open();
    const page = await pressMenu(session, 'Отчёты…');
    expect((await page.press('Открыть')).text).toContain('Вкладка открыта.');
    expect(session.shown.at(-1)).toEqual({ kind: 'activated_sheet', sheetId: 77 });
    const blind = await workshop.open({
      scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
      hasSheet: () => false,
    });
    const other = await pressMenu(blind, 'Отчёты…');
    expect((await other.press('Открыть')).text).toContain('Вкладки в книге нет.');
  });

  test('a function of two words has an address of its own too', async () => {
    const session = await workshop.open({
      scriptProperties: { SHNOR_FUNCTIONS_URL: server.url, SHNOR_REPORT_FILE_URL: `${server.url}/alone` },
    });
    server.answers = { ...server.answers, '/alone': { status: 200, body: REPORT_FILE } };
    const page = await pressMenu(session, 'Отчёты…');
    await page.press('Скачать .docx');
    expect(bodies().at(-1)?.[0]).toBe('/alone');
  });

  test('brings the file as a link that the page saves', async () => {
    const page = await pressMenu(await open(), 'Отчёты…');
    const { html } = await page.press('Скачать .xlsx');
    expect(bodies().at(-1)).toEqual(['/report-file', { workbookId: 'workbook-1', number: 4, kind: 'xlsx' }]);
    expect(parse(html).querySelector('a')?.attributes).toEqual({
      download: 'Сводный отчёт № 4.docx',
      'data-type': 'application/x-test',
      'data-file': 'UEs=',
    });
  });

  test('«Формы…»: what there is, what can stand in one, a file taken and another sent', async () => {
    const page = await (await pressMenu(await open(), 'Отчёты…')).press('Формы…');
    expect(page.text).toContain('Наша <форма>');
    expect(page.text).toContain('{{период}} — Отчётный период');
    await page.press('Взять файл');
    expect(bodies().at(-1)).toEqual(['/form-file', { workbookId: 'workbook-1', name: 'Наша <форма>' }]);
    await page.pressWith('Добавить', { name: 'Б.docx', content: 'UEs=' });
    expect(bodies().at(-1)).toEqual([
      '/forms',
      { workbookId: 'workbook-1', name: 'Б.docx', content: 'UEs=' },
    ]);
  });

  test('«Формы…»: a form of the workbook is removed once it was asked about', async () => {
    const page = await (await pressMenu(await open(), 'Отчёты…')).press('Формы…');
    const asked = bodies().length;
    const question = await page.press('Удалить…');
    expect(question.text).toContain('Удалить форму «Наша <форма>»? Отчёты по ней останутся');
    expect(bodies()).toHaveLength(asked);
    await question.press('Удалить');
    expect(bodies().at(-1)).toEqual(['/forms', { workbookId: 'workbook-1', remove: 'Наша <форма>' }]);
  });

  test('keeps the number and date of the signed paper, and the reason of a recall', async () => {
    const page = await pressMenu(await open(), 'Отчёты…');
    const signed = await page.press('Отметить', { paperNumber: '01-15/7', paperDate: '2026-11-23' });
    expect(signed.text).toContain('Отчёт № 4: подписан.');
    await page.press('Отозвать', { reason: 'Опечатка' });
    const paper = { number: '01-15/7', date: '2026-11-23' };
    expect(bodies().filter(([path]) => path === '/report-state')).toEqual([
      ['/report-state', { workbookId: 'workbook-1', number: 4, paper }],
      ['/report-state', { workbookId: 'workbook-1', number: 4, reason: 'Опечатка' }],
    ]);
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

test('a long list in what is refused is folded, so that the panel stays in sight', async () => {
  const page = await pressMenu(await open(), 'Отчёты…');
  const message = 'В данных ошибки (2).\n• Первая.\n• Вторая.\nИсправьте их.';
  server.answers = {
    '/report': { status: 409, body: JSON.stringify({ error: { code: 'report_errors', message } }) },
  };
  const { html } = await page.press('Сформировать');
  const [before = '', rest = ''] = html.split('<details>');
  const [list = '', after = ''] = rest.split('</details>');
  expect([before, list, after].map((part) => parse(part).text.trim())).toEqual([
    'В данных ошибки (2).',
    'Показать• Первая.\n• Вторая.',
    'Исправьте их.',
  ]);
});

test('an action that no panel has is refused', async () => {
  const session = await open();
  expect(await session.runFromSidebar('runPanel', ['constructor', {}])).toContain('Панель устарела.');
});
