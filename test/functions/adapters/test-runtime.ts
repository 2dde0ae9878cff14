import type { RetryRuntime } from '../../../functions/adapters/shared/retry.ts';

/** A clock that only moves when somebody sleeps, and that remembers the sleeps. */
export function createTestRuntime(
  options: { readonly random?: number } = {},
): RetryRuntime & { readonly sleeps: number[] } {
  let now = Date.UTC(2026, 10, 23, 9, 0, 0);
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    random: () => options.random ?? 0,
    sleep: async (ms) => {
      sleeps.push(ms);
      now += ms;
    },
  };
}
