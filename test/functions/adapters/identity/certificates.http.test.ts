import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createCertificates } from '../../../../functions/adapters/identity/certificates.ts';
import { startAnsweringServer, type AnsweringServer } from '../../../sheets-addon/answering-server.ts';

const HOUR_MS = 3_600_000;
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
const body = { one: key.export({ type: 'spki', format: 'pem' }).toString() };

let server: AnsweringServer;
let moment: number;
beforeEach(async () => {
  server = await startAnsweringServer();
  moment = 0;
  answer({ status: 200, body, headers: { 'cache-control': 'public, max-age=3600' } });
});
afterEach(() => server.close());

function answer(given: AnsweringServer['answers'][string]): void {
  server.answers = { '/certs': given };
}
const open = () => createCertificates({ url: `${server.url}/certs`, now: () => moment });

test('however many want the certificates at once, the issuer is asked once', async () => {
  const read = open();
  const got = await Promise.all(Array.from({ length: 50 }, () => read()));
  expect([new Set(got).size, [...(got[0] ?? new Map()).keys()], server.received.length]).toEqual([
    1,
    ['one'],
    1,
  ]);
});

test('they are kept for as long as the answer says, and asked for anew after that', async () => {
  const read = open();
  await read();
  moment = HOUR_MS - 1;
  await read();
  expect(server.received.length).toBe(1);
  moment = HOUR_MS;
  await read();
  expect(server.received.length).toBe(2);
});

test('while the issuer is down the old ones hold for twelve hours, and it is asked every half a minute', async () => {
  const read = open();
  const kept = await read();
  answer({ status: 503, body: '' });
  moment = HOUR_MS;
  expect([await read(), await read(), server.received.length]).toEqual([kept, kept, 2]);
  moment += 30_000;
  await read();
  expect(server.received.length).toBe(3);
  moment = 13 * HOUR_MS;
  await expect(read()).rejects.toThrow('503');
});

test.each([['{}'], ['[]'], ['{"one":"no key"}'], ['<html>']])(
  'what is no list of certificates is none: %s',
  async (text) => {
    answer({ status: 200, body: text });
    await expect(open()()).rejects.toThrow();
  },
);
