import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { admitting } from '../../../local/http/admission.ts';
import { guardRequests } from '../../../local/page/security.ts';

let server: Server;

beforeAll(async () => {
  const app = express()
    .use(guardRequests)
    .use((_request, response) => void response.json({}));
  server = createServer(admitting({}, app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await once(server, 'close');
});

async function call(method: string, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, method, headers, agent: false });
  sent.end(method === 'POST' ? '{}' : undefined);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

describe('the page answers its own browser only', () => {
  test('under the names of this machine, and lets it ask nothing outside', async () => {
    const answer = await call('GET', { host: '127.0.0.1:8148' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect((await call('GET', { host: 'evil.example' })).statusCode).toBe(403);
  });

  test.each([
    ['from a foreign page', { origin: 'https://evil.example' }, 'application/json', 403],
    ['from nowhere', {}, 'application/json', 403],
    ['as a form', { origin: 'http://localhost:1' }, 'text/plain', 415],
    ['from itself', { origin: 'http://localhost:1' }, 'application/json', 200],
  ])('a change %s', async (_, headers, type, status) => {
    const length = { 'content-type': type, 'content-length': '2' };
    expect((await call('POST', { host: 'localhost:1', ...headers, ...length })).statusCode).toBe(status);
  });
});
