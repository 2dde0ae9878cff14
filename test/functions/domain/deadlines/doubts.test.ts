import { describe, expect, test } from '@jest/globals';
import { parseDeadline } from '../../../../functions/domain/deadlines/index.ts';
import { controls, in2021, inSchoolYear } from './situation.ts';

/** What a phrase leaves open is said, and what it says clearly is not doubted. */

const starts = (phrase: string): unknown[] =>
  inSchoolYear(phrase)
    .windows.slice(0, 2)
    .map(({ start, end }) => [start, end]);

describe('Words beside the date', () => {
  test.each([
    ['октябрь (отменено)', 'Рядом со сроком сказано «отменено»'],
    ['октябрь (не проводится)', 'Рядом со сроком сказано «не проводится»'],
    ['октябрь (перенесено на весну)', 'Рядом со сроком сказано «перенесено на весну»'],
    ['15 октября (предварительно)', 'дата может измениться'],
    ['октябрь, точная дата будет сообщена', 'дата может измениться'],
    ['октябрь (?)', 'дата может измениться'],
    ['до 15 октября, а там посмотрим', 'слова «а там посмотрим»'],
    ['октябрь, вторник', 'день недели в сроке не учтён'],
  ])('that may change it are a doubt: «%s»', (phrase, sentence) => {
    const { ambiguous, warnings } = inSchoolYear(phrase);
    expect([ambiguous, warnings.some((warning) => warning.includes(sentence))]).toEqual([true, true]);
  });

  test.each([
    'октябрь, справка',
    'до 15 октября, директор школы',
    'до 1 октября (не позднее)',
    'октябрь, по мере необходимости',
    'сентябрь (входная), декабрь (промежуточная)',
    'до 15 января за 2020 год',
    'до 5 октября (по состоянию на 1 октября)',
  ])('that are plain leave it certain: «%s»', (phrase) => {
    expect(inSchoolYear(phrase)).toMatchObject({ ambiguous: false, warnings: [] });
  });

  test.each(['октябрь, отменён', 'до 15 октября, кроме школ города', 'октябрь, за исключением каникул'])(
    'that the grammar cannot place keep the phrase unread: «%s»',
    (phrase) => expect(inSchoolYear(phrase)).toMatchObject({ status: 'unknown', controlDate: null }),
  );
});

describe('A question is asked', () => {
  test.each([
    ['ежедневно в период проведения ЕГЭ', 'эта часть срока не рассчитана'],
    ['еженедельно на каникулах', 'эта часть срока не рассчитана'],
    ['за 9 месяцев до 12 октября', 'отчётный период'],
    ['1. ноябрь', 'номер пункта'],
    ['II квартал 2020-2021 учебного года', 'год назван учебный'],
    ['ежеквартально в 2021 году', 'лежит в периоде не целиком'],
    ['в 20-х числах ноября', ''],
    ['ноябрь?', 'дата может измениться'],
  ])('about «%s»', (phrase, sentence) => {
    const { ambiguous, warnings } = inSchoolYear(phrase);
    expect([ambiguous, warnings.some((warning) => warning.includes(sentence))]).toEqual([true, true]);
  });

  test('where a school year is named in a calendar one', () => {
    expect(in2021('ежемесячно в течение учебного года').ambiguous).toBe(true);
    expect(inSchoolYear('ежемесячно в течение учебного года').ambiguous).toBe(false);
  });
});

describe('Two sensible readings are both offered', () => {
  test.each([
    ['до 10 янв 21', ['2021-01-10', '2021-01-21']],
    ['до 20 апреля и мая', ['2021-05-20', '2021-05-31']],
    ['сентябрь-июнь 2020', ['2020-06-30', '2021-06-30']],
    ['за 10 дней до 1 сентября', ['2021-08-22', '2020-08-22']],
  ])('«%s»', (phrase, controlDates) => {
    const { ambiguous, readings } = inSchoolYear(phrase);
    expect([ambiguous, readings.map(({ controlDate }) => controlDate)]).toEqual([true, controlDates]);
  });

  test('but not one of another year, wholly outside the period', () => {
    expect(inSchoolYear('октябрь-март 2021')).toMatchObject({ ambiguous: false, controlDate: '2021-03-31' });
  });
});

