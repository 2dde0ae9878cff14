import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from '@jest/globals';
import { createService } from '../../../functions/create-service.ts';
import { FUNCTION_NAMES } from '../../../functions/contract/functions.ts';
import { createHttpServer } from '../../../functions/entry-points/http/server.ts';
import { openDoor } from '../../../functions/open-door.ts';

const door = openDoor({ SHNOR_AUDIENCES: 'https://shnor.example', SHNOR_PROJECT: 'demo' });
const servers: Server[] = [];

async function serve(target: string): Promise<string> {
  const server = createHttpServer(createService(target, door));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function post(url: string): Promise<readonly [number, unknown]> {
  const answer = await fetch(url, { method: 'POST', body: '{}' });
  const { error } = (await answer.json()) as { error: { code: string } };
  return [answer.status, error.code];
}

afterAll(() => {
  for (const server of servers) server.close();
});

test('the service `shnor` has every function of the contract at its path, and nothing else', async () => {
  const url = await serve('shnor');
  for (const name of FUNCTION_NAMES) expect(await post(`${url}/${name}`)).toEqual([401, 'unauthenticated']);
  for (const path of ['/', '/nothing', '/sync/', '/sync/more', '/SYNC', '/__proto__', '/constructor'])
    expect([path, ...(await post(`${url}${path}`))]).toEqual([path, 404, 'path_unknown']);
});

test('each function can still be served alone, at any path', async () => {
  const url = await serve('monitor');
  expect([await post(url), await post(`${url}/any`)]).toEqual([
    [401, 'unauthenticated'],
    [401, 'unauthenticated'],
  ]);
  expect(() => createService('constructor', door)).toThrow('FUNCTION_TARGET names no function: constructor');
});
