import { expect, test } from '@jest/globals';
import { runProcess } from '../../../support/run-program.ts';
import { openWindow } from '../support/window.ts';
import type { World } from './world.ts';

export function describeTogether(world: () => World): void {
  test('a second start over the same folder names the address of the first, and ends', async () => {
    const { url, data } = world().program;
    const { code, stdout } = await runProcess('local/start.ts', ['--data', data, '--port', '0']);
    expect([code, stdout.includes(`по адресу ${url}`)]).toEqual([0, true]);
  });

  test('two people on one workbook see each other, and whose row moved keeps what is typed into it', async () => {
    const { window, browser, program } = world();
    const other = await openWindow(browser, program.url, 'head@shnor.local');
    await window.type('Школы', 'H2', 'Первая');
    await other.sees('Школы', 'H2', 'Первая');
    await other.type('Школы', 'H3', 'Вторая');
    await window.sees('Школы', 'H3', 'Вторая');
    expect(other.errors).toEqual([]);
    await other.close();
  });

  test('typing without a connection is kept, said so, and sent when the connection is back', async () => {
    const { window, browser, program } = world();
    const other = await openWindow(browser, program.url);
    await other.page.context().setOffline(true);
    await other.type('Школы', 'H4', 'Без связи');
    await other.page.getByText('Нет связи: набранное сохранено и будет отправлено').waitFor();
    await other.page.context().setOffline(false);
    await window.sees('Школы', 'H4', 'Без связи');
    await other.saved();
    await other.close();
  });
}
