import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWithEmulator } from '../support/describe-with-emulator.ts';
import { runProgram } from '../support/run-program-here.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { SETTING_SPECS } from '../../functions/workbook/worksheets/settings.ts';

describeWithEmulator('npm start with Firestore as its store', (host) => {
  test('does the same job as with SQLite, and a second start finds nothing changed', async () => {
    const folder = makeTempFolder();
    const env = {
      SHNOR_STORE: 'firestore',
      SHNOR_PROJECT: 'main-job',
      FIRESTORE_EMULATOR_HOST: host,
      METADATA_SERVER_DETECTION: 'none',
    };
    const data = join(folder.path, 'data');
    const args = ['--once', '--port', '0', '--data', data, '--today', '2026-11-23'];
    const first = await runProgram('local/start.ts', args, { env });
    const second = await runProgram('local/start.ts', args, { env });
    const check = await runProgram('local/cli/main.ts', ['check', '--full', '--data', data], { env });
    folder.remove();
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain(`Что пришло: Принято строк: новых — ${81 + SETTING_SPECS.length}.`);
    expect(second.stdout).toContain('С прошлого запуска ничего не изменилось.');
    expect(check.stdout).toContain('История и хранилище сходятся (ревизии 0–1).');
  });
});
