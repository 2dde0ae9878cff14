import { describe, expect, test } from '@jest/globals';
import {
  createRateBudget,
  RateExhaustedError,
} from '../../../../functions/adapters/google-sheets/rate-budget.ts';
import { createTestRuntime } from '../test-runtime.ts';

describe('the rate budget', () => {
  test('lets a minute’s worth pass at once and then one call at a time', async () => {
    const runtime = createTestRuntime();
    const limits = { readsPerMinute: 2, writesPerMinute: 2, maxWaitMs: 60_000 };
    const permit = createRateBudget(limits, runtime);
    for (let call = 0; call < 4; call++) await permit('read');
    await permit('write');
    expect(runtime.sleeps).toEqual([30_000, 30_000]);
  });

  test('refuses a call that would wait too long', async () => {
    const limits = { readsPerMinute: 1, writesPerMinute: 1, maxWaitMs: 1000 };
    const permit = createRateBudget(limits, createTestRuntime());
    await permit('write');
    await expect(permit('write')).rejects.toEqual(new RateExhaustedError(60_000));
  });
});
