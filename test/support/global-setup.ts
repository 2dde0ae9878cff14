import { globSync } from 'node:fs';
import { join } from 'node:path';
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

/** One Firestore emulator for the whole run, where a test of the run may need it. */
export default async function setUp(config: GlobalConfig): Promise<void> {
  // Without it the client library looks for Google's metadata server, in vain and for seconds.
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  if (process.env['SHNOR_TEST_PURE']) return;
  const files = findEmulatorTests(config);
  if (process.env['FIRESTORE_EMULATOR_HOST'] || files.length === 0) return;
  const search = findEmulator(process.env['PATH'] ?? '');
  if (!search.found) {
    process.env[EMULATOR_MISSING] = search.missing;
    console.warn(`\nSKIPPED, no Firestore emulator (${search.missing}):\n  ${files.join('\n  ')}`);
    return;
  }
  globalThis.firestoreEmulator = await startEmulator(search.java, search.jar);
  process.env['FIRESTORE_EMULATOR_HOST'] = globalThis.firestoreEmulator.host;
}

/** The test files of this run that need the emulator: a run that names others need not wait for it. */
function findEmulatorTests({ testPathPatterns }: GlobalConfig): readonly string[] {
  const patterns = testPathPatterns?.patterns ?? [];
  const files = globSync('**/*.emulator.test.ts', { cwd: TEST_FOLDER }).map((file) => `test/${file}`);
  if (patterns.length === 0) return files;
  return files.filter((file) => patterns.some((pattern) => new RegExp(pattern, 'i').test(`/${file}`)));
}
