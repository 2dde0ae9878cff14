export type CallKind = 'read' | 'write';

export const MINUTE_MS = 60_000;

/** Calls a minute; Google allows 60 reads and 60 writes a user (a service account is one user). */
export interface RateLimits {
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
  /** A call that would have to wait longer is refused at once. */
  readonly maxWaitMs: number;
}
