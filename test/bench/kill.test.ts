import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { runProgram } from '../support/run-program.ts';

const KILL = join(import.meta.dirname, '..', '..', 'bench', 'kill.ts');

test('functions killed twice during a first load leave sheet, store and history equal after one clean pass', async () => {
  const { code, stdout, stderr } = await runProgram(KILL, ['--rows', '300', '--times', '2']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Sheet and store are equal, each id stands once, no row is doubled');
});
