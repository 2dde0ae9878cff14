import { describe, expect, test } from '@jest/globals';
import { continueSeries } from '../../../../../../local/page/browser/edits/fill/series.ts';

const COUNT = 3;

/** Texts as the cells show them; numbers are given as numbers. */
function go(cells: readonly (string | number)[], alone: 1 | -1 = 1): readonly string[] | undefined {
  const given = cells.map((cell) =>
    typeof cell === 'number' ? { text: String(cell).replace('.', ','), number: cell } : { text: cell },
  );
  return continueSeries(given, { count: COUNT, alone });
}

describe('the fill handle', () => {
  test.each<[string, readonly (string | number)[], readonly string[] | undefined]>([
    ['goes on by days', ['30.12.2026'], ['31.12.2026', '01.01.2027', '02.01.2027']],
    [
      'goes on by the step of two days',
      ['01.09.2026', '08.09.2026'],
      ['15.09.2026', '22.09.2026', '29.09.2026'],
    ],
    [
      'goes on by months where the day is one',
      ['15.10.2026', '15.11.2026'],
      ['15.12.2026', '15.01.2027', '15.02.2027'],
    ],
    ['knows how long a month is', ['31.10.2026', '31.12.2026'], ['28.02.2027', '30.04.2027', '30.06.2027']],
    ['leaves days without a step', ['01.09.2026', '03.09.2026', '04.09.2026'], undefined],
    ['leaves a day that does not exist', ['31.09.2026'], undefined],
    ['leaves one number', [5], undefined],
    ['goes on by the step of two numbers', [1.5, 2], ['2,5', '3', '3,5']],
    ['goes on with months', ['Ноябрь'], ['Декабрь', 'Январь', 'Февраль']],
    ['goes on with weekdays', ['сб'], ['вс', 'пн', 'вт']],
    ['goes on by their step, over the end', ['пятница', 'воскресенье'], ['вторник', 'четверг', 'суббота']],
    ['counts a text that ends in a number', ['Письмо 9'], ['Письмо 10', 'Письмо 11', 'Письмо 12']],
    ['keeps the zeros before it', ['№ 08'], ['№ 09', '№ 10', '№ 11']],
    ['leaves the index of a measure', ['1.3'], undefined],
    ['leaves any other text', ['ОО № 1 (демо)'], undefined],
    ['leaves an empty cell', [''], undefined],
  ])('%s', (_, cells, expected) => {
    expect(go(cells)).toEqual(expected);
  });

  test('goes back where it is drawn up or to the left', () => {
    expect(go(['01.01.2027'], -1)).toEqual(['31.12.2026', '30.12.2026', '29.12.2026']);
    expect(go(['Письмо 2'], -1)).toBeUndefined();
    expect(go(['пн'], -1)).toEqual(['вс', 'сб', 'пт']);
  });
});
