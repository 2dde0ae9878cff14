import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCOUNTS_FILE, openAccounts } from '../../../local/accounts/accounts.ts';
import type { Accounts } from '../../../local/accounts/types.ts';
import { copyDemo } from '../../support/demo-folder.ts';
import { runProgram } from '../../support/run-program-here.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { openPageHere } from './support/open-page-here.ts';

const folder = makeTempFolder();
const data = join(folder.path, 'data');
const COORDINATOR = 'coordinator@shnor.local';
const PASSWORD = 'берёза-окно-семь-чай';
const CLIENT = 'client=window01';

let page: Awaited<ReturnType<typeof openPageHere>>;
/** As the command line opens them beside the program; hashes cost less here. */
let accounts: Accounts;

beforeAll(async () => {
  copyDemo(data);
  page = await openPageHere(data, 0);
  accounts = openAccounts({ file: join(data, ACCOUNTS_FILE), cost: 1024 });
});
afterAll(async () => {
  await accounts.close();
  await page.stop();
  folder.remove();
});

interface Asked {
  readonly cookie?: string | undefined;
  readonly body?: object;
  readonly origin?: string;
  readonly host?: string;
}

async function open(path: string, { cookie, body, origin, host }: Asked = {}): Promise<IncomingMessage> {
  const own = new URL(page.url);
  const sent = request({
    host: own.hostname,
    port: own.port,
    path,
    method: body ? 'POST' : 'GET',
    agent: false,
    headers: {
      host: host ?? own.host,
      ...(cookie && { cookie }),
      ...(body && { origin: origin ?? own.origin, 'content-type': 'application/json' }),
    },
  });
  sent.end(body && JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

async function ask(path: string, asked: Asked = {}) {
  const answer = await open(path, asked);
  const [set = ''] = answer.headers['set-cookie'] ?? [];
  return {
    status: answer.statusCode,
    body: await text(answer),
    set,
    cookie: set.split(';', 1)[0] ?? '',
    location: answer.headers.location,
  };
}

/** Somebody with an account and its password. */
async function invited(email = COORDINATOR): Promise<void> {
  const { token } = await accounts.invite({ email, days: 3 });
  await accounts.accept(token, PASSWORD);
}

const signIn = (email = COORDINATOR, more: Asked = {}, password = PASSWORD) =>
  ask('/account/sign-in', { ...more, body: { email, password } });

test('as long as nobody was invited, the page is open to whoever sits at this machine', async () => {
  const site = await ask('/api/site');
  expect([site.status, JSON.parse(site.body)]).toMatchObject([200, { isSignedIn: false }]);
});

describe('once somebody is invited', () => {
  beforeAll(() => invited());

  test.each([
    ['/api/book', 401],
    [`/api/events?${CLIENT}`, 401],
    [`/api/menus?${CLIENT}`, 401],
    ['/api/site', 401],
    ['/', 303],
    ['/m', 303],
    ['/account/sign-in', 200],
    ['/account/invitation', 200],
    ['/account/me', 401],
    ['/page/sign-in.js', 200],
  ])('a stranger gets of %s a %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  test('a stranger changes nothing', async () => {
    for (const path of ['/api/edits', '/api/menu', '/api/run', '/api/dialog', '/api/selection'])
      expect((await ask(`${path}?${CLIENT}`, { body: {} })).status).toBe(401);
  });

  test('the way in leads back to where one wanted to go', async () => {
    expect((await ask('/m/5')).location).toBe('/account/sign-in?next=%2Fm%2F5');
  });

  test('whoever signs in is that person, whatever else the address says', async () => {
    const { status, set, cookie } = await signIn('Coordinator@SHNOR.local');
    expect([status, set]).toEqual([
      200,
      expect.stringMatching(/^shnor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u),
    ]);
    const site = await ask('/api/site?user=head@shnor.local', { cookie });
    expect(JSON.parse(site.body)).toMatchObject({ people: [{ email: COORDINATOR }], isSignedIn: true });
    expect((await ask('/', { cookie })).status).toBe(200);
  });

  test('a session is never one that the browser brought', async () => {
    const planted = `shnor=${'A'.repeat(43)}`;
    const { cookie } = await signIn(COORDINATOR, { cookie: planted });
    expect(cookie).not.toBe(planted);
    expect((await ask('/account/me', { cookie: planted })).status).toBe(401);
  });

  test('signing in again ends what was before', async () => {
    const first = await signIn();
    const second = await signIn(COORDINATOR, { cookie: first.cookie });
    expect((await ask('/account/me', { cookie: first.cookie })).status).toBe(401);
    expect((await ask('/account/me', { cookie: second.cookie })).status).toBe(200);
  });

  test('a cookie that was stolen is worth nothing after the sign-out, and its stream ends', async () => {
    const { cookie } = await signIn();
    const stream = await open(`/api/events?${CLIENT}`, { cookie });
    stream.resume().on('error', () => undefined);
    const ended = new Promise((resolve) => stream.on('close', resolve));
    expect((await ask('/account/sign-out', { cookie, body: {} })).status).toBe(200);
    await ended;
    expect((await ask('/api/book', { cookie })).status).toBe(401);
  });

  test('the phone too shows the way out, and it asks first', async () => {
    const { cookie } = await signIn();
    expect((await ask('/m', { cookie })).body).toContain('<a href="/account/out">Выйти</a>');
    const asking = await ask('/account/out', { cookie });
    expect([asking.status, asking.body]).toEqual([
      200,
      expect.stringContaining(`Вы вошли как ${COORDINATOR}.`),
    ]);
    expect((await ask('/account/me', { cookie })).status).toBe(200);
    expect((await ask('/account/out')).status).toBe(303);
  });

  test('another site can neither sign anybody in or out nor change anything', async () => {
    const { cookie } = await signIn();
    const body = { email: COORDINATOR, password: PASSWORD };
    for (const origin of ['https://evil.example', 'null'])
      for (const path of ['/account/sign-in', '/account/sign-out', `/api/edits?${CLIENT}`])
        expect((await ask(path, { cookie, body, origin })).status).toBe(403);
    expect((await ask('/account/me', { cookie })).status).toBe(200);
  });

  test('a foreign name of this machine gets nothing, with the cookie too', async () => {
    const { cookie } = await signIn();
    expect((await ask('/api/book', { cookie, host: 'evil.example' })).status).toBe(403);
  });

  test('an invitation that was used says so', async () => {
    const { token } = await accounts.invite({ email: COORDINATOR, days: 1 });
    const accept = () => ask('/account/accept', { body: { token, password: PASSWORD } });
    expect([(await accept()).status, (await accept()).status]).toEqual([200, 422]);
    const look = await ask('/account/look', { body: { token } });
    expect([look.status, look.body]).toEqual([422, expect.stringContaining('уже использовано')]);
  });

  test('an account of somebody who is no member of the workbook opens nothing of it', async () => {
    await invited('stranger@example.ru');
    const { status, cookie } = await signIn('stranger@example.ru');
    const book = await ask('/api/book', { cookie });
    expect([status, book.status, book.body]).toEqual([
      200,
      403,
      expect.stringContaining('stranger@example.ru'),
    ]);
  });

  test('whoever is invited as a viewer looks, and changes nothing', async () => {
    const args = ['invite', 'viewer@example.ru', '--role', 'viewer', '--json', '--data', data];
    const { stdout } = await runProgram('local/cli/main.ts', args);
    const { link } = JSON.parse(stdout) as { link: string };
    const { origin, hash } = new URL(link);
    expect(origin).toBe(new URL(page.url).origin);
    const body = { token: hash.slice(1), password: PASSWORD };
    const { cookie } = await ask('/account/accept', { body });
    expect((await ask('/api/book', { cookie })).status).toBe(200);
    const edits = [{ number: 1, steps: [{ kind: 'cells', sheetId: 1, cells: [] }] }];
    const edited = await ask(`/api/edits?${CLIENT}`, { cookie, body: { client: 'window01', edits } });
    expect(JSON.parse(edited.body)).toMatchObject({
      outcomes: [{ number: 1, status: 'refused', message: expect.stringContaining('«Наблюдатель»') }],
    });
  });

  test('guessing comes to an end, for the right password too', async () => {
    await invited('head@shnor.local');
    const tries: (number | undefined)[] = [];
    for (let n = 0; n < 7; n += 1)
      tries.push((await signIn('head@shnor.local', {}, `wrong-password-${n}`)).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await signIn('head@shnor.local');
    expect([right.status, right.body]).toEqual([429, expect.stringContaining('Повторите через')]);
  });
});
