export type CallKind = 'read' | 'write';

export const MINUTE_MS = 60_000;

/** Calls a minute; Google allows 60 reads and 60 writes a user (a service account is one user). */
export interface RateLimits {
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
  /** A call that would have to wait longer is refused at once. */
  readonly maxWaitMs: number;
}

/** Of an instance that has the quota to itself. */
export const QUOTA_OF_ONE: RateLimits = { readsPerMinute: 60, writesPerMinute: 60, maxWaitMs: 60_000 };

/** What each instance keeps where several share: with the pool, two together stay within Google's 60. */
export const QUOTA_OF_SHARING = { readsPerMinute: 10, writesPerMinute: 10 };
