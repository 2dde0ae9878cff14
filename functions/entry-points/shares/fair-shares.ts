import { TooManyCallsError } from '../http/request-errors.ts';

export interface FairShares {
  /** One call of whoever is named, by as many names as it takes. Throws `TooManyCallsError` where the share is used up. */
  take(...owner: readonly string[]): void;
}

export interface SharesOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls at once, and how many more a minute. */
  readonly burst: number;
  readonly perMinute: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const MINUTE_MS = 60_000;
/** More have not come within the minute in which a bucket fills. */
const MAX_BUCKETS = 10_000;

/**
 * A bucket of calls for each owner, a caller or a caller and a workbook: whoever calls in a loop uses up a share of their
 * own, and leaves Google's minute of calls to all others. Of this process alone, as is what it guards.
 */
export function createFairShares({ now, burst, perMinute }: SharesOptions): FairShares {
  const perMs = perMinute / MINUTE_MS;
  const buckets = new Map<string, Bucket>();
  const fill = ({ tokens, at }: Bucket, moment: number) => Math.min(burst, tokens + (moment - at) * perMs);
  // Those that were used least lately come first, and are the nearest to full.
  const forget = (moment: number) => {
    for (const [key, bucket] of buckets) {
      if (buckets.size < MAX_BUCKETS && fill(bucket, moment) < burst) return;
      buckets.delete(key);
    }
  };
  return {
    take(...owner) {
      const moment = now();
      const key = owner.join('\n');
      forget(moment);
      const tokens = fill(buckets.get(key) ?? { tokens: burst, at: moment }, moment);
      if (tokens < 1) throw new TooManyCallsError(Math.ceil((1 - tokens) / perMs / 1000));
      buckets.delete(key);
      buckets.set(key, { tokens: tokens - 1, at: moment });
    },
  };
}
