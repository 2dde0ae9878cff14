import type { RetryRuntime } from '../../shared/retry.ts';
import { MINUTE_MS, type CallKind, type RateLimits } from './rate-limits.ts';
import type { Block, SharedQuota } from './shared-quota.ts';

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

/**
 * Never more calls of a kind within any minute than the limits say, Google's own 429 stays the judge. With a shared
 * quota the limits are what this instance may call without asking; beyond them it takes blocks of the shared one.
 */
export function createRateBudget(
  limits: RateLimits,
  runtime: RetryRuntime,
  shared?: SharedQuota,
): AwaitPermit {
  const { readsPerMinute, writesPerMinute, maxWaitMs } = limits;
  const permitOf = (kind: CallKind, perMinute: number) => {
    const own = createWindow(perMinute, maxWaitMs, runtime);
    return shared
      ? createSharingPermit(own, { runtime, maxWaitMs, takeBlock: () => shared.takeBlock(kind) })
      : own.take;
  };
  const permits = { read: permitOf('read', readsPerMinute), write: permitOf('write', writesPerMinute) };
  return (kind) => permits[kind]();
}

interface Window {
  /** Milliseconds until the next call is permitted. */
  readonly waitMs: () => number;
  /** Waits for a call and takes it. */
  readonly take: () => Promise<void>;
}

/** The calls of the last minute, those that wait for their turn among them. */
function createWindow(perMinute: number, maxWaitMs: number, runtime: RetryRuntime): Window {
  let starts: number[] = [];
  const nextStart = () => {
    const now = runtime.now();
    const earlier = starts.at(-perMinute);
    return Math.max(now, earlier === undefined ? now : earlier + MINUTE_MS);
  };
  const waitMs = () => nextStart() - runtime.now();
  return {
    waitMs,
    take: async () => {
      const wait = waitMs();
      if (wait > maxWaitMs) throw new RateExhaustedError(wait);
      // Taken before the wait, so that callers who wait at the same time queue up one behind the other.
      starts.push(runtime.now() + wait);
      if (starts.length > 2 * perMinute) starts = starts.slice(-perMinute);
      if (wait > 0) await runtime.sleep(wait);
    },
  };
}

interface Sharing {
  readonly runtime: RetryRuntime;
  readonly maxWaitMs: number;
  readonly takeBlock: () => Promise<Block>;
}

/** The instance's own calls first: where it is quiet, nobody is asked. */
function createSharingPermit(own: Window, { runtime, maxWaitMs, takeBlock }: Sharing): () => Promise<void> {
  let left = { calls: 0, until: 0 };
  /** Takes a call, or gives the milliseconds to wait before trying again. */
  const tryTake = async (): Promise<number> => {
    const ownWait = own.waitMs();
    if (ownWait === 0) {
      await own.take();
      return 0;
    }
    if (left.calls === 0 || left.until <= runtime.now()) {
      const block = await takeBlock();
      if (!block.isTaken) return Math.min(ownWait, block.waitMs);
      left = { calls: block.calls, until: block.until };
    }
    left.calls -= 1;
    return 0;
  };
  const permit = async (deadline: number) => {
    for (let wait = await tryTake(); wait > 0; wait = await tryTake()) {
      if (runtime.now() + wait > deadline) throw new RateExhaustedError(wait);
      await runtime.sleep(wait);
    }
  };
  let queue: Promise<void> = Promise.resolve();
  // One after the other: two callers must not take a block each where one serves both.
  return () => {
    const deadline = runtime.now() + maxWaitMs;
    const turn = queue.then(() => permit(deadline));
    // Whoever waits behind is not refused because the one before was: that one is told by its own promise.
    queue = turn.catch(() => undefined);
    return turn;
  };
}
