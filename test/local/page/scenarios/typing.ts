import { expect } from '@jest/globals';
import { PALETTE } from '../../../../functions/workbook/layout/palette.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { placeOf } from '../support/place-of.ts';
import { readTexts } from '../support/read-book.ts';
import { waitFor } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const at = (key: string, row: number) => placeOf('journal', key, row);
const TOPIC = WORKSHEETS.journal.columns.findIndex(({ key }) => key === 'topic');
const WELL = 'Замечаний нет';
/** How many pictures are asked for in half a second; a canvas that draws for ever asks for thirty. */
const COUNT_FRAMES = `new Promise((resolve) => {
  const ask = window.requestAnimationFrame;
  let count = 0;
  window.requestAnimationFrame = (draw) => { count += 1; return ask.call(window, draw); };
  setTimeout(() => { window.requestAnimationFrame = ask; resolve(count); }, 500);
})`;
/** The caret of a field may blink. */
const FEW_FRAMES = 6;

export function describeTyping({ scenario, more }: Scenarios): void {
  scenario(
    'a wrong date is reported beside its row, and the report goes when it is corrected',
    async ({ window }) => {
      await window.type('Журнал', at('date', 2), '31.09.2026');
      await window.sees('Журнал', at('check', 2), /^Ошибка: «Дата»: дня 31\.09\.2026 не бывает/u);
      await waitFor(
        () => window.background('Журнал', at('check', 2)),
        (colour) => colour === PALETTE.error,
        'an error is in its colour',
      );
      await window.type('Журнал', at('date', 2), '15.4.2026');
      await window.sees('Журнал', at('check', 2), WELL);
      await waitFor(
        () => window.background('Журнал', at('check', 2)),
        (colour) => colour === PALETTE.serverCell,
        'no colour where all is well',
      );
      // Typed in short, it is the date that it means, shown as the column shows dates.
      expect(await window.text('Журнал', at('date', 2))).toBe('15.04.2026');
    },
  );

  more(
    'a wrong date can be undone, although it has brought a finding into «Контроль»',
    async ({ window }) => {
      await window.type('Журнал', at('date', 3), '31.04.2026');
      await window.sees('Журнал', at('check', 3), /дня 31\.04\.2026 не бывает/u);
      await window.saved();
      await window.press('Control+z');
      await window.sees('Журнал', at('date', 3), '16.04.2026');
      await window.sees('Журнал', at('check', 3), WELL);
    },
  );

  more('a double click on a date opens a calendar, and a click on a day enters it', async ({ window }) => {
    await window.select('Журнал', at('date', 4));
    await window.press('F2');
    const calendar = window.page.getByRole('dialog', { name: 'Календарь' });
    await calendar.getByTitle('Следующий месяц').click();
    await calendar.getByTitle('17 ноября 2026').click();
    await window.sees('Журнал', at('date', 4), '17.11.2026');
    expect(await calendar.count()).toBe(0);
    await window.saved();
    await window.press('Control+z');
    await window.sees('Журнал', at('date', 4), '08.10.2026');
  });

  scenario('a page that nobody touches draws nothing', async ({ window }) => {
    await window.select('Школы', 'B2');
    await waitFor(
      () => window.page.evaluate<number>(COUNT_FRAMES),
      (count) => count < FEW_FRAMES,
      'all is drawn',
    );
  });

  more('the day that was fixed for the program is told in the head', async ({ window }) => {
    await window.page.getByText('сегодня — 23.11.2026, задано ключом --today').waitFor();
  });

  scenario('a new row gets its id and its verdict', async ({ window }) => {
    const last = (await window.texts('Школы')).length + 1;
    await window.type('Школы', placeOf('schools', 'name', last), 'ОО № 6 (демо)');
    await window.sees('Школы', placeOf('schools', 'id', last), /^s\d+-/u);
    await window.sees('Школы', placeOf('schools', 'name', last), 'ОО № 6 (демо)');
  });

  scenario('what is typed into a column of the system is refused with the reason', async ({ window }) => {
    const before = await window.text('Журнал', at('id', 2));
    await window.select('Журнал', at('id', 2));
    await window.page.keyboard.type('x');
    expect(await window.toast(/Столбец «ID» заполняет система/u)).toContain('Исправьте белые ячейки');
    await window.press('Delete');
    await window.toast(/Столбец «ID» заполняет система/u);
    await window.sees('Журнал', at('id', 2), before);
    await window.saved();
  });

  more('an undone edit is undone for everyone', async ({ window, program }) => {
    await window.type('Журнал', at('topic', 2), 'Другая тема');
    await window.saved();
    await window.press('Control+z');
    await window.sees('Журнал', at('topic', 2), 'Итоги полугодия, план мер');
    await window.saved();
    // What every window that opens now is shown.
    expect((await readTexts(program.url, 'Журнал'))[1]?.[TOPIC]).toBe('Итоги полугодия, план мер');
  });

  more('a block from the clipboard is pasted; the system\u2019s cells in it stay', async ({ window }) => {
    await window.page.evaluate(
      `navigator.clipboard.writeText('05.09.2026\\tконсультация\\t1.3\\t\\tx\\n06.09.2026\\tконсультация\\t1.3\\t\\tx')`,
    );
    await window.select('Журнал', at('date', 12));
    await window.press('Control+v');
    await window.sees('Журнал', at('date', 12), '05.09.2026');
    await window.sees('Журнал', at('kind', 13), 'консультация');
    await window.sees('Журнал', at('id', 13), /^j\d+-/u);
    await window.sees('Журнал', at('check', 12), WELL);
  });
}
