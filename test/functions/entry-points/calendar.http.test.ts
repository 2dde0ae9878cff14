import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Services } from '../../../functions/compose.ts';
import { calendar } from '../../../functions/entry-points/calendar.ts';

const SECRET = 'a'.repeat(32);

test('strangers who guess addresses are told to wait before the store is asked', async () => {
  let reads = 0;
  const services = {
    store: {
      getMany: async () => {
        reads += 1;
        return [];
      },
    },
    meter: { measure: (_usage: object, work: () => Promise<unknown>) => work() },
  } as unknown as Services;
  const handler = calendar({ open: async () => services, log: () => {} });
  const server = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/calendar?key=`;
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, guess) => fetch(`${url}${String(guess).padStart(32, '0')}`)),
  );
  server.close();
  const refused = answers.filter(({ status }) => status === 429);
  // 120 at once, and two more each second that this takes.
  expect(answers.length - refused.length).toBe(reads);
  expect(reads).toBeLessThan(150);
  expect(refused.every(({ headers }) => Number(headers.get('retry-after')) >= 1)).toBe(true);
});

test('what goes wrong behind a secret address is logged, and the secret is not', async () => {
  const logged: unknown[] = [];
  const services = {
    store: { getMany: () => Promise.reject(new TypeError('a bug')) },
    meter: { measure: (_usage: object, work: () => Promise<unknown>) => work() },
  } as unknown as Services;
  const handler = calendar({
    open: async () => services,
    log: (entry, bug) => logged.push({ ...entry, bug }),
  });
  const server = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/calendar?key=${SECRET}`,
  );
  server.close();
  expect([answer.status, (await answer.text()).includes('a bug')]).toEqual([500, false]);
  expect(logged).toEqual([
    expect.objectContaining({ severity: 'ERROR', message: 'calendar 500', bug: expect.any(TypeError) }),
  ]);
  expect(JSON.stringify(logged)).not.toContain(SECRET);
});
