import { afterEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../../local/sheets-api/changes.ts';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;
afterEach(() => standIn.stop());

describe('whoever listens', () => {
  test('is told of each change: where, by whom, and which in turn', async () => {
    const changes: Change[] = [];
    standIn = await startStandIn({ onChange: (change) => changes.push(change) });
    await standIn.create();
    await standIn.batch({ addSheet: { properties: { sheetId: 8, title: 'Второй' } } });
    standIn.actAs('staff@example.com');
    await standIn.call('PUT', valuesPath('Второй!A1', '?valueInputOption=RAW'), { values: [['а']] });
    await standIn.call('GET', valuesPath('Второй!A1'));
    await standIn.batch({ deleteSheet: { sheetId: 8 } });
    await standIn.batch({ deleteSheet: { sheetId: 8 } });

    const change = (sequence: number, sheetIds: number[], by?: string) => ({
      spreadsheetId: 'book',
      sheetIds,
      by,
      sequence,
    });
    expect(changes).toEqual([
      change(1, [7]),
      change(2, [8]),
      change(3, [8], 'staff@example.com'),
      change(4, [8], 'staff@example.com'),
    ]);
  });
});

describe('a quota', () => {
  test('refuses the call that is one too many, reads and writes apart, and is new each minute', async () => {
    let now = new Date('2026-11-23T09:00:00Z');
    standIn = await startStandIn({ quota: { perUser: 2, perProject: 3 }, now: () => now });
    await standIn.create();
    const read = () => standIn.call('GET', '/v4/spreadsheets/book?fields=spreadsheetId');
    expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    const refused = await read();
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({
      error: {
        code: 429,
        message:
          "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.",
        status: 'RESOURCE_EXHAUSTED',
        details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '2' } }, {}],
      },
    });
    standIn.actAs('staff@example.com');
    expect([(await read()).status, (await read()).status]).toEqual([200, 429]);
    now = new Date('2026-11-23T09:01:00Z');
    expect((await read()).status).toBe(200);
  });
});

describe('a caller', () => {
  test('whose token names nobody is not known', async () => {
    standIn = await startStandIn();
    standIn.actAs('');
    expect(await standIn.create()).toEqual({
      status: 401,
      body: {
        error: {
          code: 401,
          message: 'Request had invalid authentication credentials.',
          status: 'UNAUTHENTICATED',
        },
      },
    });
  });
});
