import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RetryRuntime } from '../../../../../functions/adapters/shared/retry.ts';
import {
  createRateBudget,
  RateExhaustedError,
  type AwaitPermit,
} from '../../../../../functions/adapters/google-sheets/quota/rate-budget.ts';
import { createSharedQuota } from '../../../../../functions/adapters/google-sheets/quota/shared-quota.ts';
import { openSqliteStore } from '../../../../../functions/adapters/sqlite/store.ts';
import { countStore, type CountingStore } from '../../../../support/counting-store.ts';
import { makeTempFolder } from '../../../../support/temp-folder.ts';

const MINUTE = 60_000;

/** One clock for all instances; it moves to the next sleeper once everybody sleeps. */
function createSharedClock() {
  let now = Date.UTC(2026, 10, 23, 9, 0, 0);
  const sleepers: { at: number; wake: () => void }[] = [];
  const runtime = (skewMs = 0): RetryRuntime => ({
    now: () => now + skewMs,
    random: () => 0.5,
    sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
  });
  return {
    runtime,
    now: () => now,
    /** Runs until the instant; whoever sleeps until then goes on. */
    async runUntil(end: number) {
      for (;;) {
        for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers[0];
        if (!next || next.at > end) break;
        sleepers.shift();
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
}

describe('instances that share one quota', () => {
  let folder: ReturnType<typeof makeTempFolder>;
  let counting: CountingStore;
  beforeEach(() => {
    folder = makeTempFolder();
    counting = countStore(openSqliteStore(join(folder.path, 'store.sqlite')));
  });
  afterEach(async () => {
    await counting.store.close();
    folder.remove();
  });

  const budget = (runtime: RetryRuntime, maxWaitMs = 10 * MINUTE) =>
    createRateBudget(
      { readsPerMinute: 10, writesPerMinute: 10, maxWaitMs },
      runtime,
      createSharedQuota(counting.store, runtime),
    );

  /** Instants of the calls of instances that call as often as they are let. */
  async function hammer(permits: readonly AwaitPermit[], clock: ReturnType<typeof createSharedClock>) {
    const calls: number[] = [];
    const end = clock.now() + 5 * MINUTE;
    for (const permit of permits) {
      void (async () => {
        while (clock.now() < end) {
          await permit('read');
          calls.push(clock.now());
        }
      })();
    }
    await clock.runUntil(end);
    return calls.toSorted((a, b) => a - b);
  }

  function mostInAMinute(calls: readonly number[]): number {
    return Math.max(...calls.map((from) => calls.filter((at) => at >= from && at < from + MINUTE).length));
  }

  test('two of them never make more than 60 calls within any minute, and are not starved', async () => {
    const clock = createSharedClock();
    const calls = await hammer([budget(clock.runtime()), budget(clock.runtime())], clock);
    expect(mostInAMinute(calls)).toBe(60);
    expect(calls.length).toBeGreaterThan(5 * 45);
  });

  test('each further one adds its own ten', async () => {
    const clock = createSharedClock();
    const permits = Array.from({ length: 4 }, () => budget(clock.runtime()));
    expect(mostInAMinute(await hammer(permits, clock))).toBe(80);
  });

  test('half a minute between their clocks costs no more than another pool', async () => {
    const clock = createSharedClock();
    const permits = [budget(clock.runtime()), budget(clock.runtime(30_000))];
    expect(mostInAMinute(await hammer(permits, clock))).toBeLessThanOrEqual(100);
  });

  test('a clock that is a year ahead holds nobody up', async () => {
    const clock = createSharedClock();
    const ahead = budget(clock.runtime(365 * 24 * 60 * MINUTE));
    for (let call = 0; call < 50; call++) await ahead('read');
    const calls = await hammer([budget(clock.runtime())], clock);
    expect(calls.filter((at) => at === calls[0])).toHaveLength(50);
  });

  test('the store is not asked in the quiet, and once for ten calls beyond', async () => {
    const permit = budget(createSharedClock().runtime());
    for (let call = 0; call < 10; call++) await permit('read');
    for (let call = 0; call < 10; call++) await permit('write');
    expect(counting.counts).toEqual({ reads: 0, scanned: 0, writes: 0, commits: 0 });
    await Promise.all(Array.from({ length: 10 }, () => permit('read')));
    expect(counting.counts).toEqual({ reads: 1, scanned: 0, writes: 1, commits: 1 });
  });

  test('what they write stays small', async () => {
    const clock = createSharedClock();
    await hammer([budget(clock.runtime()), budget(clock.runtime())], clock);
    const [document] = await counting.store.getMany(['quotas/sheets-read']);
    expect(document?.data).toEqual({ grantedAt: expect.any(Array) });
    expect(document?.data['grantedAt']).toHaveLength(4);
  });

  test('a call that would wait too long is refused', async () => {
    const permit = budget(createSharedClock().runtime(), 1000);
    for (let call = 0; call < 50; call++) await permit('read');
    await expect(permit('read')).rejects.toBeInstanceOf(RateExhaustedError);
  });
});
