import { describe } from '@jest/globals';
import { EMULATOR_MISSING } from './firestore-emulator.ts';

/** `describe` where the Firestore emulator stands; elsewhere skipped under a name that says what is missing. */
export function describeWithEmulator(name: string, body: (host: string) => void): void {
  const host = process.env['FIRESTORE_EMULATOR_HOST'];
  if (host) {
    describe(name, () => body(host));
    return;
  }
  const missing = process.env[EMULATOR_MISSING] ?? 'no FIRESTORE_EMULATOR_HOST';
  describe.skip(`${name} [SKIPPED, no Firestore emulator: ${missing}]`, () => body('127.0.0.1:1'));
}
