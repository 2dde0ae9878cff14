import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANSWERS } from '../../functions/contract/answers.ts';
import { copyDemo } from '../support/demo-folder.ts';
import { runProgram } from '../support/run-program-here.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openPageHere } from './page/support/open-page-here.ts';
import type { Program } from './page/support/program.ts';

describe('addresses of the calendar by the command line, beside a program that shows the page', () => {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  let program: Omit<Program, 'kill'>;

  beforeAll(async () => {
    copyDemo(data);
    program = await openPageHere(data, 0);
  });
  afterAll(async () => {
    await program.stop();
    folder.remove();
  });

  const shnor = (...args: readonly string[]) =>
    runProgram('local/cli/main.ts', ['calendar', ...args, '--data', data]);

  test('open the calendar until they are revoked, and are shown once', async () => {
    expect((await shnor()).stdout).toMatch(/^Адресов календаря ещё нет\./u);
    const issued = ANSWERS.calendars.parse(JSON.parse((await shnor('--issue', '--json')).stdout));
    const [book, ...positions] = issued.feeds;
    expect([book?.whose, positions.length > 0]).toEqual(['вся книга', true]);
    const url = book?.url ?? '';
    expect(await (await fetch(url)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    const { stdout } = await shnor();
    expect(stdout).toMatch(/^Адреса уже выданы.+\nвся книга \(\d.+\)\n/u);
    expect(stdout).not.toContain('http');
    expect(await shnor('--revoke')).toEqual({
      code: 0,
      stdout: 'Адреса отозваны: по ним больше ничего не открыть.\n',
      stderr: '',
    });
    expect((await fetch(url)).status).toBe(404);
  });

  test('are not both issued and revoked', async () => {
    const { code, stderr } = await shnor('--issue', '--revoke');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/[а-я]/u)]);
    expect(stderr).toMatch(/issue.+revoke/u);
  });
});
