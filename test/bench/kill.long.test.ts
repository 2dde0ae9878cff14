import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { runProcess } from '../support/run-program.ts';

const KILL = join(import.meta.dirname, '..', '..', 'bench', 'kill.ts');

const TIMES = 2;
const FRESH = 1;

test('functions killed during first loads leave sheet, store and history equal after one clean pass', async () => {
  const args = ['--rows', '300', '--times', String(TIMES), '--fresh', String(FRESH)];
  const { code, stdout, stderr } = await runProcess(KILL, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(
    `${TIMES} of ${TIMES} kills hit the first load. One clean pass: sheet and store are equal`,
  );
  expect(stdout).toContain('kills hit a first load. One clean pass after each: sheet and store are equal');
});
