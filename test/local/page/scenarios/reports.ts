import { expect } from '@jest/globals';
import { TODAY } from '../support/program.ts';
import { waitFor, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

/** Through the panel «Отчёты…», as the head's office does: make, look, save, sign, take back. */
export function describeReports({ more }: Scenarios): void {
  more('the overdue of a month: made, opened, saved as a file, signed, recalled', async ({ window }) => {
    const { panel, press, told } = sidebarOf(window);
    await window.choose('Отчёты…');
    await panel.locator('[name=form]').selectOption({ label: 'Просроченное' });
    await panel.locator('[name=span]').selectOption({ label: 'сентябрь 2026 года' });
    await press('Сформировать');
    // The demo has errors on purpose: a number is taken when somebody has said so.
    await panel.getByText('подтвердите, что отчёт нужен и с ними').waitFor();
    await panel.locator('[name=withErrors]').check();
    await press('Сформировать');
    await told(/Готово: «Просроченное» № \d+/u);
    const title = (await panel.locator('li b').first().innerText()).trim();
    await waitFor(
      () => window.activeTab(),
      (tab) => tab === title,
      `«${title}» is open`,
    );
    expect((await window.texts(title)).flat().join(' ')).toContain('сентябрь 2026 года');

    await window.select('Контроль', 'A1');
    await press('Открыть');
    await waitFor(
      () => window.activeTab(),
      (tab) => tab === title,
      `«${title}» is open again`,
    );

    const [download] = await Promise.all([window.page.waitForEvent('download'), press('Скачать .docx')]);
    expect(download.suggestedFilename()).toBe(`${title}.docx`);

    // The note about the file stands below the list: no button is under it.
    await press('Скачать .xlsx');
    await told(/xlsx/u);
    const newest = panel.locator('li').first();
    await newest.getByText('Отметить подписанным…').click();
    await newest.locator('[name=paperDate]').fill(TODAY);
    await press('Отметить');
    await panel.getByText('Впишите номер подписанной бумаги').waitFor();
    // What was said about the report that was made does not stand beside a refusal.
    expect(await panel.locator('p.done').count()).toBe(0);
    await newest.locator('[name=paperNumber]').fill('01-15/7');
    await press('Отметить');
    await told(/подписано: № 01-15\/7 от 23\.11\.2026/u);

    await newest.getByText('Отозвать…').click();
    await newest.locator('[name=reason]').fill('Проверка');
    await press('Отозвать');
    await told(/отозвано 23\.11\.2026: Проверка/u);
    const state = async () => (await window.texts(title)).flat().join(' ');
    await waitFor(state, (text) => text.includes('отозвано 23.11.2026: Проверка'), 'the tab says so');
  });

  more('a plan of somebody else: chosen, shown, appended', async ({ window }) => {
    const { panel, press } = sidebarOf(window);
    await window.choose('Импорт плана…');
    await press('Показать план');
    await panel.getByText('Выберите файл плана: .xlsx, .csv или .docx.').waitFor();
    const buffer = Buffer.from('№;Мероприятие;Срок\n6.1;Семинар для завучей;Май\n');
    await panel.locator('[name=file]').setInputFiles({ name: 'План.csv', mimeType: 'text/csv', buffer });
    await press('Показать план');
    await panel.getByText('6.1. Семинар для завучей').waitFor();
    await press('Да, дописать');
    await panel.getByText('Дописано в «Регламент»: 1 мероприятие').waitFor();
    const regulation = async () => (await window.texts('Регламент')).flat().join(' ');
    await waitFor(regulation, (text) => text.includes('Семинар для завучей'), 'the new row is shown');
  });
}

function sidebarOf({ page }: Window) {
  const panel = page.frameLocator('#sidebar iframe');
  return {
    panel,
    press: (name: string) => panel.getByRole('button', { name, exact: true }).first().click(),
    told: (expected: RegExp) => panel.locator('.done, [data-note]', { hasText: expected }).first().waitFor(),
  };
}
