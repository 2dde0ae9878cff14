import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANSWERS, errorAnswer } from '../../functions/contract/answers.ts';
import { FUNCTION_NAMES } from '../../functions/contract/functions.ts';
import { claimAppends, releaseAppends } from '../../functions/use-cases/append/append-claim.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { COORDINATOR } from '../../local/runtime.ts';
import { makeDemo } from '../../local/start/make-demo.ts';
import { openSite, type Site } from '../../local/start/open-site.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { SETTING_SPECS } from '../../functions/workbook/worksheets/settings.ts';

/** What a function's request needs besides the workbook. */
const NEEDED: Readonly<Record<string, object>> = {
  row: { row: 'Исполнение!2' },
  deleted: { worksheet: 'Исполнение' },
  'report-state': { number: 1 },
  'report-file': { number: 1, kind: 'docx' },
  forms: {},
  'form-file': { name: 'Дорожная карта (образец)' },
  import: { name: 'План.csv', content: '' },
};

/** The functions over HTTP, with really verified tokens. */
describe('the functions', () => {
  const folder = makeTempFolder();
  let site: Site;
  let workbookId: string;

  beforeAll(async () => {
    site = await openSite(openDataFolder(folder.path), { port: 0 });
    workbookId = await makeDemo(site, '2026-11-23');
  });
  afterAll(async () => {
    await site.close();
    folder.remove();
  });

  async function call(name: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    const response = await fetch(`${site.functionsUrl}/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${site.tokenFor(COORDINATOR)}`,
        ...headers,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  async function refusal(name: string, body: unknown, headers?: Readonly<Record<string, string>>) {
    const answer = await call(name, body, headers);
    return [answer.status, errorAnswer.parse(answer.body).error.code];
  }

  test('answer in the shape of the contract', async () => {
    const { status, body } = await call('sync', { workbookId });
    expect(status).toBe(200);
    expect(ANSWERS.sync.parse(body)).toMatchObject({
      status: 'changed',
      revision: 1,
      counts: { create: 81 + SETTING_SPECS.length },
    });
  });

  test('give control dates to whoever has the secret address, until it is revoked', async () => {
    const calendars = async (wish: object) =>
      ANSWERS.calendars.parse((await call('calendars', { workbookId, ...wish })).body);
    expect((await calendars({})).feeds).toEqual([]);
    const [book] = (await calendars({ wish: 'issue' })).feeds;
    expect(book).toMatchObject({
      whose: 'вся книга',
      url: expect.stringContaining(`${site.functionsUrl}/calendar?key=`),
    });
    const [known] = (await calendars({})).feeds;
    expect(known).toMatchObject({ whose: 'вся книга', url: '' });
    const url = book?.url ?? '';
    const answer = await fetch(url);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect(text.match(/^BEGIN:VEVENT/gmu)?.length).toBeGreaterThan(5);
    const again = await fetch(url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await fetch(`${url.slice(0, -1)}!`)).status).toBe(404);
    await calendars({ wish: 'revoke' });
    expect((await fetch(url)).status).toBe(404);
    expect((await calendars({})).feeds).toEqual([]);
  });

  test('list no letters where nobody was written to', async () => {
    const { body } = await call('letters', { workbookId });
    expect(ANSWERS.letters.parse(body)).toEqual({ letters: [], text: null, message: 'Писем ещё не было.' });
  });

  test('tell the history and plan a restore, and refuse two points at once', async () => {
    const history = await call('history', { workbookId, limit: 1 });
    expect([history.status, ANSWERS.history.parse(history.body)]).toMatchObject([
      200,
      { entries: [{ revision: 1, by: COORDINATOR }], cursor: null },
    ]);
    const plan = await call('restore', { workbookId, target: 'Исполнение', revision: 1 });
    expect([plan.status, ANSWERS.restore.parse(plan.body)]).toMatchObject([
      200,
      { status: 'planned', counts: { additions: 0, differences: 0, newer: 0 }, tab: null },
    ]);
    expect(await refusal('restore', { workbookId, revision: 1, at: '2026-11-20 14:00' })).toEqual([
      400,
      'bad_request',
    ]);
    expect(await refusal('history', { workbookId, row: 'e1-000' })).toEqual([422, 'row_unknown']);
  });

  test('form the report that is wished for, and keep what people say of it', async () => {
    const asked = { workbookId, today: '2026-11-23', form: 'overdue', asOf: '2026-11-20' };
    const span = { kind: 'quarter', year: 2026, quarter: 3 };
    const report = await call('report', { ...asked, span, withErrors: true });
    expect([report.status, ANSWERS.report.parse(report.body)]).toMatchObject([
      200,
      { status: 'published', number: 1, asOf: '2026-11-20', sheetTitle: 'Просроченное № 1' },
    ]);
    const draft = await call('report', { workbookId, today: '2026-11-23', draft: true });
    expect(ANSWERS.report.parse(draft.body)).toMatchObject({ status: 'draft', number: 0 });
    const paper = { number: '01-15/7', date: '2026-11-22' };
    const signed = await call('report-state', { workbookId, number: 1, today: '2026-11-23', paper });
    expect([signed.status, ANSWERS['report-state'].parse(signed.body)]).toMatchObject([
      200,
      { status: 'changed', state: 'signed', changes: [{ by: COORDINATOR, paperNumber: '01-15/7' }] },
    ]);
    const both = { workbookId, number: 1, paper, reason: 'Ошибка' };
    expect(await refusal('report-state', both)).toEqual([400, 'bad_request']);
    expect(await refusal('report-state', { workbookId, number: 9 })).toEqual([404, 'report_missing']);
    expect(await refusal('report', { ...asked, asOf: '2026-02-30' })).toEqual([400, 'bad_request']);
    expect(await refusal('report', { ...asked, form: 'region' })).toEqual([400, 'bad_request']);
  });

  test('list the reports with what may be asked for, and give the file of one', async () => {
    const { body } = await call('reports', { workbookId, today: '2026-11-23' });
    expect(ANSWERS.reports.parse(body)).toMatchObject({
      today: '2026-11-23',
      forms: [{ value: 'full', title: 'Сводный отчёт' }, {}, {}, {}, {}, {}],
      spans: expect.arrayContaining([
        { value: '{"kind":"month","year":2026,"month":9}', title: 'сентябрь 2026 года' },
      ]),
      reports: [{ number: 1, title: 'Просроченное № 1', state: 'signed' }],
      before: null,
    });
    const file = ANSWERS['report-file'].parse(
      (await call('report-file', { workbookId, number: 1, kind: 'docx' })).body,
    );
    expect([file.name, file.type.endsWith('wordprocessingml.document')]).toEqual([
      'Просроченное № 1.docx',
      true,
    ]);
    // A zip archive, as every .docx is.
    expect(Buffer.from(file.content, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(await refusal('report-file', { workbookId, number: 1, kind: 'pdf' })).toEqual([
      400,
      'bad_request',
    ]);
  });

  test('show what a plan that was sent would bring, and append it after a yes', async () => {
    const content = Buffer.from('№;Мероприятие;Срок\n6.1;Семинар для завучей;Май\n').toString('base64');
    const file = { workbookId, name: 'План.csv', content };
    const plan = ANSWERS.import.parse((await call('import', file)).body);
    expect(plan).toMatchObject({ status: 'planned', count: 1, tables: [] });
    expect(plan.message).toContain('6.1. Семинар для завучей');
    expect(plan.message).toContain('31.05.2026');
    expect(ANSWERS.import.parse((await call('import', { ...file, confirm: true })).body).status).toBe(
      'imported',
    );
    const again = ANSWERS.import.parse((await call('import', { ...file, confirm: true })).body);
    expect([again.status, again.message.includes('Нового нет')]).toEqual(['unchanged', true]);
    expect(await refusal('import', { ...file, name: 'План.odt' })).toEqual([422, 'file_kind_unknown']);
    const empty = { ...file, content: Buffer.from('a;b').toString('base64') };
    expect(await refusal('import', empty)).toEqual([422, 'no_plan']);
    const head = `Bearer ${site.tokenFor('head@shnor.local')}`;
    expect(
      await refusal('import', { ...file, name: 'Другой.csv', confirm: true }, { authorization: head }),
    ).toEqual([403, 'read_only_role']);
  });

  test('add no rows while somebody else is at it', async () => {
    const { store, clock } = site.services;
    const claim = { workbookId, by: 'other@example.ru', now: clock.now() };
    await claimAppends(store, claim);
    expect(await refusal('expand', { workbookId, confirm: true })).toEqual([409, 'appends_running']);
    await releaseAppends(store, claim);
  });

  test('let nobody in without a good token', async () => {
    expect(await refusal('sync', { workbookId }, { authorization: '' })).toEqual([401, 'unauthenticated']);
    expect(await refusal('report', { workbookId }, { authorization: 'Bearer x.y.z' })).toEqual([
      401,
      'unauthenticated',
    ]);
  });

  test('let no stranger in', async () => {
    const authorization = `Bearer ${site.tokenFor('stranger@example.ru')}`;
    for (const name of FUNCTION_NAMES) {
      const body = { workbookId, ...NEEDED[name] };
      expect([name, ...(await refusal(name, body, { authorization }))]).toEqual([name, 403, 'access_denied']);
    }
  });

  test('refuse what they do not understand, and say which field', async () => {
    expect(await refusal('report', {})).toEqual([400, 'bad_request']);
    expect(await refusal('sync', { workbookId, force: true })).toEqual([400, 'bad_request']);
    expect(await refusal('monitor', { workbookId, today: '2026-02-30' })).toEqual([400, 'bad_request']);
  });

  test('say of a workbook that was not provisioned what they say to a stranger', async () => {
    const authorization = `Bearer ${site.tokenFor('stranger@example.ru')}`;
    const unknown = await call('sync', { workbookId: 'nobody-knows' }, { authorization });
    expect(unknown).toEqual(await call('sync', { workbookId }, { authorization }));
    expect(unknown.status).toBe(403);
  });

  test('take nothing but POST', async () => {
    const response = await fetch(`${site.functionsUrl}/sync`);
    expect([response.status, errorAnswer.parse(await response.json()).error.code]).toEqual([
      405,
      'method_not_allowed',
    ]);
  });
});
