import { describe, expect, test } from '@jest/globals';
import {
  parseRetryAfter,
  retryWithin,
  type RetryLimits,
} from '../../../../functions/adapters/shared/retry.ts';
import { createTestRuntime } from '../test-runtime.ts';

const LIMITS: RetryLimits = { maxAttempts: 4, maxTotalMs: 60_000, firstDelayMs: 1000, maxDelayMs: 3000 };

function failing(times: number) {
  let made = 0;
  return async () => {
    if (made++ < times) throw new Error(`failure ${made}`);
    return `success ${made}`;
  };
}

describe('retryWithin', () => {
  test('waits twice as long after each failure, up to the longest delay', async () => {
    const runtime = createTestRuntime({ random: 0.5 });
    const result = await retryWithin(failing(3), { limits: LIMITS, runtime, advise: () => ({}) });
    expect({ result, sleeps: runtime.sleeps }).toEqual({ result: 'success 4', sleeps: [500, 1000, 1500] });
  });

  test('throws the last error once the attempts are used up', async () => {
    const runtime = createTestRuntime();
    const run = retryWithin(failing(9), { limits: LIMITS, runtime, advise: () => ({}) });
    await expect(run).rejects.toThrow('failure 4');
  });

  test('does not repeat what must not be repeated', async () => {
    const runtime = createTestRuntime();
    const run = retryWithin(failing(1), { limits: LIMITS, runtime, advise: () => undefined });
    await expect(run).rejects.toThrow('failure 1');
    expect(runtime.sleeps).toEqual([]);
  });

  test('waits at least as long as the other side asked', async () => {
    const runtime = createTestRuntime({ random: 0.25 });
    await retryWithin(failing(1), { limits: LIMITS, runtime, advise: () => ({ afterMs: 7000 }) });
    expect(runtime.sleeps).toEqual([7250]);
  });

  test('gives up at once where the wait would break the time budget', async () => {
    const runtime = createTestRuntime();
    const run = retryWithin(failing(1), { limits: LIMITS, runtime, advise: () => ({ afterMs: 60_001 }) });
    await expect(run).rejects.toThrow('failure 1');
    expect(runtime.sleeps).toEqual([]);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 10, 23, 9, 0, 0);
  test.each([
    ['12', 12_000],
    ['Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j milliseconds', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
