import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { FUNCTION_NAMES } from '../../../functions/contract/functions.ts';
import { registerFunctions } from '../../../functions/register.ts';

const servers: Server[] = [];

async function serve(target: string): Promise<string> {
  const server = getTestServer(target).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function post(url: string): Promise<readonly [number, unknown]> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { error } = (await answer.json()) as { error: { code: string } };
  return [answer.status, error.code];
}

beforeAll(() => {
  process.env['SHNOR_AUDIENCES'] = 'https://shnor.example';
  process.env['SHNOR_PROJECT'] = 'demo';
  registerFunctions();
});

afterAll(() => {
  delete process.env['SHNOR_AUDIENCES'];
  delete process.env['SHNOR_PROJECT'];
  for (const server of servers) server.close();
});

test('the service `shnor` has every function of the contract at its path, and nothing else', async () => {
  const url = await serve('shnor');
  for (const name of FUNCTION_NAMES) expect(await post(`${url}/${name}`)).toEqual([401, 'unauthenticated']);
  for (const path of ['/', '/nothing', '/sync/', '/sync/more', '/SYNC', '/__proto__', '/constructor'])
    expect([path, ...(await post(`${url}${path}`))]).toEqual([path, 404, 'path_unknown']);
});

test('each function can still be served alone, at any path', async () => {
  expect(await post(await serve('monitor'))).toEqual([401, 'unauthenticated']);
});
