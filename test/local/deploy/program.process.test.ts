import { delimiter, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readCloud } from '../../support/fake-cloud/state.ts';
import { runProcess } from '../../support/run-program.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { BOOK } from './fake-cloud.ts';
import { longTest } from '../../support/long.ts';

/** The program itself, with the fakes as programs in `PATH`. */
const folder = makeTempFolder();
afterAll(() => folder.remove());
const env = {
  FAKE_CLOUD: folder.path,
  PATH: [resolve('test/support/fake-cloud/bin'), process.env['PATH'] ?? ''].join(delimiter),
};
const place = ['--project', 'demo-project', '--data', `${folder.path}/data`];
const run = (...args: string[]) => runProcess('local/deploy/main.ts', [...args, ...place], { env });

/** With the real builds. */
longTest('npm run deploy from nothing to done, and npm run undeploy', async () => {
  const spreadsheet = `https://docs.google.com/spreadsheets/d/${BOOK}/edit#gid=0`;
  const member = ['--member', 'coordinator@example.ru=municipal_coordinator'];

  const made = await run('deploy', '--spreadsheet', spreadsheet, ...member);
  expect([made.stderr, made.code]).toEqual(['', 0]);
  expect(made.stdout).toContain('Готово. Служба: https://shnor-123456789012.europe-west1.run.app.');
  const { scripts, books } = readCloud(folder.path);
  expect(scripts).toEqual({
    'script-1': { parent: BOOK, files: ['Code.js', 'Panel.html', 'appsscript.json'] },
  });
  expect(books[BOOK]).toContain('coordinator@example.ru=municipal_coordinator');

  const down = await run('undeploy');
  expect([down.stderr, down.code]).toEqual(['', 0]);
  expect(readCloud(folder.path).services).toEqual({});
});

test('npm run deploy for what is no spreadsheet', async () => {
  const wrong = await run('deploy', '--spreadsheet', 'https://example.ru');
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('не адрес таблицы')]);
});
