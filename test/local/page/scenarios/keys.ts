import { expect } from '@jest/globals';
import { placeOf } from '../support/place-of.ts';
import { waitFor, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const SHEET = 'Журнал';
const at = (key: string, row: number) => placeOf('journal', key, row);
/** By the name box. */
async function isSelected(window: Window, expected: RegExp): Promise<void> {
  const look = () =>
    window.page.evaluate(`document.querySelector('[data-u-comp="defined-name"] input')?.value ?? ''`);
  await waitFor(look, (name) => expected.test(String(name)), `${String(expected)} is selected`);
}

async function selectDown(window: Window, cell: string): Promise<void> {
  await window.select(SHEET, cell);
  await window.press('Shift+ArrowDown');
}

export function describeKeys({ more }: Scenarios): void {
  more('Home, End, alone and with Ctrl, go where they go in Google Sheets', async ({ window }) => {
    await window.select(SHEET, 'F6');
    for (const [keys, place] of [
      ['Home', /^A6$/u],
      ['Control+End', /^[A-Z]+10$/u],
      ['Control+Home', /^A1$/u],
      ['End', /^[B-Z]1$/u],
    ] as const) {
      await window.press(keys);
      await isSelected(window, place);
    }
  });

  more(
    'the space takes the row with Shift, the column with Ctrl, and is typed into no cell',
    async ({ window }) => {
      await window.select(SHEET, 'F6');
      const before = await window.text(SHEET, 'F6');
      await window.press('Shift+Space');
      await isSelected(window, /^6:6$/u);
      await window.select(SHEET, 'F6');
      await window.press('Control+Space');
      await isSelected(window, /^F:F$/u);
      expect(await window.text(SHEET, 'F6')).toBe(before);
    },
  );

  more('Ctrl+D, Ctrl+R and Ctrl+Enter fill; F2, Alt+Enter and Esc edit', async ({ window }) => {
    const [first, second] = [at('topic', 27), at('topic', 28)];
    await window.type(SHEET, first, 'Семинар');
    await selectDown(window, first);
    await window.press('Control+d');
    await window.sees(SHEET, second, 'Семинар');
    await window.type(SHEET, at('leaders', 27), '4');
    await window.select(SHEET, at('leaders', 27));
    await window.press('Shift+ArrowRight');
    await window.press('Control+r');
    await window.sees(SHEET, at('teachers', 27), '4');
    await selectDown(window, first);
    await window.page.keyboard.type('Совещание');
    await window.press('Control+Enter');
    await window.sees(SHEET, second, 'Совещание');
    await window.select(SHEET, second);
    await window.press('F2');
    await window.page.keyboard.type(' 1');
    await window.press('Alt+Enter');
    await window.page.keyboard.type('итоги');
    await window.press('Enter');
    await window.sees(SHEET, second, 'Совещание 1\nитоги');
    await window.select(SHEET, first);
    await window.page.keyboard.type('нет');
    await window.press('Escape');
    expect(await window.text(SHEET, first)).toBe('Совещание');
  });

  more('a formula by Russian names counts, and is edited by them', async ({ window }) => {
    const cell = at('leaders', 27);
    await window.type(SHEET, cell, '=ЕСЛИ(СУММ(1;2)=3;4;5)');
    await window.sees(SHEET, cell, '4');
    await window.select(SHEET, cell);
    await window.press('F2');
    await window.page.keyboard.type('+СЧЁТ(7)');
    await window.press('Enter');
    await window.sees(SHEET, cell, '5');
  });
}
