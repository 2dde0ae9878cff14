import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { copyDemo } from '../support/demo-folder.ts';
import { runProgram } from '../support/run-program-here.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openPageHere } from './page/support/open-page-here.ts';

test('a second start over the same folder names the address of the first, and ends', async () => {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  copyDemo(data);
  const first = await openPageHere(data, 0);
  try {
    const { code, stdout } = await runProgram('local/start.ts', ['--data', data, '--port', '0']);
    expect([code, stdout.includes(`по адресу ${first.url}`)]).toEqual([0, true]);
  } finally {
    await first.stop();
    folder.remove();
  }
});
