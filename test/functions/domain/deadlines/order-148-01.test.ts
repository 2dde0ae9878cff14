import { describe, expect, test } from '@jest/globals';
import type { DeadlineAct } from '../../../../functions/domain/deadlines/index.ts';
import { in2021 } from './situation.ts';

/** The seven deadlines of the order of 30.12.2020, in the calendar year 2021 that it serves. */
describe('The deadlines of order 148-01 in 2021', () => {
  test('«До сентября» ends with August', () => {
    const resolution = in2021('До сентября');
    expect(resolution).toMatchObject({
      kind: 'before_month',
      status: 'dated',
      windows: [{ start: '2021-01-01', end: '2021-08-31' }],
      controlDate: '2021-08-31',
      ambiguous: false,
    });
    expect(resolution.explanation).toBe(
      '«До сентября» → 01.01.2021–31.08.2021, контрольная дата 31.08.2021 (вт).',
    );
  });

  test('«Август» is August, «Сентябрь» is September', () => {
    expect(in2021('Август').explanation).toBe(
      '«Август» → 01.08.2021–31.08.2021, контрольная дата 31.08.2021 (вт).',
    );
    expect(in2021('Сентябрь')).toMatchObject({
      windows: [{ start: '2021-09-01', end: '2021-09-30' }],
      controlDate: '2021-09-30',
      ambiguous: false,
    });
  });

  test('«В течение года» is the year of the period, and a school year is named beside it', () => {
    const { kind, ambiguous, occurrences, readings } = in2021('В течение года');
    expect({ kind, ambiguous }).toEqual({ kind: 'year_round', ambiguous: true });
    expect(occurrences).toEqual([
      {
        label: 'календарный 2021 год',
        window: { start: '2021-01-01', end: '2021-12-31' },
        controlDate: '2021-12-31',
        remindDate: '2021-12-30',
        overdueAfter: '2022-01-10',
      },
    ]);
    expect(readings.map(({ meaning, controlDate, isDefault }) => [meaning, controlDate, isDefault])).toEqual([
      ['календарный 2021 год', '2021-12-31', true],
      ['учебный 2020/2021 год', '2021-08-31', false],
      ['учебный 2021/2022 год', '2022-08-31', false],
    ]);
  });

  test('«Ежегодно» is due at the end of the period and asks for a date', () => {
    const { kind, controlDate, ambiguous, warnings } = in2021('Ежегодно');
    expect({ kind, controlDate, ambiguous }).toEqual({
      kind: 'annual',
      controlDate: '2021-12-31',
      ambiguous: true,
    });
    expect(warnings).toEqual([
      'Дата в году не названа: контроль поставлен на конец периода, назначьте дату.',
    ]);
  });
});

const LETTER =
  'Согласно письму МОиН Челябинской области об утверждении списка ОО с низкими образовательными результатами';
const letter: DeadlineAct = {
  kind: 'письмо',
  issuer: 'МОиН Челябинской области',
  number: '77',
  date: '2021-02-12',
};

describe('A deadline that stands in an external act', () => {
  test.each([LETTER, 'Согласно приказу МОиН Челябинской области'])(
    '«%s» waits for the act, and is not overdue',
    (phrase) => {
      expect(in2021(phrase)).toMatchObject({
        kind: 'by_external_act',
        status: 'waiting_act',
        occurrences: [],
        controlDate: null,
        ambiguous: false,
      });
    },
  );

  test('runs for five working days from the act, past the holidays of February', () => {
    expect(in2021(LETTER, { acts: [letter] })).toMatchObject({
      status: 'dated',
      windows: [{ start: '2021-02-12', end: '2021-02-19' }],
      controlDate: '2021-02-19',
    });
    expect(in2021(LETTER, { acts: [{ ...letter, date: '2021-02-18' }] }).controlDate).toBe('2021-02-26');
  });

  test('takes the due date that the act itself names', () => {
    expect(in2021(LETTER, { acts: [{ ...letter, dueDate: '2021-03-15' }] }).controlDate).toBe('2021-03-15');
  });

  test('prefers acts of the named kind, and of these the later: one letter after another is one obligation', () => {
    const order: DeadlineAct = { ...letter, kind: 'приказ', date: '2021-06-01' };
    const later: DeadlineAct = { ...letter, date: '2021-09-06' };
    const { occurrences } = in2021(LETTER, { acts: [later, order, letter] });
    expect(occurrences.map(({ label, controlDate }) => [label, controlDate])).toEqual([
      ['письмо МОиН Челябинской области от 06.09.2021 № 77', '2021-09-13'],
    ]);
  });
});
