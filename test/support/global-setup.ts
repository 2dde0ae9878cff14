import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemo } from './demo-folder.ts';
import {
  EMULATOR_MISSING,
  findEmulator,
  startEmulator,
  type FirestoreEmulator,
} from './firestore-emulator.ts';

interface GlobalConfig {
  readonly testPathPatterns?: { readonly patterns: readonly string[] };
}

declare global {
  // Jest loads set-up and teardown apart; this is where it lets them share a value.
  var firestoreEmulator: FirestoreEmulator | undefined;
}

const TEST_FOLDER = join(import.meta.dirname, '..');
/** The suites of the page take it by their scenarios. */
const TAKES_EMULATOR = /\.emulator(?:\.long)?\.test\.ts$/u;
const TAKES_DEMO = /support\/(?:demo-folder|in-browser)\.ts'/u;

/** One Firestore emulator and one demo for the whole run, where a test of the run may need them. */
export default async function setUp(config: GlobalConfig): Promise<void> {
  // Without it the client library looks for Google's metadata server, in vain and for seconds.
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  if (process.env['SHNOR_TEST_PURE']) return;
  const suites = findSuites(config);
  const takesDemo = (suite: string) => TAKES_DEMO.test(readFileSync(join(TEST_FOLDER, '..', suite), 'utf8'));
  if (suites.some(takesDemo)) startDemo();
  await setUpEmulator(suites.filter((suite) => TAKES_EMULATOR.test(suite)));
}

async function setUpEmulator(suites: readonly string[]): Promise<void> {
  if (process.env['FIRESTORE_EMULATOR_HOST'] || suites.length === 0) return;
  const search = findEmulator(process.env['PATH'] ?? '');
  if (!search.found) {
    process.env[EMULATOR_MISSING] = search.missing;
    console.warn(`\nSKIPPED, no Firestore emulator (${search.missing}):\n  ${suites.join('\n  ')}`);
    return;
  }
  globalThis.firestoreEmulator = await startEmulator(search.java, search.jar);
  process.env['FIRESTORE_EMULATOR_HOST'] = globalThis.firestoreEmulator.host;
}

/** The test files of this run: one that names others need not wait for what it does not need. */
function findSuites({ testPathPatterns }: GlobalConfig): readonly string[] {
  const patterns = testPathPatterns?.patterns ?? [];
  const files = globSync('**/*.test.ts', { cwd: TEST_FOLDER }).map(
    (file) => `test/${file.replaceAll('\\', '/')}`,
  );
  if (patterns.length === 0) return files;
  return files.filter((file) => patterns.some((pattern) => new RegExp(pattern, 'i').test(`/${file}`)));
}
