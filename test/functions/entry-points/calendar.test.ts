import { expect, test } from '@jest/globals';
import type { Request, Response } from '@google-cloud/functions-framework';
import type { Services } from '../../../functions/compose.ts';
import { calendar } from '../../../functions/entry-points/calendar.ts';

const SECRET = 'a'.repeat(32);

test('what goes wrong behind a secret address is logged, and the secret is not', async () => {
  const logged: unknown[] = [];
  const services = {
    store: { getMany: () => Promise.reject(new TypeError('a bug')) },
    meter: { measure: (_usage: object, work: () => Promise<unknown>) => work() },
    log: (entry: object, bug: unknown) => logged.push({ ...entry, bug }),
  } as unknown as Services;
  const answered: unknown[] = [];
  const response = {
    status: (status: number) => (answered.push(status), response),
    type: () => response,
    send: () => response,
  };
  const request = { method: 'GET', query: { key: SECRET }, headers: {} };
  await calendar(async () => services)(request as unknown as Request, response as unknown as Response);
  expect(answered).toEqual([500]);
  expect(logged).toEqual([
    expect.objectContaining({ severity: 'ERROR', message: 'calendar 500', bug: expect.any(TypeError) }),
  ]);
  expect(JSON.stringify(logged)).not.toContain(SECRET);
});
