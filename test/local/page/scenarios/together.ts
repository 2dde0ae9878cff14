import { expect } from '@jest/globals';
import { openWindow } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

export function describeTogether({ more }: Scenarios): void {
  more(
    'two people on one workbook see each other, and whose row moved keeps what is typed into it',
    async ({ window, context, program }) => {
      const other = await openWindow(context, `${program.url}?user=head@shnor.local`);
      await window.type('Школы', 'H2', 'Первая');
      await other.sees('Школы', 'H2', 'Первая');
      await other.type('Школы', 'H3', 'Вторая');
      await window.sees('Школы', 'H3', 'Вторая');
      expect(other.errors).toEqual([]);
      await other.close();
    },
  );

  more(
    'typing without a connection is kept, said so, and sent when the connection is back',
    async ({ window, context, program }) => {
      const other = await openWindow(context, program.url);
      await other.setOffline(true);
      await other.type('Школы', 'H4', 'Без связи');
      await other.page.getByText('Нет связи: набранное сохранено и будет отправлено').waitFor();
      await other.setOffline(false);
      await window.sees('Школы', 'H4', 'Без связи');
      await other.saved();
      await other.close();
    },
  );
}
