import type { Suite, Test } from './jest-globals.ts';

const begun = new Set<Suite>();

/** Runs one test with the steps around it; what a suite prepares once is prepared once a process. Throws as it does. */
export async function runOne(test: Test): Promise<void> {
  const suites = chainOf(test.suite);
  for (const suite of suites) {
    if (begun.has(suite)) continue;
    begun.add(suite);
    for (const step of suite.beforeAll) await step();
  }
  for (const suite of suites) for (const step of suite.beforeEach) await step();
  try {
    await test.run();
  } finally {
    for (const suite of suites.toReversed()) for (const step of suite.afterEach) await step();
  }
}

export async function endAll(): Promise<void> {
  for (const suite of begun) for (const step of suite.afterAll) await step();
}

/** From the outermost in. */
function chainOf(suite: Suite): readonly Suite[] {
  return suite.parent ? [...chainOf(suite.parent), suite] : [suite];
}
