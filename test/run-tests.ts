import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * Runs jest and closes with one line of true counts: `N passed, N failed, N skipped`. What was skipped is named
 * above it. Arguments go to jest.
 */
const RESULT_FILE = '.cache/test-result.json';

const resultSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

type Result = z.infer<typeof resultSchema>;

function runJest(args: readonly string[]): number {
  mkdirSync('.cache', { recursive: true });
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--config=test/jest.config.json',
    `--testSequencer=${fileURLToPath(import.meta.resolve('./support/longest-first.ts'))}`,
    '--json',
    `--outputFile=${RESULT_FILE}`,
    ...args,
  ];
  // The programs that tests start would each strip the types of all their files anew.
  const env = { NODE_COMPILE_CACHE: resolve('.cache', 'compiled'), ...process.env };
  return spawnSync(process.execPath, jest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status ?? 1;
}

function nameSkipped({ testResults }: Result): readonly string[] {
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
  );
  return skipped.length === 0 ? [] : ['Skipped:', ...skipped.map((name) => `  ${name}`)];
}

const status = runJest(process.argv.slice(2));
const result = resultSchema.parse(JSON.parse(readFileSync(RESULT_FILE, 'utf8')));
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
for (const line of nameSkipped(result)) console.log(line);
console.log(`${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests} skipped`);
process.exitCode = result.success ? status : 1;
