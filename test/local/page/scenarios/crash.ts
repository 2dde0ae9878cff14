import { expect, test } from '@jest/globals';
import { openPageHere } from '../support/open-page-here.ts';
import { startProgram, type Program } from '../support/program.ts';
import { readTexts } from '../support/read-book.ts';
import { openWindow, waitFor, type Window } from '../support/window.ts';
import { inDemo, type Stage } from './scenario.ts';

const ROWS = 5;
/** The row in which both are when the program ends. */
const KILLED_AT = 2;
const OTHER = '?user=head@shnor.local';

/** Types one text a row, without a pause. */
async function typeDown(window: Window, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await window.page.keyboard.type(text);
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
  test('killing the program while somebody types loses nothing that was typed', () =>
    inDemo((data) =>
      crash(stage(), data, async (first, { desk }) => oneTypes(first, await desk.at(first.url))),
    ));
}

export function describeSharedCrash(stage: () => Stage): void {
  test('killing the program while two people type, and see each other, loses nothing that they typed', () =>
    inDemo((data) => crash(stage(), data, twoType)));
}

async function crash(
  stage: Stage,
  data: string,
  play: (first: Program, stage: Stage) => Promise<void>,
): Promise<void> {
  const first = await startProgram(data, stage.port);
  try {
    await play(first, stage);
  } catch (error) {
    await stage.desk.clear();
    throw error;
  } finally {
    await first.kill();
  }
}

async function oneTypes(first: Program, one: Window): Promise<void> {
  const expected = words('Раз');
  await one.select('Школы', 'A12');
  await typeDown(one, expected.slice(0, KILLED_AT));
  await one.saved();
  const typing = typeDown(one, expected.slice(KILLED_AT));
  await first.kill();
  await typing;
  await one.page.getByText('Нет связи').waitFor();
  const second = await openPageHere(first.data, Number(new URL(first.url).port));
  try {
    await one.saved();
    await sees(one, (rows) => column(rows, 0), expected);
    // So does whoever opens the page now.
    expect(column(await readTexts(second.url, 'Школы'), 0)).toEqual(expected);
    expect(one.errors).toEqual([]);
  } finally {
    await second.stop();
  }
}

async function twoType(first: Program, { context, desk }: Stage): Promise<void> {
  const one = await desk.at(first.url);
  const two = await openWindow(context, `${first.url}${OTHER}`);
  const type = (from: number, to: number) =>
    Promise.all([typeDown(one, words('Раз').slice(from, to)), typeDown(two, words('Два').slice(from, to))]);
  await Promise.all([one.select('Школы', 'A12'), two.select('Школы', 'D12')]);
  await type(0, KILLED_AT);
  await Promise.all([two.sees('Школы', 'A12', 'Раз 0'), one.sees('Школы', 'D12', 'Два 0')]);
  const typing = type(KILLED_AT, ROWS);
  await first.kill();
  await typing;
  await one.page.getByText('Нет связи').waitFor();
  // A window that is left now must not lose what waits in it.
  await two.page.goto('about:blank');
  const second = await openPageHere(first.data, Number(new URL(first.url).port));
  try {
    await two.page.goto(`${second.url}${OTHER}`);
    await two.page.waitForSelector('body[data-ready]');
    await Promise.all([one.saved(), two.saved()]);
    const both = (rows: string[][]) => [...column(rows, 0), ...column(rows, 3)];
    const expected = [...words('Раз'), ...words('Два')];
    for (const window of [one, two]) await sees(window, both, expected);
    expect(both(await readTexts(second.url, 'Школы'))).toEqual(expected);
    expect([one.errors, two.errors]).toEqual([[], []]);
    await two.close();
  } finally {
    await second.stop();
  }
}

async function sees(
  window: Window,
  look: (rows: string[][]) => string[],
  expected: readonly string[],
): Promise<void> {
  await waitFor(
    async () => look(await window.texts('Школы')),
    (seen) => String(seen) === String(expected),
    'all that was typed',
  );
}