describe('The subject of a report is no deadline', () => {
  test.each([
    'по состоянию на 1 января',
    'за 2020 год',
    'за сентябрь',
    'на 1 октября',
    'по итогам 2020 года',
  ])('«%s» alone is in doubt', (phrase) => expect(inSchoolYear(phrase).ambiguous).toBe(true));
});

describe('An open end', () => {
  test.each(['с сентября', 'не ранее 1 марта', 'после 15 октября'])('of «%s» is said', (phrase) => {
    const { ambiguous, controlDate, warnings } = inSchoolYear(phrase);
    expect([ambiguous, controlDate, warnings]).toEqual([
      true,
      '2021-08-31',
      ['Конец срока не назван: контроль поставлен на конец периода, при необходимости назначьте дату.'],
    ]);
  });
});

describe('Windows of what comes back', () => {
  test('«15-20 числа» opens on the 15th', () => {
    expect(starts('15-20 числа каждого месяца')).toEqual([
      ['2020-09-15', '2020-09-20'],
      ['2020-10-15', '2020-10-20'],
    ]);
  });

  test('«до 15 и 30 числа» do not overlap', () => {
    expect(starts('ежемесячно до 15 и 30 числа')).toEqual([
      ['2020-09-01', '2020-09-15'],
      ['2020-09-16', '2020-09-30'],
    ]);
  });

  test('count only in the months named beside them', () => {
    expect(inSchoolYear('ежемесячно до 5 числа, с октября по май').windows).toHaveLength(8);
    expect(controls(in2021('ежемесячно до 5 числа, с октября по февраль'))).toEqual([
      '2021-01-05',
      '2021-02-05',
      '2021-10-05',
      '2021-11-05',
      '2021-12-05',
    ]);
  });

  test.each(['до 5 числа месяца', 'в последний рабочий день месяца', 'до 5 числа ежемесячно'])(
    '«%s» is plainly monthly',
    (phrase) => expect(inSchoolYear(phrase)).toMatchObject({ ambiguous: false, rule: { kind: 'recurring' } }),
  );
});

describe('Sentences keep the words in the case they were written in', () => {
  test.each([
    [
      'в течение 3 дней со дня получения запроса',
      'отсчёт ведётся от события: получения запроса; дата не введена.',
    ],
    ['зимние каникулы', 'срок — в период зимних каникул; даты этого периода не введены.'],
    ['через 10 дней после 1 марта', 'начиная со следующего дня (ст. 191 ГК РФ).'],
    ['2 раза в год (декабрь)', 'Сказано «2 раза в год», а сроков названо 1: проверьте.'],
  ])('«%s»', (phrase, sentence) => expect(in2021(phrase).explanation).toContain(sentence));

  test('and name the dates they mean', () => {
    expect(inSchoolYear('еженедельно по пятницам').warnings).toEqual([
      'Контрольная дата 07.05.2021 — нерабочий день по указу Президента: он учтён как выходной, но для сроков это спорно.',
    ]);
  });
});

test.each([
  ['1) октябрь; 2) март', 'Номера пунктов не учтены.'],
  ['IX-XII', '«IX-XII» прочитано как месяцы: «сентябрь-декабрь».'],
  ['1У квартал', '«1У» прочитано как римская цифра IV.'],
  ['до 15,09', 'Запятые в дате прочитаны как точки.'],
  ['до З0 сентября', '«З0»: латинские буквы или цифры прочитаны как похожие русские: «30».'],
])('The healing of «%s» is told', (phrase, healing) => {
  expect(parseDeadline(phrase).healed).toContain(healing);
});
