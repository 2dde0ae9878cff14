import { test } from '@jest/globals';

/**
 * `npm run test:long` plays in full what would keep a developer waiting: hundreds of random cases, a whole year, each
 * kind of a damage. `npm test` plays the first of the same cases.
 */
const IS_LONG = process.env['SHNOR_TEST_LONG'] !== undefined;

/** What is played in full, or what `npm test` has of it. */
export function inFull<Value>(whole: Value, share: Value): Value {
  return IS_LONG ? whole : share;
}

/** For fast-check: so many cases in full, the first quarter of them in `npm test`. */
export function runs(whole: number, share = Math.ceil(whole / 4)): { readonly numRuns: number } {
  return { numRuns: inFull(whole, share) };
}

/** A test of `npm run test:long` alone. Another test of `npm test` must fail with it where the promise is broken. */
export const longTest: (name: string, play: () => void | Promise<void>, timeoutMs?: number) => void = IS_LONG
  ? test
  : () => undefined;
