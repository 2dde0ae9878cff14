import { TooManyAttemptsError } from './errors.ts';

/** Who tries to sign in as whom. */
export interface Attempt {
  readonly email: string;
  /** Of the network. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Failures that delay the next try, in this process's memory. */
export interface Attempts {
  /** Counts the try as a failure, until `forgive` says otherwise. Throws `TooManyAttemptsError`. */
  take(attempt: Attempt): void;
  forgive(attempt: Pick<Attempt, 'email' | 'address'>): void;
}

/** So many failures cost nothing: by one address for one account, by one address, for one account by anybody. */
const FREE = { pair: 5, address: 20, account: 50 };
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 3_600_000;
const FORGOTTEN_MS = 86_400_000;
/** The oldest are forgotten first. */
const KEPT = 20_000;

interface Count {
  readonly failures: number;
  readonly at: number;
}

export function createAttempts(): Attempts {
  const counts = new Map<string, Count>();
  const put = (key: string, count: Count): void => {
    counts.delete(key);
    counts.set(key, count);
    for (const oldest of counts.keys()) if (counts.size > KEPT) counts.delete(oldest);
  };
  return {
    take(attempt) {
      const { now } = attempt;
      const asked = keysOf(attempt);
      const waits = asked.map(({ key, free }) => waitMs(counts.get(key), free, now));
      const wait = Math.max(...waits);
      if (wait > 0) throw new TooManyAttemptsError(wait);
      for (const { key } of asked) put(key, { failures: failuresOf(counts.get(key), now) + 1, at: now });
    },
    forgive(attempt) {
      const [pair, address, account] = keysOf(attempt);
      for (const each of [pair, account]) if (each) counts.delete(each.key);
      const known = address && counts.get(address.key);
      if (known) counts.set(address.key, { ...known, failures: known.failures - 1 });
    },
  };
}

function keysOf({ email, address }: Pick<Attempt, 'email' | 'address'>) {
  return [
    { key: `pair ${address} ${email}`, free: FREE.pair },
    { key: `address ${address}`, free: FREE.address },
    { key: `account ${email}`, free: FREE.account },
  ];
}

function failuresOf(count: Count | undefined, now: number): number {
  return count && Math.abs(now - count.at) < FORGOTTEN_MS ? count.failures : 0;
}

/** Doubles with every failure beyond the free ones. A clock that went back makes nobody wait longer. */
function waitMs(count: Count | undefined, free: number, now: number): number {
  const beyond = failuresOf(count, now) - free;
  if (!count || beyond < 0) return 0;
  const delay = Math.min(FIRST_DELAY_MS * 2 ** Math.min(beyond, 20), LONGEST_DELAY_MS);
  return Math.min(count.at + delay - now, delay);
}
