import { expect } from '@jest/globals';
import { placeOf } from '../support/place-of.ts';
import { readBook, readTexts } from '../support/read-book.ts';
import { openWindow, waitFor, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const SHEET = 'Журнал';
const at = (key: string, row: number) => placeOf('journal', key, row);

/** Begins to type, and goes no further. */
async function begin(window: Window, cell: string, text: string): Promise<void> {
  await window.select(SHEET, cell);
  await window.page.keyboard.type(text);
}

/** Waits until the window has been told all that the program has. */
async function told(window: Window, url: string): Promise<void> {
  const { sequence } = await readBook(url);
  await waitFor(
    () => window.sequence(),
    (shown) => shown >= sequence,
    'the window has been told',
  );
}

export function describeConflicts({ more }: Scenarios): void {
  more(
    'an open editor is not overwritten; whoever has typed into it is asked whose text is to stand',
    async ({ window, context, program }) => {
      const other = await openWindow(context, `${program.url}?user=head@shnor.local`);
      const cell = at('topic', 4);
      await begin(window, cell, 'Моё');
      await other.type(SHEET, cell, 'Чужое');
      await other.saved();
      await told(window, program.url);
      await window.press('Enter');
      const question = window.page.getByRole('dialog');
      await question.getByText('Ваше: Моё').waitFor();
      expect(await question.innerText()).toContain('Чужое: Чужое');
      await question.getByRole('button', { name: 'Оставить своё' }).click();
      await other.sees(SHEET, cell, 'Моё');
      await window.saved();

      await begin(window, cell, 'Второе моё');
      await other.type(SHEET, cell, 'Второе чужое');
      await other.saved();
      await told(window, program.url);
      await window.press('Enter');
      await question.getByRole('button', { name: 'Принять чужое' }).click();
      await window.sees(SHEET, cell, 'Второе чужое');
      await window.saved();
      expect((await readTexts(program.url, SHEET)).flat()).not.toContain('Второе моё');
      await other.close();
    },
  );

  more('what is typed while rows move lands in its own row', async ({ window, context, program }) => {
    const other = await openWindow(context, `${program.url}?user=head@shnor.local`);
    const id = await window.text(SHEET, at('id', 4));
    await begin(window, at('topic', 4), 'В свою строку');
    await other.select(SHEET, at('date', 3));
    const box = await other.box(at('date', 3));
    // Its middle: at its edges the height is changed.
    await other.page.mouse.click(22, ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2, { button: 'right' });
    await other.page
      .getByText(/строк выше/u)
      .first()
      .click({ position: { x: 8, y: 8 } });
    await other.sees(SHEET, at('id', 5), id);
    await other.saved();
    await told(window, program.url);
    await window.press('Enter');
    await window.sees(SHEET, at('topic', 5), 'В свою строку');
    await window.sees(SHEET, at('id', 5), id);
    await other.sees(SHEET, at('topic', 5), 'В свою строку');
    await other.close();
  });
}
