import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDataFolder } from '../../../local/data-folder.ts';
import { COORDINATOR } from '../../../local/runtime.ts';
import { makeDemo } from '../../../local/start/make-demo.ts';
import { openSite, type Site } from '../../../local/start/open-site.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

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

async function post(name: string, body: object, email = COORDINATOR): Promise<readonly [number, unknown]> {
  const answer = await fetch(`${site.functionsUrl}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${site.tokenFor(email)}` },
    body: JSON.stringify({ workbookId, ...body }),
  });
  return [answer.status, await answer.json()];
}

test('hints that come together are one synchronisation, and each is answered 202', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post('sync', { hint: true })));
  expect(answers).toEqual(answers.map(() => [202, { held: '', question: '' }]));
  // On two slots at most, and the second finds nothing changed.
  expect(await post('history', {})).toMatchObject([200, { entries: [{ revision: 1 }] }]);
});

test('nobody unknown has work done by a hint', async () => {
  expect(await post('sync', { hint: true }, 'stranger@example.ru')).toMatchObject([
    403,
    { error: { code: 'access_denied' } },
  ]);
});

test('a hint says yes to nothing else', async () => {
  expect(await post('sync', { hint: 'yes' })).toMatchObject([400, { error: { code: 'bad_request' } }]);
});
