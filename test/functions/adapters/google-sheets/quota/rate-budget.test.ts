import { describe, expect, test } from '@jest/globals';
import {
  createRateBudget,
  RateExhaustedError,
} from '../../../../../functions/adapters/google-sheets/quota/rate-budget.ts';
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
