import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';

interface Suite {
  readonly path: string;
}

interface RunResult {
  readonly testResults: readonly {
    readonly testFilePath: string;
    readonly perfStats: { readonly runtime: number };
  }[];
}

const ROOT = join(import.meta.dirname, '..', '..');
const TIMES_FILE = join(ROOT, '.cache', 'test-times.json');
const timesSchema = z.record(z.string(), z.number());

/** What takes longest where nobody has measured yet: a late suite would keep the whole run waiting. */
const SLOW_KINDS = [
  '.browser.',
  '.process.',
  'simulation.',
  '.emulator.',
  '.addon.',
  '.sheets-api.',
] as const;

/** The order of the suites: by the milliseconds that each took last; those never run by their kind and size. */
export default class LongestFirst {
  sort<One extends Suite>(suites: readonly One[]): One[] {
    const times = readTimes();
    const known = suites.map((suite) => ({ suite, weight: times[nameOf(suite.path)] ?? guess(suite.path) }));
    return known.toSorted((a, b) => b.weight - a.weight).map(({ suite }) => suite);
  }

  cacheResults(_suites: readonly Suite[], { testResults }: RunResult): void {
    const taken = testResults.map(({ testFilePath, perfStats }) => [nameOf(testFilePath), perfStats.runtime]);
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(TIMES_FILE, JSON.stringify({ ...readTimes(), ...Object.fromEntries(taken) }));
  }
}

function readTimes(): Readonly<Record<string, number>> {
  if (!existsSync(TIMES_FILE)) return {};
  try {
    return timesSchema.parse(JSON.parse(readFileSync(TIMES_FILE, 'utf8')));
  } catch {
    // Cut off while it was written: an order is guessed, and the next run measures anew.
    return {};
  }
}

/** Milliseconds, very roughly: a kind is ten seconds before the next, a byte of a suite a fifth of a millisecond. */
function guess(path: string): number {
  const kind = SLOW_KINDS.findIndex((each) => path.includes(each));
  const rank = kind < 0 ? 0 : SLOW_KINDS.length - kind;
  return rank * 10_000 + statSync(path).size / 5;
}

function nameOf(path: string): string {
  return relative(ROOT, path).replaceAll('\\', '/');
}
