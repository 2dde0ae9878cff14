import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { sendAttempt } from './send-attempt.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** Each connection answers so many requests and then breaks off. */
async function serverOf(answers: number): Promise<string> {
  const answered = new WeakMap<object, number>();
  const server = createServer((asked, response) => {
    const before = answered.get(asked.socket) ?? 0;
    answered.set(asked.socket, before + 1);
    if (before < answers) response.end('здесь');
    else asked.socket.destroy();
  });
  server.listen(0, '127.0.0.1').unref();
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const attempt = { method: 'GET', path: '/', headers: {}, body: Buffer.alloc(0) };

test('a kept connection that the service has closed meanwhile is no fault: the request goes by a new one', async () => {
  const url = await serverOf(1);
  for (let time = 0; time < 3; time++)
    expect(await sendAttempt(url, attempt)).toMatchObject({ status: 200, text: 'здесь' });
});

test('a service that ends a new connection without an answer is seen', async () => {
  await expect(sendAttempt(await serverOf(0), attempt)).rejects.toThrow('socket hang up');
});
