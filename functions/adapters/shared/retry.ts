/** Repeats what may be repeated: exponential back-off with full jitter, within a budget of tries and time. */
export interface RetryLimits {
  readonly maxAttempts: number;
  /** From the start of the first attempt to the start of the last one. */
  readonly maxTotalMs: number;
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/** The world that retrying needs; tests give their own. */
export interface RetryRuntime {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Undefined: do not repeat. `afterMs`: what the other side asked us to wait at least. */
export type RetryAdvice = { readonly afterMs?: number | undefined } | undefined;

export const systemRuntime: RetryRuntime = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => Math.random(),
};

interface RetryOptions {
  readonly limits: RetryLimits;
  readonly runtime: RetryRuntime;
  /** Asked after each failure with the number of attempts made so far (1, 2 …). */
  readonly advise: (error: unknown, attempts: number) => RetryAdvice;
}

/** Throws the last error where the advice or the budget ends the attempts. */
export async function retryWithin<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { limits, runtime, advise } = options;
  const deadline = runtime.now() + limits.maxTotalMs;
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      const advice = attempts < limits.maxAttempts ? advise(error, attempts) : undefined;
      if (!advice) throw error;
      const delay = (advice.afterMs ?? 0) + runtime.random() * longestDelay(attempts, limits);
      if (runtime.now() + delay > deadline) throw error;
      await runtime.sleep(Math.ceil(delay));
    }
  }
}

function longestDelay(attempts: number, limits: RetryLimits): number {
  return Math.min(limits.maxDelayMs, limits.firstDelayMs * 2 ** (attempts - 1));
}

/** `Retry-After` in its two forms (RFC 9110 §10.2.3): seconds or an HTTP date; undefined where unreadable. */
export function parseRetryAfter(header: string | null | undefined, nowMs: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - nowMs);
}
