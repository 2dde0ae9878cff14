import { expect, test } from '@jest/globals';
import { openPageHere } from '../support/open-page-here.ts';
import { startProgram, type Program } from '../support/program.ts';
import { readTexts } from '../support/read-book.ts';
import { openWindow, openWindowApart, waitFor, type Window } from '../support/window.ts';
import { inDemo, type Stage } from './scenario.ts';

const ROWS = 8;

/** Types one text a row, without a pause, from the row on. */
async function typeDown(window: Window, column: string, word: string): Promise<void> {
  await window.select('Школы', `${column}12`);
  for (let row = 0; row < ROWS; row++) {
    await window.page.keyboard.type(`${word} ${row}`);
    await window.press('Enter');
  }
}

function column(rows: readonly (readonly string[])[], index: number): string[] {
  return rows.slice(11, 11 + ROWS).map((cells) => cells[index] ?? '');
}

function words(word: string): string[] {
  return Array.from({ length: ROWS }, (_, row) => `${word} ${row}`);
}

export function describeCrash(stage: () => Stage): void {
  test('killing the program while two people type loses nothing that they typed', () =>
    inDemo((data) => crash(stage(), data)));
}

async function crash(stage: Stage, data: string): Promise<void> {
  const first = await startProgram(data);
  try {
    await crashOf(first, stage);
  } finally {
    await first.kill();
  }
}

async function crashOf(first: Program, { context, desk }: Stage): Promise<void> {
  // It would draw and look for its program all the while.
  await desk.clear();
  const one = await openWindow(context, first.url);
  const two = await openWindowApart(context, first.url);
  const typing = Promise.all([typeDown(one, 'B', 'Первая'), typeDown(two, 'D', 'Вторая')]);
  // In the middle of it.
  await waitFor(
    () => two.text('Школы', 'B13'),
    (text) => text === 'Первая 1',
    'the first edits are in',
  );
  await first.kill();
  await typing;
  await one.page.getByText('Нет связи').waitFor();
  // A window that is left now must not lose what waits in it.
  await two.page.goto('about:blank');
  const second = await openPageHere(first.data, Number(new URL(first.url).port));
  try {
    await two.page.goto(second.url);
    await two.page.waitForSelector('body[data-ready]');
    await Promise.all([one.saved(), two.saved()]);
    const both = (rows: string[][]) => [column(rows, 1), column(rows, 3)];
    const expected = [words('Первая'), words('Вторая')];
    for (const window of [one, two])
      await waitFor(
        async () => both(await window.texts('Школы')),
        (seen) => String(seen) === String(expected),
        'all',
      );
    // So does whoever opens the page now.
    expect(both(await readTexts(second.url, 'Школы'))).toEqual(expected);
    await Promise.all([one.close(), two.close()]);
  } finally {
    await second.stop();
  }
}
