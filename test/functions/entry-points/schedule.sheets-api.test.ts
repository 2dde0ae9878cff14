import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sweepAnswer } from '../../../functions/contract/sweep.ts';
import { describeRequest } from '../../../functions/entry-points/http/log-request.ts';
import { openDataFolder } from '../../../local/data-folder.ts';
import { COORDINATOR } from '../../../local/runtime.ts';
import { makeDemo } from '../../../local/start/make-demo.ts';
import { openSite, type Site } from '../../../local/start/open-site.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const OPERATOR = 'operator@shnor.local';

/** As Cloud Scheduler and Cloud Tasks call, over HTTP. */
describe('a call that no person makes', () => {
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

  async function post(
    path: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const response = await fetch(`${site.functionsUrl}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${site.tokenFor(OPERATOR)}`, ...headers },
      ...(body !== undefined && { body: new TextEncoder().encode(body) }),
    });
    return {
      status: response.status,
      body: (await response.json()) as { readonly error?: { code: string } },
    };
  }

  test('is understood as bytes without a type, as Cloud Scheduler sends it', async () => {
    const { status, body } = await post('monitor', JSON.stringify({ workbookId, today: '2026-11-23' }), {
      'content-type': 'application/octet-stream',
    });
    expect([status, body]).toMatchObject([200, { day: '2026-11-23', revision: 1 }]);
  });

  test('is for all workbooks where it names none, with or without a body', async () => {
    const bytes = { 'content-type': 'application/octet-stream' };
    const today = await post('monitor', '{"today":"2026-11-24"}', bytes);
    expect(sweepAnswer.parse(today.body)).toMatchObject({ workbooks: 1, due: 1, done: 1 });
    const bare = await post('sync', undefined, { 'x-cloudscheduler-scheduletime': '2026-11-24T05:00:00Z' });
    expect(sweepAnswer.parse(bare.body)).toMatchObject({ workbooks: 1, due: 1, done: 1 });
  });

  test('is refused where it is no JSON, or names nobody that serves', async () => {
    expect(await post('monitor', '{', { 'content-type': 'application/octet-stream' })).toMatchObject({
      status: 400,
      body: { error: { code: 'bad_request' } },
    });
    const authorization = `Bearer ${site.tokenFor(COORDINATOR)}`;
    expect(await post('monitor', '{}', { authorization, 'content-type': 'application/json' })).toMatchObject({
      status: 403,
      body: { error: { code: 'sweep_denied' } },
    });
  });

  test('is told a queue as done where trying again would not help', async () => {
    const body = JSON.stringify({ workbookId: 'nobody-knows' });
    const json = { 'content-type': 'application/json' };
    expect((await post('monitor', body, json)).status).toBe(403);
    expect(await post('monitor', body, { ...json, 'x-cloudtasks-queuename': 'shnor' })).toMatchObject({
      status: 200,
      body: { error: { code: 'access_denied' } },
    });
  });
});

describe('the line that a request leaves', () => {
  const usage = { sheetsReads: 1, sheetsWrites: 1, storeReads: 1, storeWrites: 2 };
  const line = {
    name: 'monitor',
    status: 200,
    ms: 812.4,
    usage,
    body: { workbookId: 'book' },
    retry: 1,
    bug: undefined,
  };

  test('has workbook, run, counts, time and what was used', () => {
    const answer = {
      day: '2026-11-23',
      counts: { create: 3 },
      findings: { overdue: 2 },
      message: 'ОО № 5: …',
    };
    expect(JSON.parse(JSON.stringify(describeRequest({ ...line, answer })))).toEqual({
      severity: 'INFO',
      message: 'monitor 200',
      function: 'monitor',
      status: 200,
      ms: 812,
      workbook: 'book',
      run: '2026-11-23',
      retry: 1,
      counts: { create: 3, overdue: 2 },
      ...usage,
    });
  });

  test('wakes somebody where a morning went by without a run', () => {
    const told = describeRequest({ ...line, body: {}, answer: { workbooks: 9, late: 2 } });
    expect([told.severity, told.alert, told.counts]).toEqual([
      'ERROR',
      'no_run_by_ten',
      { workbooks: 9, late: 2 },
    ]);
  });

  test('says of a bug where it was, and nothing that it quotes', () => {
    const bug = new TypeError('cannot read «Иванова Мария, СНИЛС 112-233-445 95»');
    const answer = { error: { code: 'internal', message: 'Внутренняя ошибка.' } };
    const text = JSON.stringify(describeRequest({ ...line, status: 500, answer, bug }));
    expect(JSON.parse(text)).toMatchObject({
      severity: 'ERROR',
      code: 'internal',
      bug: { name: 'TypeError' },
    });
    expect(text).toContain('schedule.sheets-api.test');
    expect(text).not.toMatch(/Иванова|112-233/u);
  });
});
