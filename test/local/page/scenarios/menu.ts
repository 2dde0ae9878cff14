import { expect } from '@jest/globals';
import { placeOf } from '../support/place-of.ts';
import { waitFor, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

/** Below the letters of the columns and the three rows of the head. */
const FIRST_FINDING = 104;
/** The middle of «Контроль»'s last column, where the places stand. */
const PLACES = 1193;
const BETWEEN_CLICKS_MS = 600;
const NAME_BOX = { x: 40, above: 15 };
/** More than a line of the widest column. */
const LONG = 100;
const LINE_PX = 21;

export function describeMenu({ scenario, more }: Scenarios): void {
  scenario('«Сформировать отчёт» opens a new tab with the right totals', async ({ window }) => {
    await changeWhatReportsTell(window);
    const before = await window.tabs();
    await window.choose('Сформировать отчёт');
    // The demo has errors planted in it.
    await window.page.getByRole('dialog').getByRole('button', { name: 'Да' }).click();
    await waitFor(
      () => window.tabs(),
      // The former report's tab is folded away by the same write.
      (tabs) => tabs.some((title) => !before.includes(title)),
      'a new tab',
    );
    const dialog = window.page.getByRole('dialog');
    await dialog
      .getByText(/отчёт»? № \d+/u)
      .first()
      .waitFor();
    const told = plain(await dialog.innerText());
    await dialog.getByRole('button', { name: 'OK' }).click();
    const tab = (await window.tabs()).find((title) => !before.includes(title)) ?? '';
    expect(tab).toMatch(/^Сводный отчёт № \d+$/u);
    const rows = await window.texts(tab);
    // What was told is what the tab holds, and what its table adds up to.
    const text = plain(rows.flat().join(' '));
    const [count, done] = [/(?<n>\d+) исполнени[ея]/u, /подтверждено (?<n>\d+)/u].map(
      (pattern) => pattern.exec(told)?.groups?.['n'],
    );
    expect([text.includes(`${count} исполнени`), text.includes(`подтверждено ${done}`)]).toEqual([
      true,
      true,
    ]);
    const totals = rows.filter((cells) => cells.includes('Всего')).map((cells) => cells.filter(isCount));
    expect(totals.map(([all]) => all)).toContain(count);
  });

  more('the report\u2019s charts stand in the tab with its figures', async ({ window }) => {
    const tab = (await window.tabs()).find((title) => title.startsWith('Сводный отчёт')) ?? '';
    const charts = await window.charts(tab);
    expect(charts.map(({ kind }) => kind)).toContain('bar');
    for (const { labels, series } of charts)
      expect(series.map(({ values }) => values.length)).toEqual(series.map(() => labels.length));
  });

  scenario('a click on the row number in «Контроль» leads to the row', async ({ window }) => {
    await window.select('Контроль', 'A4');
    expect(await cutRows(window)).toEqual([]);
    const { mouse } = window.page;
    const top = await window.gridTop();
    const [sheet = '', row = ''] = (await window.text('Контроль', 'H4')).split(', ');
    const click = async () => {
      await mouse.move(PLACES - 6, top + FIRST_FINDING);
      await mouse.click(PLACES, top + FIRST_FINDING);
      // Clicks that follow at once would be one double click.
      await window.page.waitForTimeout(BETWEEN_CLICKS_MS);
      return window.activeTab();
    };
    await waitFor(click, (tab) => tab === sheet, `«${sheet}» is open`);
    await window.page.getByText(`Строка ${row}:`).waitFor();
    // A link names the first column, which is frozen.
    await window.select('Исполнение', 'A49');
    await waitFor(
      () => window.rowsAbove(),
      (count) => count > 0,
      'the row is in sight',
    );
  });

  more(
    'a row that is selected through the name box is the one whose history is shown',
    async ({ window }) => {
      const { page } = window;
      await window.select('Исполнение', 'G7');
      await page.waitForTimeout(BETWEEN_CLICKS_MS);
      await page.mouse.click(NAME_BOX.x, (await window.gridTop()) - NAME_BOX.above, { clickCount: 3 });
      await page.keyboard.type('F14');
      await window.press('Enter');
      await page.getByText('Строка 14:').waitFor();
      await page.waitForTimeout(BETWEEN_CLICKS_MS);
      await window.choose('История строки');
      const id = await window.text('Исполнение', placeOf('executions', 'id', 14));
      await page.frameLocator('#sidebar iframe').getByText(id).first().waitFor();
      await page.locator('#busy').waitFor({ state: 'hidden' });
      // The panel is the answer: nothing says so once more.
      expect(await page.locator('.toast').count()).toBe(0);
    },
  );

  more(
    'a program that was restarted knows which row is selected in a window that stayed',
    async ({ window, restart }) => {
      await window.select('Исполнение', 'G9');
      await window.page.getByText('Строка 9:').waitFor();
      await window.page.waitForTimeout(BETWEEN_CLICKS_MS);
      await restart();
      await window.page.waitForTimeout(BETWEEN_CLICKS_MS);
      await window.choose('История строки');
      const id = await window.text('Исполнение', placeOf('executions', 'id', 9));
      await window.page.frameLocator('#sidebar iframe').getByText(id).first().waitFor();
      await window.page.locator('#busy').waitFor({ state: 'hidden' });
    },
  );

  more('every item of the menu does something, and shows what', async ({ window }) => {
    await window.select('Исполнение', 'B5');
    await window.page.locator('.menu-button').click();
    const items = await window.page.getByRole('menuitem').allInnerTexts();
    await window.page.locator('.menu-button').click();
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) await pressToTheEnd(window, item);
    expect(items).toContain('Печать листа…');
    // «Проверить сроки» and all others went by the day that was fixed for the program.
    expect(await window.text('Контроль', 'A1')).toBe('Контроль на 23.11.2026');
  });
}

/** Else the answer would be the report that the first start has formed. */
async function changeWhatReportsTell(window: Window): Promise<void> {
  await window.type('Исполнение', placeOf('executions', 'note', 2), 'Сверено со школой');
  await window.saved();
}

/** Rows of «Контроль» with a long text that are one line high. */
async function cutRows(window: Window): Promise<string[][]> {
  const rows = await window.texts('Контроль');
  const heights = await Promise.all(rows.map((_, index) => window.rowHeight('Контроль', index + 1)));
  const isCut = (cells: string[], index: number) =>
    index > 2 && (cells[4] ?? '').length > LONG && (heights[index] ?? 0) <= LINE_PX;
  return rows.filter(isCut);
}

/** With blanks that may break. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function isCount(text: string): boolean {
  return /^\d+$/u.test(text);
}

/** Presses the item, closes its questions without a yes, and closes what it opened. */
async function pressToTheEnd(window: Window, item: string): Promise<void> {
  const { page } = window;
  const before = await window.activeTab();
  const windows = page.context().pages().length;
  await window.choose(item);
  const shown = page.locator('dialog[open], .toast, #sidebar iframe');
  const others = () => page.context().pages().slice(windows);
  const hasEffect = async () =>
    (await shown.count()) > 0 || others().length > 0 || (await window.activeTab()) !== before;
  await waitFor(hasEffect, Boolean, `«${item}» shows something`);
  const isBusy = async () => {
    if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
    return page.locator('#busy').isVisible();
  };
  await waitFor(isBusy, (busy) => !busy, `«${item}» ends`);
  for (const other of others()) await other.close();
  await window.putAway();
}
