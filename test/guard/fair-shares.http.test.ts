import { afterEach, describe, expect, test } from '@jest/globals';
import { createFairShares } from '../../functions/entry-points/shares/fair-shares.ts';
import { memberOf, openGuardedService, type GuardedService } from './guarded-service.ts';
import { tokenFor } from './tokens.ts';

describe('a share', () => {
  const sharesAt = (moment: { now: number }) =>
    createFairShares({ now: () => moment.now, burst: 3, perMinute: 30 });

  test('is used up by its owner alone, in that workbook alone', () => {
    const shares = sharesAt({ now: 0 });
    for (let call = 0; call < 3; call++) shares.take('a', 'one');
    expect(() => shares.take('a', 'one')).toThrow('Подождите 2 секунды и повторите');
    shares.take('a', 'two');
    shares.take('b', 'one');
  });

  test('fills again with time, and never above its measure', () => {
    const moment = { now: 0 };
    const shares = sharesAt(moment);
    for (let call = 0; call < 3; call++) shares.take('a', 'one');
    moment.now = 2_000;
    shares.take('a', 'one');
    expect(() => shares.take('a', 'one')).toThrow();
    moment.now = 3_600_000;
    for (let call = 0; call < 3; call++) shares.take('a', 'one');
    expect(() => shares.take('a', 'one')).toThrow();
  });

  test('is remembered of no more callers than it takes', () => {
    const shares = sharesAt({ now: 0 });
    for (let caller = 0; caller < 25_000; caller++) shares.take(String(caller), 'one');
    expect(() => shares.take('1', 'one')).not.toThrow();
  });
});

describe('150 calls of one member', () => {
  let service: GuardedService;
  afterEach(() => service.close());

  async function call(path: string, body: object): Promise<Response> {
    return await fetch(`${service.url}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  }
  const token = tokenFor(memberOf('editor'));
  const statuses = (answers: readonly Response[]) => Object.groupBy(answers, ({ status }) => String(status));

  test('take a share of Google’s minute, and five other workbooks are answered all the same', async () => {
    service = await openGuardedService({ workbooks: 6, shares: { burst: 15, perMinute: 30, now: () => 0 } });
    const [busy, ...others] = service.workbookIds;
    // Each is another question, so that none can be answered together with another.
    const flood = Array.from({ length: 150 }, (_, row) =>
      call('history', { workbookId: busy, row: `Исполнение!${row + 2}` }),
    );
    const beside = others.flatMap((workbookId) => [
      call('sync', { workbookId }),
      call('monitor', { workbookId }),
      call('row', { workbookId, row: 'Исполнение!2' }),
    ]);
    expect(Object.keys(statuses(await Promise.all(beside)))).toEqual(['200']);
    const { 429: refused = [], ...answered } = statuses(await Promise.all(flood));
    expect(Object.values(answered).flat().length).toBe(15);
    expect(refused.map(({ headers }) => Number(headers.get('retry-after'))).every((wait) => wait >= 1)).toBe(
      true,
    );
    // Of the minute's sixty.
    expect(service.seen.sheetsReads).toBeLessThan(40);
  });

  test('that ask the same at once are two, and take no more than that of the share', async () => {
    service = await openGuardedService({ shares: { burst: 3, perMinute: 1 }, sheetsAwait: 150 });
    const [workbookId] = service.workbookIds;
    const asked = Array.from({ length: 150 }, () => call('row', { workbookId, row: 'Исполнение!2' }));
    const answers = await Promise.all(asked);
    expect(Object.keys(statuses(answers))).toEqual(['200']);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(service.seen.sheetsReads).toBeLessThanOrEqual(3);
  });

  test('that ask of different rows at once share the reading of the sheets', async () => {
    service = await openGuardedService({ sheetsAwait: 30 });
    const [workbookId] = service.workbookIds;
    const rows = Array.from({ length: 30 }, (_, row) =>
      call('row', { workbookId, row: `Исполнение!${row + 2}` }),
    );
    await Promise.all(rows);
    expect(service.seen.sheetsReads).toBeLessThanOrEqual(3);
  });
});
