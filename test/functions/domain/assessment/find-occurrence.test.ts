import { describe, expect, test } from '@jest/globals';
import { assessMeasure } from '../../../../functions/domain/assessment/assess-measure.ts';
import { findOccurrence, type LabelPlace } from '../../../../functions/domain/assessment/find-occurrence.ts';
import type { ExternalAct } from '../../../../functions/domain/records/records.ts';
import { calendarYear, schoolYear, type Period } from '../../../../functions/domain/dates/period.ts';
import { createWorkingCalendar } from '../../../../functions/domain/working-calendar/index.ts';
import { records, SETTINGS } from '../records/records-builder.ts';

function assess(deadlinePhrase: string, period: Period, acts: readonly ExternalAct[] = []) {
  const measure = records().measures.find(({ number }) => number === '4.2');
  if (!measure) throw new Error('no 4.2');
  const context = { period, calendar: createWorkingCalendar([]), settings: SETTINGS.deadlines };
  return assessMeasure({ ...measure, deadlinePhrase }, acts, context);
}

/** The label of the occurrence that is meant, or why none is. */
function meant(deadlinePhrase: string, label: string, period: Period = calendarYear(2021)): string {
  const assessment = assess(deadlinePhrase, period);
  const place = findOccurrence(assessment, label);
  return place.kind === 'one' ? (assessment.occurrences[place.at]?.label ?? '?') : place.kind;
}

const YEARS = { '2021': calendarYear(2021), '2020/21': schoolYear(2020), '2021/22': schoolYear(2021) };

describe('«За какой срок» names the occurrence', () => {
  test.each<[deadline: string, year: keyof typeof YEARS, occurrence: string, labels: readonly string[]]>([
    [
      'Ежеквартально',
      '2021',
      'III квартал 2021',
      [
        'III квартал',
        'iii КВАРТАЛ',
        '3 квартал',
        '3-й квартал',
        'третий квартал',
        '3 кв. 2021',
        '3кв.2021г.',
        '3 кв 21',
        'III кв-л',
        'за III квартал',
        'за 3 квартал 2021 года',
        'в III квартале',
        'III\u00a0квартал',
        'ІІІ квартал',
        'lll квартал',
        'Ⅲ квартал',
        'III ква\u00adртал\u2069',
        'III квapтал 2021.',
        'квартал III',
        '2021 III квартал',
        '30.09.2021',
        '15.08.2021',
        '01.07.2021–30.09.2021',
        'III квартал 2021/22',
      ],
    ],
    [
      'Ежемесячно',
      '2021',
      'сентябрь 2021',
      [
        'сентябрь',
        ' Сентябрь ',
        'cентябрь',
        'сен\u200bтябрь',
        '\ufeffсентябрь\u{e0020} 2021',
        'за сентябрь 2021',
        'сент. 2021 г.',
        '09.2021',
        'сентябрь 21',
        'в сентябре',
        '30.09',
        '08.09.2021',
      ],
    ],
    [
      'Ежемесячно до 5 числа следующего месяца',
      '2021',
      'сентябрь 2021',
      ['сентябрь', 'за сентябрь', '05.10.2021'],
    ],
    [
      '1 раз в полугодие',
      '2021',
      'I полугодие 2021',
      ['I полугодие', '1 полугодие 2021', 'первое полугодие', 'I п/г', '30.06.2021'],
    ],
    [
      '1 раз в полугодие',
      '2020/21',
      'II полугодие 2021',
      ['II полугодие', 'II полугодие 2020/21', '2-е полугодие 2020-2021 уч. г.'],
    ],
    [
      '1 раз в четверть',
      '2020/21',
      'III четверть 2021',
      ['III четверть', '3 четверть 2020/21', 'третья четверть'],
    ],
    [
      '1 раз в триместр',
      '2020/21',
      'II триместр 2020',
      ['II триместр', '2 триместр 2020/21', 'второй триместр', '2 трим. 2020/21'],
    ],
    [
      'До 15 сентября, до 15 декабря',
      '2021',
      '15.09.2021',
      ['15.09.2021', '15.09', '15 сентября', 'до 15.09.2021', '15.09.21'],
    ],
    ['Октябрь, февраль', '2021/22', 'февраль 2022', ['февраль', 'февраль 2022', 'за февраль 2021/22']],
    ['Январь', '2021/22', 'январь 2022', ['январь', 'ноябрь – март', '31.01.2022', '2021/22', '2022']],
    [
      'Август',
      '2021',
      'август 2021',
      ['август', 'август 2021', 'III квартал', '2021', '2021 год', '31.08.2021', '15.08.2021'],
    ],
    [
      'В течение года',
      '2021',
      'календарный 2021 год',
      ['2021', '2021 г.', 'за 2021 год', 'год', 'В течение года', 'IV квартал', '31.12.2021'],
    ],
    [
      'В течение года',
      '2021/22',
      'учебный 2021/2022 год',
      ['2021/22', '2021-2022', '2021/2022 учебный год', 'за 2021–2022 уч. год'],
    ],
  ])('%s in %s: %s', (deadline, year, occurrence, labels) => {
    expect(labels.map((label) => [label, meant(deadline, label, YEARS[year])])).toEqual(
      labels.map((label) => [label, occurrence]),
    );
  });

  test.each<[deadline: string, label: string, why: string, year?: number]>([
    ['Ежеквартально', 'III квартал, далее ежемесячно', 'unread'],
    ['Ежемесячно', 'сентябрь 2020 2021/22', 'unread'],
    ['В течение года', '2020', 'none'],
    ['В течение года', '2021/23', 'unread'],
    // Half-years of the school are other ones.
    ['1 раз в полугодие', 'I полугодие 2021/22', 'none'],
    ['1 раз в полугодие', 'I полугодие 2021/22', 'none', 2022],
    ['1 раз в полугодие', 'II полугодие 2021/22', 'none', 2022],
    ['Ежеквартально', 'III квартал 2020', 'none'],
    ['Ежеквартально', 'III квартал 2022', 'none'],
    ['Ежеквартально', 'сентябрь', 'none'],
    ['Ежеквартально', 'I полугодие', 'none'],
    ['Ежеквартально', '15.08.2020', 'none'],
    ['До 15 сентября, до 15 октября', '05.09.2021–05.10.2021', 'none'],
    ['До 15 сентября, до 15 октября', '05.09.2021–06.09.2021', 'none'],
    ['До 15 сентября, до 15 октября', '05.09.2021', 'one'],
    ['До 15 сентября, до 15 октября', '16.09.2021–15.10.2021', 'one'],
    ['До 15 сентября, до 15 октября', '17.09.2021–15.10.2021', 'none'],
    ['До 15 сентября, до 15 октября', '16.09.2021–14.10.2021', 'none'],
    ['До 15 сентября, до 15 октября', 'До 15 сентября, до 15 октября', 'unread'],
    ['Ежеквартально', '2021', 'several'],
    ['Ежеквартально', 'V квартал', 'unread'],
    ['Ежеквартально', 'I, II квартал', 'unread'],
    ['Ежеквартально', 'III квартал, не требуется', 'unread'],
    ['Ежеквартально', 'по графику', 'unread'],
    ['Ежеквартально', '46357', 'unread'],
    ['Ежемесячно до 5 числа следующего месяца', '01.09.2021', 'several'],
    ['Октябрь, февраль', 'март', 'none'],
    ['Август', 'сентябрь', 'none'],
    ['Август', 'август 2020', 'none'],
    ['Август', '2020', 'none'],
    ['Август', '2020/21', 'one'],
    ['В течение года', 'I квартал', 'none'],
  ])('%s: «%s» — %s', (deadline, label, why, year = 2021) => {
    expect(findOccurrence(assess(deadline, calendarYear(year)), label).kind).toBe(why);
  });

  test('every occurrence is named by its own label, whatever deadline it is of', () => {
    const deadlines = [
      'Еженедельно',
      'Ежемесячно',
      'Ежеквартально',
      'По пятницам',
      'Каждые 2 месяца',
      'По итогам квартала',
    ];
    for (const deadline of deadlines) {
      for (const period of Object.values(YEARS)) {
        const { occurrences } = assess(deadline, period);
        expect(occurrences.map(({ label }) => meant(deadline, label, period))).toEqual(
          occurrences.map(({ label }) => label),
        );
      }
    }
  });
});

