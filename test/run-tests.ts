import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * Runs jest and closes with one line of true counts: `N passed, N failed, N skipped`. What was skipped is named
 * above it. `--fast` leaves out the suites that need a component; `--long` runs in full those that are played only in
 * part otherwise (`support/long.ts`). Other arguments go to jest.
 */
const RESULT_FILE = '.cache/test-result.json';

/** Suites make much that is soon forgotten: with Node's own room for the young a fifth of their time is collecting it. */
const V8 = ['--max-semi-space-size=64', '--min-semi-space-size=16'];

/**
 * More than cores: the longest suites mostly wait; pure ones never do, and each worker loads the product once more. By
 * number: jest takes `150%` for 150 workers.
 */
const workersFor = (isFast: boolean): number => Math.ceil(availableParallelism() * (isFast ? 1 : 1.5));
const SAYS_WORKERS = /^(?:-w|-i$|--maxWorkers|--runInBand)/;

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

/** A suite that needs one of these says so in its name, `NAME.COMPONENT.test.ts`; all others are pure and fast. */
const COMPONENTS = [
  'addon',
  'browser',
  'emulator',
  'http',
  'long',
  'process',
  'server',
  'sheets-api',
  'sqlite',
] as const;
const FAST = '--fast';
const LONG = '--long';
/** Nothing of it is in `npm test`. */
const LONG_ALONE = /\.long\.test\.ts$/u;
const PLAYED_IN_FULL = /^(?:import|\}).* from '[./]*support\/long\.ts';$/mu;

type Result = z.infer<typeof resultSchema>;

function runJest(args: readonly string[]): number {
  mkdirSync('.cache', { recursive: true });
  // The counts of an earlier run must not stand for one that was cut off.
  rmSync(RESULT_FILE, { force: true });
  const isFast = args.includes(FAST);
  const isLong = args.includes(LONG);
  const given = args.filter((arg) => arg !== FAST && arg !== LONG);
  const jest = [
    ...V8,
    'node_modules/jest/bin/jest.js',
    '--config=test/jest.config.json',
    `--testSequencer=${fileURLToPath(import.meta.resolve('./support/longest-first.ts'))}`,
    '--json',
    `--outputFile=${RESULT_FILE}`,
    ...(args.some((arg) => SAYS_WORKERS.test(arg)) ? [] : [`--maxWorkers=${workersFor(isFast)}`]),
    ...(isLong ? [...given.filter(isOption), ...findLongSuites(given.filter(isPath))] : given),
    ...(isLong ? ['--testPathIgnorePatterns=^$'] : []),
    ...(isFast ? [`--testPathIgnorePatterns=\\.(?:${COMPONENTS.join('|')})\\.test\\.ts$`] : []),
  ];
  // The workers, and the programs that tests start, would each strip the types of all their files anew.
  const env = {
    NODE_COMPILE_CACHE: resolve('.cache', 'compiled'),
    ...process.env,
    ...(isFast && { SHNOR_TEST_PURE: '1' }),
    ...(isLong && { SHNOR_TEST_LONG: '1' }),
  };
  return spawnSync(process.execPath, jest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status ?? 1;
}

const isOption = (arg: string): boolean => arg.startsWith('-');
const isPath = (arg: string): boolean => !isOption(arg);

/** Those whose path has a part that was asked for, or all. Throws where there is none: jest would play every suite. */
function findLongSuites(parts: readonly string[]): readonly string[] {
  const suites = globSync('test/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
  const long = suites.filter(
    (file) => LONG_ALONE.test(file) || PLAYED_IN_FULL.test(readFileSync(file, 'utf8')),
  );
  const asked = long.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  if (asked.length === 0) throw new Error(`no suite of the long ones: ${parts.join(' ')}`);
  return asked;
}

function nameSkipped({ testResults }: Result): readonly string[] {
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
  );
  return skipped.length === 0 ? [] : ['Skipped:', ...skipped.map((name) => `  ${name}`)];
}

const status = runJest(process.argv.slice(2));
if (!existsSync(RESULT_FILE)) {
  console.error('The run was cut off: there are no counts.');
  process.exit(status || 1);
}
const result = resultSchema.parse(JSON.parse(readFileSync(RESULT_FILE, 'utf8')));
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
for (const line of nameSkipped(result)) console.log(line);
console.log(`${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests} skipped`);
process.exitCode = result.success ? status : 1;
