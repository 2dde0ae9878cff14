import { statSync } from 'node:fs';

interface Suite {
  readonly path: string;
}

/** The suites that take longest, first of all those that mostly wait: a late one would keep the whole run waiting. */
const LONGEST = [
  'local/page/page.browser.test.ts',
  'local/report-steps.process.test.ts',
  'simulation/simulation.test.ts',
  'functions/use-cases/report/publish-report.sheets-api.test.ts',
  'functions/use-cases/sync/budgets.sheets-api.test.ts',
  'functions/use-cases/report/state/change-report-state.sheets-api.test.ts',
  'functions/use-cases/sync/large-first-load.sheets-api.test.ts',
  'functions/use-cases/sync/large-rows.sheets-api.test.ts',
  'functions/use-cases/sync/guarded-writes.sheets-api.test.ts',
  'functions/use-cases/restore/restore-rows.sheets-api.test.ts',
  'local/main-job.process.test.ts',
  'local/main-job.firestore.emulator.test.ts',
  'sheets-addon/auto-sync.addon.test.ts',
  'local/restore-steps.process.test.ts',
  'local/addon-host/open-addon.addon.test.ts',
  'local/bad-input.process.test.ts',
  'functions/adapters/firestore/store.contract.emulator.test.ts',
  'functions/use-cases/sync/promises.sheets-api.test.ts',
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
