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

/** One Firestore emulator for the whole run, where a test of the run may need it. */
export default async function setUp(config: GlobalConfig): Promise<void> {
  // Without it the client library looks for Google's metadata server, in vain and for seconds.
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  if (process.env['FIRESTORE_EMULATOR_HOST'] || !mayNeedEmulator(config)) return;
  const search = findEmulator(process.env['PATH'] ?? '');
  if (!search.found) {
    process.env[EMULATOR_MISSING] = search.missing;
    console.warn(`\nSKIPPED: every *.emulator.test.ts, no Firestore emulator here (${search.missing})`);
    return;
  }
  globalThis.firestoreEmulator = await startEmulator(search.java, search.jar);
  process.env['FIRESTORE_EMULATOR_HOST'] = globalThis.firestoreEmulator.host;
}

/** A run that names other test files need not wait for the emulator. */
function mayNeedEmulator({ testPathPatterns }: GlobalConfig): boolean {
  const patterns = testPathPatterns?.patterns ?? [];
  if (patterns.length === 0) return true;
  const files = globSync('**/*.emulator.test.ts', { cwd: join(import.meta.dirname, '..') });
  return files.some((file) => patterns.some((pattern) => new RegExp(pattern, 'i').test(`/test/${file}`)));
}
