import type { RetryRuntime } from '../retry.ts';

export type CallKind = 'read' | 'write';

/** Calls a minute; Google allows 60 reads and 60 writes a user (a service account is one user). */
export interface RateLimits {
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
  /** A call that would have to wait longer is refused at once. */
  readonly maxWaitMs: number;
}

/** Thrown where the wait for the next permitted call is longer than `maxWaitMs`. */
export class RateExhaustedError extends Error {
  override readonly name = 'RateExhaustedError';
  readonly waitMs: number;

  constructor(waitMs: number) {
    super(`the next call is permitted in ${waitMs} ms`);
    this.waitMs = waitMs;
  }
}

/** Waits until the next call of that kind is permitted. */
export type AwaitPermit = (kind: CallKind) => Promise<void>;

/** One token bucket a kind, in this process only: it spares the quota, Google's own 429 stays the judge. */
export function createRateBudget(limits: RateLimits, runtime: RetryRuntime): AwaitPermit {
  const buckets = {
    read: createBucket(limits.readsPerMinute, limits.maxWaitMs, runtime),
    write: createBucket(limits.writesPerMinute, limits.maxWaitMs, runtime),
  };
  return (kind) => buckets[kind]();
}

function createBucket(perMinute: number, maxWaitMs: number, runtime: RetryRuntime): () => Promise<void> {
  const msPerToken = 60_000 / perMinute;
  let tokens = perMinute;
  let filledAt = runtime.now();
  return async () => {
    const now = runtime.now();
    tokens = Math.min(perMinute, tokens + (now - filledAt) / msPerToken);
    filledAt = now;
    const waitMs = Math.ceil(Math.max(0, 1 - tokens) * msPerToken);
    if (waitMs > maxWaitMs) throw new RateExhaustedError(waitMs);
    // Taken before the wait, so that callers who wait at the same time queue up one behind the other.
    tokens -= 1;
    if (waitMs > 0) await runtime.sleep(waitMs);
  };
}
