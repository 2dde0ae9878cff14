import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyDemo } from '../support/demo-folder.ts';
import { runs } from '../support/long.ts';
import { plainRequest, sendRaw, statusOf } from '../support/raw-request.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openPageHere } from './page/support/open-page-here.ts';

type Port = 'the page' | 'the stand-in';

const folder = makeTempFolder();
const data = join(folder.path, 'data');
let page: Awaited<ReturnType<typeof openPageHere>>;
let announced: { readonly sheetsUrl: string; readonly sheetsKey: string };

beforeAll(async () => {
  copyDemo(data);
  page = await openPageHere(data, 0);
  announced = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8')) as typeof announced;
});
afterAll(async () => {
  await page.stop();
  folder.remove();
});

const portOf = (port: Port): number =>
  Number(new URL(port === 'the page' ? page.url : announced.sheetsUrl).port);

async function ask(port: Port, line: string, headers?: Readonly<Record<string, string>>): Promise<number> {
  return statusOf(await sendRaw(portOf(port), plainRequest(line, headers)));
}

/** Whatever was sent before: the program is there, and answers its own as ever. */
async function assertStands(): Promise<void> {
  const authorization = `Bearer ${announced.sheetsKey}`;
  const own = { host: '127.0.0.1', authorization };
  expect([
    await ask('the page', 'GET /api/site'),
    await ask('the stand-in', 'GET /v4/spreadsheets/none', own),
  ]).toEqual([200, 404]);
}

const ODD_LINES = [
  'GET //',
  'GET ///',
  'GET /\\',
  'GET /\\\\evil.example',
  'GET //evil.example/m',
  'GET http://evil.example/',
  'GET http://127.0.0.1/api/book',
  'GET http://',
  'GET *',
  'OPTIONS *',
  'POST //',
  'PUT /\\sync',
  'TRACE //',
  'HEAD ///',
  'CONNECT 127.0.0.1:1',
];

describe.each<Port>(['the page', 'the stand-in'])('%s', (port) => {
  test('turns odd addresses away, and goes on', async () => {
    const statuses = await Promise.all(ODD_LINES.map((line) => ask(port, line)));
    const wrong = ODD_LINES.filter((_, index) => ![0, 400, 403].includes(statuses[index] ?? 500));
    expect(wrong).toEqual([]);
    await assertStands();
  });

  test.each([
    'GET /%ff',
    'GET /%',
    'GET /m/%ff',
    'GET /page/%ff',
    'GET /api/panels/%',
    'GET /..%2f..%2fetc/passwd',
  ])('has no such thing as %s', async (line) => {
    const status = await ask(port, line);
    expect([400, 401, 404]).toContain(status);
  });

  test('takes no line of a request for a reason to end or to fail', async () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '\\',
      '%',
      '%2e',
      '..',
      '?',
      '#',
      ':',
      '@',
      '[',
      'v4',
      'sync',
      'api',
      'm',
      ' ',
      '\0',
      '\t',
      'я',
    );
    const target = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    const verb = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'X', '');
    await fc.assert(
      fc.asyncProperty(verb, target, async (method, address) => {
        const status = await ask(port, `${method} ${address}`);
        expect(status < 500).toBe(true);
      }),
      runs(400, 30),
    );
    await assertStands();
  });

  test.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:8148',
    'evil.example:8148',
    '192.0.2.7:8148',
    '127.0.0.1@evil.example',
    '',
  ])('answers under no foreign name: «%s»', async (host) => {
    const authorization = `Bearer ${announced.sheetsKey}`;
    expect(await ask(port, 'GET /v4/spreadsheets/none', { host, authorization })).toBe(403);
    expect(await ask(port, 'GET /sync', { host, authorization })).toBe(403);
  });

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'https://127.0.0.1', 'null'])(
    'takes nothing from a page of %s',
    async (origin) => {
      const host = '127.0.0.1';
      const authorization = `Bearer ${announced.sheetsKey}`;
      for (const line of ['GET /api/site', 'POST /api/edits', 'POST /sync', 'POST /v4/spreadsheets'])
        expect(await ask(port, line, { host, origin, authorization })).toBe(403);
    },
  );
});

describe('the stand-in asks who calls', () => {
  const call = (authorization: string): Promise<number> =>
    ask('the stand-in', 'GET /v4/spreadsheets/none', { host: '127.0.0.1', authorization });

  test('and lets in whoever knows the key of this run, as themselves or as the owner', async () => {
    const { sheetsKey } = announced;
    expect(await Promise.all([`Bearer ${sheetsKey}`, `Bearer ${sheetsKey}:a@example.ru`].map(call))).toEqual([
      404, 404,
    ]);
  });

  test('and nobody else', async () => {
    const { sheetsKey } = announced;
    const wrong = [
      '',
      'Bearer local',
      'Bearer local:coordinator@shnor.local',
      `Bearer ${sheetsKey}x`,
      `Bearer ${sheetsKey.slice(1)}`,
      `Bearer ${sheetsKey}:`,
      `Basic ${sheetsKey}`,
    ];
    expect(await Promise.all(wrong.map(call))).toEqual(wrong.map(() => 401));
  });
});
