import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deleteRows } from '../support/by-hand.ts';
import { copyDemo } from '../support/demo-folder.ts';
import { runProgram } from '../support/run-program-here.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openPageHere } from './page/support/open-page-here.ts';
import type { Program } from './page/support/program.ts';

const EXECUTIONS = 148_001;

/** The steps of the README, «Попробовать тормоз и восстановление», word for word. */
describe('a person who tries the brake and the restore', () => {
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

  async function shnor(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await runProgram('local/cli/main.ts', [...args, '--data', data]);
    expect([code, stderr]).toEqual([0, '']);
    return stdout.trimEnd();
  }

  async function eraseTwentyRows(): Promise<void> {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(data, name), 'utf8')) as Record<string, string>;
    const { sheetsUrl = '', sheetsKey = '' } = read('server.json');
    const { workbookId = '' } = read('shnor.json');
    await deleteRows({ url: sheetsUrl, key: sheetsKey }, workbookId, {
      sheetId: EXECUTIONS,
      from: 2,
      to: 21,
    });
  }

  test('deletes twenty rows, sees the brake, answers «no, bring them back», and has them again', async () => {
    await eraseTwentyRows();
    expect(await shnor('sync')).toContain(
      'С листа «Исполнение» пропало 20 строк: удаление ждёт подтверждения.',
    );
    const plan = await shnor('restore', 'Исполнение');
    expect(plan).toContain('Вернётся в конец листа «Исполнение»: 20 строк — e1-');
    expect(plan).toContain('Ничего не изменено. Чтобы выполнить, повторите команду с ключом --yes.');
    expect(await shnor('restore', 'Исполнение', '--yes')).toContain(
      'Возвращено в конец листа «Исполнение»: 20 строк — e1-',
    );
  });

  test('deletes them for good and changes their mind the day after', async () => {
    await eraseTwentyRows();
    await shnor('sync');
    expect(await shnor('sync', '--confirm-deletions')).toContain('Принято строк: удалённых — 20.');
    expect(await shnor('restore', 'Исполнение')).toMatch(
      /в ревизии 2 удалено: 20 строк — назовите ревизию 1$/u,
    );
    expect(await shnor('restore', 'Исполнение', '--revision', '1', '--yes')).toContain('Возвращено');
    expect(await shnor('history', 'Исполнение!50')).toMatch(
      /восстановлена\n.*удалена\n.*добавлена\n {2}«Школа»: пусто → «ОО № /u,
    );
    expect(await shnor('check', '--full')).toBe(
      'История и хранилище сходятся (ревизии 0–3). Отчёт № 1 подтверждён.',
    );
  });
});