describe('What is found of a label', () => {
  const act = {
    rowId: 'a1',
    kind: 'приказ',
    issuer: 'МОиН',
    number: '33',
    date: '2021-08-02',
    dueDate: '2021-09-15',
    measures: ['4.2'],
  } as const;

  test.each<[deadline: string, label: string, place: LabelPlace]>([
    ['Ежеквартально', 'I квартал', { kind: 'one', at: 0, saysYear: false }],
    ['Ежеквартально', 'I квартал 2021', { kind: 'one', at: 0, saysYear: true }],
    ['Ежеквартально', 'III кв. 2021', { kind: 'one', at: 2, saysYear: true }],
    ['Ежеквартально', 'IV квартал 2021/22', { kind: 'one', at: 3, saysYear: true }],
    ['В течение года', 'год', { kind: 'one', at: 0, saysYear: false }],
    ['В течение года', 'в течение  ГОДА', { kind: 'one', at: 0, saysYear: false }],
    ['Согласно приказу МОиН', ' приказ МОиН от 02.08.2021 №33', { kind: 'one', at: 0, saysYear: true }],
    ['Согласно приказу МОиН', 'согласно приказу МОиН', { kind: 'one', at: 0, saysYear: false }],
    ['Согласно приказу МОиН', '15.09', { kind: 'one', at: 0, saysYear: false }],
    ['Согласно приказу МОиН', '16.09', { kind: 'none' }],
    ['Согласно приказу МОиН', '', { kind: 'unread' }],
  ])('%s: «%s»', (deadline, label, place) => {
    const assessment = assess(deadline, calendarYear(2021), [act]);
    expect([findOccurrence(assessment, label), findOccurrence(assessment, label)]).toEqual([place, place]);
  });
});
