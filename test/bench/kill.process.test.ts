import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { runProcess } from '../support/run-program.ts';

const KILL = join(import.meta.dirname, '..', '..', 'bench', 'kill.ts');

test('functions killed during first loads leave sheet, store and history equal after one clean pass', async () => {
  const { code, stdout, stderr } = await runProcess(KILL, ['--rows', '300', '--times', '2', '--fresh', '1']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('2 of 2 kills hit the first load. One clean pass: sheet and store are equal');
  expect(stdout).toContain(
    '1 of 1 kills hit a first load. One clean pass after each: sheet and store are equal',
  );
});
