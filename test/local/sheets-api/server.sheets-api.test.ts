import { gunzipSync } from 'node:zlib';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { PortTakenError } from '../../../local/sheets-api/errors.ts';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

const running: StandIn[] = [];
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.stop();
});

async function start(options: Parameters<typeof startStandIn>[0] = {}): Promise<StandIn> {
  const standIn = await startStandIn(options);
  running.push(standIn);
  await standIn.create();
  return standIn;
}

const WRITE = valuesPath('Лист1!A1', '?valueInputOption=RAW');

async function firstCell(standIn: StandIn): Promise<unknown> {
  return (await standIn.call('GET', valuesPath('Лист1!A1'))).body['values'];
}

describe('the server', () => {
  test('counts the calls of each method', async () => {
    const standIn = await start();
    await standIn.call('GET', valuesPath('Лист1'));
    await standIn.call('GET', valuesPath('Лист1'));
    await standIn.batch({ addSheet: {} });
    expect(standIn.api.requests()).toEqual({ create: 1, 'values.get': 2, batchUpdate: 1 });
  });

  test('a taken port is told in Russian', async () => {
    const { api } = await start();
    const second = startStandIn({ port: api.port });
    await expect(second).rejects.toThrow(PortTakenError);
    await expect(second).rejects.toThrow(`Порт ${api.port} занят`);
  });

  test('zips a long answer for a client that asks as Google wants it', async () => {
    const { api } = await start();
    const headers = { 'accept-encoding': 'gzip', 'user-agent': 'test (gzip)' };
    const response = await new Promise<IncomingMessage>((resolve) => {
      httpGet(`${api.url}/v4/spreadsheets/book`, { headers }, resolve);
    });
    expect(response.headers['content-encoding']).toBe('gzip');
    const text = gunzipSync(await buffer(response)).toString();
    expect(JSON.parse(text)).toMatchObject({ spreadsheetId: 'book' });
  });
});

describe('injected faults', () => {
  test('an error before leaves the cell, an error after has already written it', async () => {
    const standIn = await start({
      faults: ({ method, n }) => {
        if (method !== 'values.update') return undefined;
        const when = n === 1 ? 'before' : 'after';
        return { status: n === 1 ? 429 : 503, headers: { 'retry-after': '7' }, when };
      },
    });

    const limited = await fetch(`${standIn.api.url}${WRITE}`, { method: 'PUT', body: '{"values":[["а"]]}' });
    expect(limited.headers.get('retry-after')).toBe('7');
    expect(await limited.json()).toMatchObject({ error: { code: 429, status: 'RESOURCE_EXHAUSTED' } });
    expect(await firstCell(standIn)).toBeUndefined();

    const lost = await standIn.call('PUT', WRITE, { values: [['а']] });
    expect(lost).toMatchObject({ status: 503, body: { error: { status: 'UNAVAILABLE' } } });
    expect(await firstCell(standIn)).toEqual([['а']]);
  });

  test('a connection dropped after the call has written nevertheless', async () => {
    const standIn = await start({
      faults: ({ method, n }) =>
        method === 'values.update' ? (n === 1 ? 'drop_before' : 'drop_after') : undefined,
    });
    await expect(standIn.call('PUT', WRITE, { values: [['а']] })).rejects.toThrow();
    expect(await firstCell(standIn)).toBeUndefined();
    await expect(standIn.call('PUT', WRITE, { values: [['б']] })).rejects.toThrow();
    expect(await firstCell(standIn)).toEqual([['б']]);
  });
});
