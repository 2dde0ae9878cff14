import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { describeWithEmulator } from '../support/describe-with-emulator.ts';
import { runProgram } from '../support/run-program-here.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { SETTING_SPECS } from '../../functions/workbook/worksheets/settings.ts';
import { longTest } from '../support/long.ts';

describeWithEmulator('the program with Firestore as its store', (host) => {
  const folder = makeTempFolder();
  afterAll(() => folder.remove());
  const env = {
    SHNOR_STORE: 'firestore',
    SHNOR_PROJECT: 'main-job',
    FIRESTORE_EMULATOR_HOST: host,
    METADATA_SERVER_DETECTION: 'none',
  };

  test('provisions a workbook and synchronises it; what is stored agrees with the history', async () => {
    const shnor = (...args: string[]) =>
      runProgram('local/cli/main.ts', [...args, '--data', join(folder.path, 'provisioned')], { env });
    const provisioned = await shnor('provision');
    const first = await shnor('sync', '--json');
    const check = await shnor('check', '--full');
    for (const { code, stderr } of [provisioned, first, check]) expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(first.stdout)).toMatchObject({ revision: 1 });
    expect(check.stdout).toContain('История и хранилище сходятся (ревизии 0–1).');
  });

  longTest(
    'does the same job at a start as with SQLite, and a second start finds nothing changed',
    async () => {
      const data = join(folder.path, 'data');
      const args = ['--once', '--port', '0', '--data', data, '--today', '2026-11-23'];
      const first = await runProgram('local/start.ts', args, { env });
      const second = await runProgram('local/start.ts', args, { env });
      const check = await runProgram('local/cli/main.ts', ['check', '--full', '--data', data], { env });
      expect([first.code, first.stderr]).toEqual([0, '']);
      expect(first.stdout).toContain(`Что пришло: Принято строк: новых — ${81 + SETTING_SPECS.length}.`);
      expect(second.stdout).toContain('С прошлого запуска ничего не изменилось.');
      expect(check.stdout).toContain('История и хранилище сходятся (ревизии 0–1).');
    },
  );
});
