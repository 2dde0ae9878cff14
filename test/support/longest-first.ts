import { statSync } from 'node:fs';

interface Suite {
  readonly path: string;
}

/** The suites that take longest, first of all those that mostly wait: a late one would keep the whole run waiting. */
const LONGEST = [
  'local/page/page.browser.test.ts',
  'local/report-steps.test.ts',
  'simulation/simulation.test.ts',
  'functions/use-cases/report/publish-report.test.ts',
  'functions/use-cases/report/change-report-state.test.ts',
  'functions/use-cases/sync/large-first-load.test.ts',
  'functions/use-cases/sync/large-rows.test.ts',
  'functions/use-cases/sync/guarded-writes.test.ts',
  'functions/use-cases/restore/restore-rows.test.ts',
  'local/main-job.test.ts',
  'local/main-job.firestore.emulator.test.ts',
  'sheets-addon/auto-sync.test.ts',
  'local/restore-steps.test.ts',
  'local/addon-host/open-addon.test.ts',
  'local/bad-input.test.ts',
  'functions/use-cases/sync/budgets.test.ts',
  'functions/adapters/firestore/store.contract.emulator.test.ts',
  'functions/use-cases/sync/promises.test.ts',
] as const;

/** The order of the suites, the same on a machine that has never run them; those not named above by their size. */
export default class LongestFirst {
  sort<One extends Suite>(suites: readonly One[]): One[] {
    const known = suites.map((suite) => ({ suite, rank: rankOf(suite), size: statSync(suite.path).size }));
    return known.toSorted((a, b) => a.rank - b.rank || b.size - a.size).map(({ suite }) => suite);
  }

  /** Jest's own order learns from the run before; this one has nothing to keep. */
  cacheResults(): void {}
}

function rankOf({ path }: Suite): number {
  const name = path.replaceAll('\\', '/');
  const rank = LONGEST.findIndex((each) => name.endsWith(`/test/${each}`));
  return rank < 0 ? LONGEST.length : rank;
}
