import { fakeGcloud } from './gcloud.ts';
import { fakeNpm } from './npm.ts';
import { fakeNpx } from './npx.ts';
import { FakeFailure, type FakeCall } from './state.ts';

export const FAKES: Readonly<Record<string, (call: FakeCall) => string>> = {
  gcloud: fakeGcloud,
  npx: fakeNpx,
  npm: fakeNpm,
};

/** `node program.ts NAME ARGUMENT…`: the fake as a program, for scripts in `PATH`; `FAKE_CLOUD` names the folder. */
if (import.meta.main) {
  const [name = '', ...args] = process.argv.slice(2);
  try {
    const call = { folder: process.env['FAKE_CLOUD'] ?? '', args, cwd: process.cwd(), env: process.env };
    process.stdout.write(FAKES[name]?.(call) ?? '');
  } catch (error) {
    if (!(error instanceof FakeFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
