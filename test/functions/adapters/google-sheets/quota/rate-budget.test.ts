import { describe, expect, test } from '@jest/globals';
import {
  createRateBudget,
  RateExhaustedError,
} from '../../../../../functions/adapters/google-sheets/quota/rate-budget.ts';
import type { Block } from '../../../../../functions/adapters/google-sheets/quota/shared-quota.ts';
import { createTestRuntime } from '../../test-runtime.ts';

describe('the rate budget', () => {
  test('lets a minute’s worth pass at once, and the next when the first is a minute old', async () => {
    const runtime = createTestRuntime();
    const limits = { readsPerMinute: 2, writesPerMinute: 2, maxWaitMs: 60_000 };
    const permit = createRateBudget(limits, runtime);
    await permit('read');
    await runtime.sleep(20_000);
    for (let call = 0; call < 3; call++) await permit('read');
    await permit('write');
    expect(runtime.sleeps).toEqual([20_000, 40_000, 20_000]);
  });

  test('lets callers who wait at the same time pass one behind the other', async () => {
    const waits: number[] = [];
    const runtime = { now: () => 0, random: () => 0, sleep: async (ms: number) => void waits.push(ms) };
    const permit = createRateBudget({ readsPerMinute: 1, writesPerMinute: 1, maxWaitMs: 180_000 }, runtime);
    await Promise.all([permit('read'), permit('read'), permit('read')]);
    expect(waits).toEqual([60_000, 120_000]);
  });

  test('refuses a call that would wait too long', async () => {
    const limits = { readsPerMinute: 1, writesPerMinute: 1, maxWaitMs: 1000 };
    const permit = createRateBudget(limits, createTestRuntime());
    await permit('write');
    await expect(permit('write')).rejects.toEqual(new RateExhaustedError(60_000));
  });
});

describe('the rate budget of one of several instances', () => {
  /** One call a minute of its own; beyond it blocks of so many calls, each good for ten seconds. */
  function sharing(calls: number, free = Infinity) {
    const runtime = createTestRuntime();
    let taken = 0;
    const takeBlock = async (): Promise<Block> => {
      if (taken >= free) return { isTaken: false, waitMs: 25_000 };
      taken += 1;
      return { isTaken: true, calls, until: runtime.now() + 10_000 };
    };
    const limits = { readsPerMinute: 1, writesPerMinute: 1, maxWaitMs: 90_000 };
    const permit = createRateBudget(limits, runtime, { takeBlock });
    return { runtime, read: () => permit('read'), taken: () => taken };
  }

  test('uses every call of a block, and no block for its own', async () => {
    const { read, taken } = sharing(3);
    const told: number[] = [];
    for (let call = 0; call < 8; call++) {
      await read();
      told.push(taken());
    }
    expect(told).toEqual([0, 1, 1, 1, 2, 2, 2, 3]);
  });

  test.each<readonly [ms: number, blocks: number]>([
    [9_999, 1],
    [10_000, 2],
  ])('%i ms after a block was taken its calls come from block %i', async (ms, blocks) => {
    const { runtime, read, taken } = sharing(3);
    await read();
    await read();
    await runtime.sleep(ms);
    await read();
    expect(taken()).toBe(blocks);
  });

  test('waits for a block or for its own next call, whichever comes first', async () => {
    const { runtime, read } = sharing(1, 1);
    for (let call = 0; call < 3; call++) await read();
    expect(runtime.sleeps).toEqual([25_000, 25_000, 10_000]);
  });
});
