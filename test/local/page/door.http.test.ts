import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { answerError } from '../../../local/page/answer-error.ts';
import { ENDING, openDoor } from '../../../local/page/door.ts';

const door = openDoor();
const cutOff = Promise.withResolvers<never>();
const app = express();
app.use(door.guard);
app.post('/edits', (_request, response) => void response.json({ isTaken: true }));
app.post('/report', () => cutOff.promise);
app.use(answerError(door));
const server = createServer(app);
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function post(path: string): Promise<readonly [number, unknown]> {
  const answer = await fetch(`${url}/${path}`, { method: 'POST' });
  return [answer.status, await answer.json()];
}

test('while the program ends nothing new begins, and what the end cuts off is no fault: all are told to come again', async () => {
  expect(await post('edits')).toEqual([200, { isTaken: true }]);
  const report = post('report');
  await once(server, 'request');
  door.shut();
  cutOff.reject(new Error('the session was closed'));
  const comeAgain = [503, { error: { message: ENDING } }];
  expect([await report, await post('edits')]).toEqual([comeAgain, comeAgain]);
});
