import { expect } from '@jest/globals';
import { placeOf } from '../support/place-of.ts';
import { readTexts } from '../support/read-book.ts';
import { waitFor, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const SHEET = 'Журнал';
const at = (key: string, row: number) => placeOf('journal', key, row);
/** Below all rows of the demo. */
const FREE = 20;

/** Drags the corner of the cell to the other, as a hand does. */
async function fill(window: Window, from: string, to: string): Promise<void> {
  const { mouse } = window.page;
  const [start, end] = [await window.box(from), await window.box(to)];
  if (!start || !end) throw new Error(`${from} or ${to} is out of view`);
  await mouse.move(start.right, start.bottom);
  await mouse.down();
  await mouse.move(start.right - 20, (start.bottom + end.bottom) / 2, { steps: 4 });
  await mouse.move(end.right - 20, end.bottom - 5, { steps: 4 });
  await mouse.up();
}

/** A hand that missed the corner tries again. */
async function fillTo(window: Window, from: string, to: string, last: string): Promise<void> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    await window.select(SHEET, from);
    await fill(window, from, to);
    await window.page.waitForTimeout(SETTLED_MS * attempt);
    if ((await window.text(SHEET, to)) === last) return;
  }
  await window.select(SHEET, from);
  await fill(window, from, to);
  await window.sees(SHEET, to, last);
}

const ATTEMPTS = 4;
const SETTLED_MS = 500;

async function paste(window: Window, text: string, html?: string): Promise<void> {
  await window.page.evaluate(
    `navigator.clipboard.write([new ClipboardItem({
      'text/plain': new Blob([${JSON.stringify(text)}], { type: 'text/plain' }),
      ${html === undefined ? '' : `'text/html': new Blob([${JSON.stringify(html)}], { type: 'text/html' }),`}
    })])`,
  );
  await window.press('Control+v');
}

export function describeHabits({ more }: Scenarios): void {
  more('a list is narrowed by typing; arrows choose, Enter and Tab take', async ({ window }) => {
    const execution = (key: string, row: number) => placeOf('executions', key, row);
    const type = async (cell: string, text: string, lines: number) => {
      await window.select('Исполнение', cell);
      await window.page.keyboard.type(text);
      await waitFor(
        () =>
          window.page
            .locator('[data-u-comp="sheets-dropdown-list"] .univer-overflow-y-auto > :visible')
            .count(),
        (count) => count === lines,
        'lines of the list',
      );
    };
    await type(execution('school', 12), '3', 1);
    await window.press('Enter');
    await window.sees('Исполнение', execution('school', 12), 'ОО № 3 (демо)');
    await type(execution('mark', 13), 'в', 2);
    await window.press('ArrowDown');
    await window.press('Tab');
    await window.sees('Исполнение', execution('mark', 13), 'в работе');
    await window.select('Исполнение', execution('school', 14));
    await window.page.keyboard.type('ОО № 77');
    await window.press('Enter');
    await window.sees('Исполнение', execution('school', 14), 'ОО № 77');
  });

  more('Ctrl+F finds in all tabs and types into no cell; Ctrl+H replaces', async ({ window, program }) => {
    await window.select('Школы', 'B2');
    const before = await window.text('Школы', 'B2');
    await window.press('Control+f');
    await window.page.keyboard.type('Итоги полугодия');
    await window.page.getByText('Найдено: 11').waitFor();
    await window.press('Enter');
    await waitFor(
      () => window.activeTab(),
      (tab) => tab === SHEET,
      'the place is shown',
    );
    await window.press('Escape');
    expect(await window.text('Школы', 'B2')).toBe(before);
    await window.press('Control+h');
    await window.page.getByLabel('На что заменить').fill('Итоги года');
    await window.page.getByRole('button', { name: 'Заменить все' }).click();
    await window.page.getByText(/^Заменено: [1-9]/u).waitFor();
    await window.saved();
    expect((await readTexts(program.url, SHEET)).flat().join()).toContain('Итоги года, план мер');
    await window.page.getByRole('button', { name: 'Закрыть', exact: true }).click();
  });

  more('Ctrl+; enters today; Ctrl+/ shows the keys', async ({ window }) => {
    await window.select(SHEET, at('date', 5));
    await window.press('Control+;');
    await window.sees(SHEET, at('date', 5), new Date().toLocaleDateString('ru-RU'));
    await window.press('Control+/');
    await window.page.getByRole('dialog').getByText('найти во всех вкладках').waitFor();
    await window.press('Escape');
    expect(await window.page.getByRole('dialog').count()).toBe(0);
  });

  more('the fill handle counts days and numbered texts, and copies with Ctrl', async ({ window }) => {
    await window.type(SHEET, at('date', FREE), '30.12.2026');
    await window.sees(SHEET, at('id', FREE), /^j/u);
    await fillTo(window, at('date', FREE), at('date', FREE + 2), '01.01.2027');
    await window.sees(SHEET, at('date', FREE + 1), '31.12.2026');
    await window.type(SHEET, at('topic', FREE), 'Встреча 9');
    await fillTo(window, at('topic', FREE), at('topic', FREE + 2), 'Встреча 11');
    await window.page.keyboard.down('Control');
    await fillTo(window, at('topic', FREE), at('topic', FREE + 2), 'Встреча 9');
    await window.page.keyboard.up('Control');
  });

  more('a paste from Excel brings values, and none of its fonts', async ({ window }) => {
    const cell = at('topic', FREE);
    await window.select(SHEET, cell);
    const html =
      '<table><tr><td style="font-family:Calibri;font-size:22pt;background:#ff0000;color:#00ff00">Из Excel</td></tr></table>';
    await paste(window, 'Из Excel', html);
    await window.sees(SHEET, cell, 'Из Excel');
    await window.saved();
    expect(await window.background(SHEET, cell)).not.toBe('#ff0000');
  });

  more('where one goes is seen, clear of frozen rows and columns, its column too', async ({ window }) => {
    const grid = await window.gridTop();
    for (const row of [2, 40, 12, 3]) {
      const cell = at('id', row);
      await window.select(SHEET, cell);
      const box = await window.box(cell);
      expect(box).toBeDefined();
      expect((box?.top ?? 0) - grid).toBeLessThan(400);
    }
  });
}
