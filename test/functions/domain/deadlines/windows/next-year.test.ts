import { describe, expect, test } from '@jest/globals';
import { calendarYear, schoolYear } from '../../../../../functions/domain/dates/period.ts';
import { in2021 } from '../situation.ts';
import { rowsOf, told } from './told.ts';

/** What a report is about ends before the report is due; a list of a calendar year may go on into the next. */

const in2026 = (phrase: string): readonly string[] => told(in2021(phrase, { period: calendarYear(2026) }));
const in2025To26 = (phrase: string): readonly string[] => told(in2021(phrase, { period: schoolYear(2025) }));

describe('A report on a year that is named is due in the next', () => {
  test.each([
    ['за 2026 год – до 15 января', '15.01.2027: 01.01.26–15.01.27'],
    ['по итогам 2026 года – до 15 января', '15.01.2027: 01.01.26–15.01.27'],
    ['до 20 января за 2026 год', '20.01.2027: 01.01.26–20.01.27'],
    ['отчёт за 2026 год до 1 февраля', '01.02.2027: 01.01.26–01.02.27'],
    ['январь (по итогам 2026 года)', 'январь 2027: 01.01.27–31.01.27'],
    ['по итогам 2026-2027 учебного года – до 15 июня', '15.06.2027: 01.01.26–15.06.27'],
  ])('«%s»', (phrase, line) => {
    const lines = in2026(phrase);
    expect([lines[0], lines.at(-1), lines.filter((each) => each.startsWith('или'))]).toEqual([line, '?', []]);
  });
});

describe('A report on a time without a year is asked about', () => {
  test.each([
    ['по итогам II полугодия – до 15 января', '15.01'],
    ['за IV квартал – до 15 января', '15.01'],
    ['по итогам года – до 15 января', '15.01'],
    ['за декабрь до 10 января', '10.01'],
  ])('«%s»', (phrase, day) => {
    const lines = in2026(phrase);
    expect([...lines.slice(0, 2), lines.at(-1)]).toEqual([
      `${day}.2027: 01.01.26–${day}.27`,
      `или ${day}.2026: 01.01.26–${day}.26`,
      '?',
    ]);
  });
});

test.each(
  rowsOf(`
«за 2026 год до 25 декабря»
  25.12.2026: 01.01.26–25.12.26
  ! Отчёт «за 2026 год» сдают, когда это время закончится (31.12.2026): проверьте год срока.
  ?
«за 2026 год – до 15.01.2026»
  15.01.2026: 01.01.26–15.01.26
  ! Отчёт «за 2026 год» сдают, когда это время закончится (31.12.2026): проверьте год срока.
  ?
«за 2025 год – до 15 января»
  15.01.2026: 01.01.26–15.01.26
«по итогам учебного года – до 15 июня»
  15.06.2026: 01.01.26–15.06.26
`),
)('«%s»: a day that is written stays, and one before the reported time is over is doubted', (phrase, lines) =>
  expect(in2026(phrase)).toEqual(lines),
);

test.each([
  ['по итогам II полугодия – до 15 января', '15.01.2026: 01.09.25–15.01.26'],
  ['за IV квартал – до 15 января', '15.01.2026: 01.09.25–15.01.26'],
  ['по итогам года – до 15 июня', '15.06.2026: 01.09.25–15.06.26'],
])('«%s» is certain in a school year', (phrase, line) => expect(in2025To26(phrase)).toEqual([line]));

test.each(
  rowsOf(`
«сентябрь, январь»
  январь 2026: 01.01.26–31.01.26
  сентябрь 2026: 01.09.26–30.09.26
  или сентябрь 2026; январь 2027: 01.09.26–30.09.26, 01.01.27–31.01.27
  ?
«ноябрь, февраль»
  февраль 2026: 01.02.26–28.02.26
  ноябрь 2026: 01.11.26–30.11.26
  или ноябрь 2026; февраль 2027: 01.11.26–30.11.26, 01.02.27–28.02.27
  ?
«декабрь, март»
  март 2026: 01.03.26–31.03.26
  декабрь 2026: 01.12.26–31.12.26
  или декабрь 2026; март 2027: 01.12.26–31.12.26, 01.03.27–31.03.27
  ?
«IV квартал, I квартал»
  I квартал 2026: 01.01.26–31.03.26
  IV квартал 2026: 01.10.26–31.12.26
  или IV квартал 2026; I квартал 2027: 01.10.26–31.12.26, 01.01.27–31.03.27
  ?
«15 сентября, 15 января»
  15.01.2026: 15.01.26
  15.09.2026: 15.09.26
  или 15.09.2026; 15.01.2027: 15.09.26, 15.01.27
  ?
«до 20 августа и до 20 февраля»
  20.02.2026: 01.01.26–20.02.26
  20.08.2026: 21.02.26–20.08.26
  или 20.08.2026; 20.02.2027: 01.01.26–20.08.26, 21.08.26–20.02.27
  ?
«январь, сентябрь»
  январь 2026: 01.01.26–31.01.26
  сентябрь 2026: 01.09.26–30.09.26
`),
)('«%s»: a list that turns back to the beginning of the year may mean the next', (phrase, lines) =>
  expect(in2026(phrase)).toEqual(lines),
);

test.each([
  ['дек.26', ['2026-12-31', '2026-12-26']],
  ['май-26', ['2026-05-31', '2026-05-26']],
  ['окт.15', ['2015-10-31', '2026-10-15']],
])('«%s» is a month of a spreadsheet or a day: both are offered', (phrase, dates) => {
  const { ambiguous, readings } = in2021(phrase, { period: calendarYear(2026) });
  expect([ambiguous, readings.map(({ controlDate }) => controlDate)]).toEqual([true, dates]);
});

test('«Дек. 26» is no month of a spreadsheet: it is asked about', () =>
  expect(in2021('Дек. 26', { period: calendarYear(2026) })).toMatchObject({
    status: 'unknown',
    ambiguous: true,
  }));
