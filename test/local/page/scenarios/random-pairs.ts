import { expect } from '@jest/globals';
import { inFull } from '../../../support/long.ts';
import { placeOf } from '../support/place-of.ts';
import { readTexts } from '../support/read-book.ts';
import { openWindow, type Window } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const SHEET = 'Журнал';
/** Rows of the demo that both work in. */
const ROWS = [3, 4, 5, 6] as const;
const PAIRS = inFull(8, 3);
/** `SHNOR_SEED` plays other ones. */
const SEED = Number(process.env['SHNOR_SEED'] ?? 17);
const SHORT_MS = 40;

/** Numbers below `limit`, the same for the same seed. */
function randomOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

const cellAt = (row: number) => placeOf('journal', 'topic', row);

/** What another person does meanwhile. */
async function disturb(other: Window, { row, text, deed }: { row: number; text: string; deed: number }) {
  if (deed < 3) return await other.type(SHEET, cellAt(row), text);
  await other.select(SHEET, cellAt(row));
  const box = await other.box(placeOf('journal', 'date', row));
  await other.page.mouse.click(22, ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2, { button: 'right' });
  const entry = other.page.getByText(/строк выше/u).first();
  await entry.click({ position: { x: 8, y: 8 } });
  await other.select(SHEET, cellAt(row));
}

/** Answers the question where there is one: what was asked, '' where nothing was. */
async function answer(window: Window, keepsOwn: boolean): Promise<string> {
  const question = window.page.getByRole('dialog');
  if ((await question.count()) === 0) return '';
  const asked = await question.innerText();
  const name = keepsOwn ? 'Оставить своё' : 'Принять чужое';
  await question.getByRole('button', { name }).click();
  return asked;
}

export function describeRandomPairs({ more }: Scenarios): void {
  more(
    `${PAIRS} random pairs of people in the same rows lose nothing (seed ${SEED})`,
    async ({ window, context, program }) => {
      const other = await openWindow(context, `${program.url}?user=head@shnor.local`);
      const random = randomOf(SEED);
      for (let pair = 1; pair <= PAIRS; pair++) {
        const [mine, theirs] = [`Моё ${pair}.`, `Чужое ${pair}.`];
        const row = ROWS[random(ROWS.length)] ?? 3;
        const their = { row: ROWS[random(ROWS.length)] ?? 3, text: theirs, deed: random(4) };
        const keepsOwn = random(2) === 0;
        const id = await window.text(SHEET, placeOf('journal', 'id', row));
        await window.select(SHEET, cellAt(row));
        await window.page.keyboard.type(mine);
        await disturb(other, their);
        // Two writes that cross on the wire are not what is tried here: the later one stands.
        await other.saved();
        // With what of it has come by now: before, between and after are all right.
        await window.page.waitForTimeout(random(4) * SHORT_MS);
        await window.press('Enter');
        const asked = await answer(window, keepsOwn);
        await window.saved();
        await other.saved();
        const rows = await readTexts(program.url, SHEET);
        const seen = [...rows.flat(), asked, ...(await toastsOf(window)), ...(await toastsOf(other))].join(
          '\n',
        );
        const told = { pair, id, their, keepsOwn, asked };
        expect({ ...told, seen: seen.includes(mine) }).toEqual({ ...told, seen: true });
        const mineAt = rows.find((cells) => cells.includes(mine));
        expect({ ...told, in: mineAt === undefined || mineAt.includes(id) }).toEqual({ ...told, in: true });
        // Theirs stood in the sheet, and so in the history, before mine came over it.
        if (their.deed < 3 && their.row !== row)
          expect({ ...told, seen: seen.includes(theirs) }).toEqual({ ...told, seen: true });
      }
      await other.close();
    },
  );
}

async function toastsOf(window: Window): Promise<string[]> {
  return await window.page.locator('.toast').allInnerTexts();
}
