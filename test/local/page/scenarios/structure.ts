import { expect } from '@jest/globals';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { placeOf } from '../support/place-of.ts';
import { waitFor, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const SHEET = 'Журнал';
const at = (key: string, row: number) => placeOf('journal', key, row);
const ID_AT = WORKSHEETS.journal.columns.findIndex(({ key }) => key === 'id');
/** Below the letters of the columns and the frozen header. */
const SECOND_ROW = 75;
const THIRD_ROW = 112;

/** Rows with an id, by their ids: all but the id. */
async function rowsById(window: Window): Promise<Record<string, string>> {
  const rows = await window.texts(SHEET);
  const filled = rows.slice(1).filter((row) => row[ID_AT]);
  return Object.fromEntries(filled.map((row) => [row[ID_AT], row.toSpliced(ID_AT, 1).join(' | ')]));
}

async function rowMenu(window: Window, item: RegExp): Promise<void> {
  const { page } = window;
  await page.mouse.click(22, (await window.gridTop()) + THIRD_ROW, { button: 'right' });
  // Not on the field for the number of rows.
  await page
    .getByText(item)
    .first()
    .click({ position: { x: 8, y: 8 } });
}

export function describeStructure({ scenario, more }: Scenarios): void {
  more(
    'a row is put in and taken out again: every other row keeps its id and its verdict',
    async ({ window }) => {
      await window.select(SHEET, at('date', 3));
      const before = await rowsById(window);
      const third = await window.text(SHEET, at('id', 3));
      await rowMenu(window, /строк выше/u);
      await window.sees(SHEET, at('id', 4), third);
      await window.saved();
      expect(await rowsById(window)).toEqual(before);
      await rowMenu(window, /Удалить выбранную строку/u);
      await window.sees(SHEET, at('id', 3), third);
      await window.saved();
      expect(await rowsById(window)).toEqual(before);
    },
  );

  scenario('a deleted row comes back by undo, with its id', async ({ window }) => {
    await window.select(SHEET, at('date', 3));
    const before = await rowsById(window);
    const third = await window.text(SHEET, at('id', 3));
    await rowMenu(window, /Удалить выбранную строку/u);
    await waitFor(
      () => window.text(SHEET, at('id', 3)),
      (id) => id !== third,
      'the row is gone',
    );
    await window.saved();
    await window.select(SHEET, at('date', 3));
    await window.press('Control+z');
    await window.sees(SHEET, at('id', 3), third);
    await window.saved();
    await waitFor(
      () => rowsById(window),
      (rows) => JSON.stringify(rows) === JSON.stringify(before),
      'all is as before',
    );
  });

  more('a sorted sheet has every row with its own id, and stays so for everyone', async ({ window }) => {
    await window.select(SHEET, at('date', 2));
    const before = await rowsById(window);
    const dates = async (): Promise<string[]> =>
      (await window.texts(SHEET))
        .slice(1)
        .map(([date]) => date ?? '')
        .filter(Boolean);
    const unsorted = await dates();
    await sortDescending(window);
    await waitFor(dates, (now) => String(now) !== String(unsorted), 'the order is another');
    await window.saved();
    const sorted = (await dates()).filter((date) => !date.startsWith('31.09')).map(toIso);
    expect(sorted).toEqual([...sorted].sort().toReversed());
    await window.page.reload();
    await window.page.waitForSelector('body[data-ready]');
    expect(await rowsById(window)).toEqual(before);
    expect((await dates())[0]).not.toBe(unsorted[0]);
  });
}

async function sortDescending(window: Window): Promise<void> {
  const { page } = window;
  await page.mouse.click(90, (await window.gridTop()) + SECOND_ROW, { button: 'right' });
  await page.getByText('Сортировка', { exact: true }).last().hover();
  await page.getByText('Расширенная сортировка по убыванию').click();
}

function toIso(date: string): string {
  return date.split('.').toReversed().join('-');
}
