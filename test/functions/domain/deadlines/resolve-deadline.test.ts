import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { DEFAULT_DEADLINE_SETTINGS } from '../../../../functions/domain/deadlines/index.ts';
import { controls, in2021, inSchoolYear } from './situation.ts';

describe('The year that a phrase leaves unsaid', () => {
  test('comes from the period', () => {
    expect(inSchoolYear('до 15.03').windows).toEqual([{ start: '2020-09-01', end: '2021-03-15' }]);
    expect(in2021('до 15.03').windows).toEqual([{ start: '2021-01-01', end: '2021-03-15' }]);
  });

  test('is open for August, which closes a school year and prepares it', () => {
    const { ambiguous, readings } = inSchoolYear('август');
    expect([ambiguous, readings.map(({ controlDate }) => controlDate)]).toEqual([
      true,
      ['2021-08-31', '2020-08-31'],
    ]);
  });

  test('follows the order of a list: January after August', () => {
    expect(controls(inSchoolYear('август, январь'))).toEqual(['2020-08-31', '2021-01-31']);
    expect(inSchoolYear('июнь, июль, август')).toMatchObject({ ambiguous: false, controlDate: '2021-08-31' });
  });

  test('is open for a range across the edge of the period', () => {
    const { ambiguous, windows, readings } = inSchoolYear('август – сентябрь');
    expect(windows).toEqual([{ start: '2020-08-01', end: '2020-09-30' }]);
    expect([ambiguous, readings.length]).toEqual([true, 2]);
    expect(inSchoolYear('30.08-15.09')).toMatchObject({ ambiguous: false, controlDate: '2020-09-15' });
  });

  test('does not matter where the phrase says it, but another year than the period’s is pointed out', () => {
    const { controlDate, ambiguous, readings, warnings } = in2021('17.09.19');
    expect([controlDate, ambiguous]).toEqual(['2019-09-17', true]);
    expect(readings.map((reading) => reading.controlDate)).toEqual(['2019-09-17', '2021-09-17']);
    expect(warnings).toEqual(['Срок лежит вне периода 01.01.2021–31.12.2021: проверьте год.']);
  });

  test('«следующего года» lies after a calendar year', () => {
    expect(in2021('до 1 февраля следующего года').controlDate).toBe('2022-02-01');
  });
});

describe('A day that the calendar does not have', () => {
  test.each([
    ['31 сентября', 'В 2021 году нет даты «31 сентября»: исправьте срок.'],
    ['до 29.02', 'В 2021 году нет даты «29 февраля»: исправьте срок.'],
    ['с 25 по 31 апреля', 'В 2021 году нет даты «31 апреля»: исправьте срок.'],
    ['12.13', 'В сроке названа дата, которой не бывает (нет такого месяца или числа): исправьте её.'],
  ])('is refused, never rolled over: «%s»', (phrase, reason) => {
    const { status, controlDate, explanation } = in2021(phrase);
    expect([status, controlDate]).toEqual(['impossible', null]);
    expect(explanation.toLowerCase()).toContain(reason.toLowerCase());
  });

  test('29 February stands in a leap year', () => {
    expect(in2021('29.02.2020').controlDate).toBe('2020-02-29');
  });

  test('is the last of the month in what comes back monthly, and the short months are named', () => {
    const { occurrences, warnings } = in2021('ежемесячно до 30 числа');
    expect(occurrences.slice(0, 3).map(({ controlDate }) => controlDate)).toEqual([
      '2021-01-30',
      '2021-02-28',
      '2021-03-30',
    ]);
    expect(warnings[0]).toBe('Нет 30-го числа: февраль 2021; взят последний день месяца.');
  });
});

describe('What comes back', () => {
  test('«ежеквартально до 3 числа следующего месяца» has the control dates that fall into the period', () => {
    expect(controls(in2021('ежеквартально до 3 числа следующего месяца'))).toEqual([
      '2021-01-03',
      '2021-04-03',
      '2021-07-03',
      '2021-10-03',
    ]);
  });

  test('«2 раза в год (декабрь, май)» has two months', () => {
    expect(inSchoolYear('2 раза в год (декабрь, май)').windows).toEqual([
      { start: '2020-12-01', end: '2020-12-31' },
      { start: '2021-05-01', end: '2021-05-31' },
    ]);
  });

  test('an unnamed reporting period is a month or a quarter: somebody must say which', () => {
    const { ambiguous, readings } = in2021('не позднее 25 числа месяца, следующего за отчётным');
    expect(ambiguous).toBe(true);
    expect(readings.map(({ meaning, windows }) => [meaning, windows.length])).toEqual([
      ['отчётный период — месяц', 12],
      ['отчётный период — квартал', 4],
    ]);
  });

  test('weekdays and working days follow the calendar', () => {
    expect(controls(in2021('последняя пятница месяца')).slice(0, 2)).toEqual(['2021-01-29', '2021-02-26']);
    expect(controls(in2021('ежемесячно до 3 рабочего дня')).slice(0, 2)).toEqual([
      '2021-01-13',
      '2021-02-03',
    ]);
    expect(controls(in2021('последний рабочий день месяца')).at(-1)).toBe('2021-12-30');
  });

  test('«ежемесячно, сентябрь – ноябрь» comes three times', () => {
    expect(controls(in2021('ежемесячно, сентябрь – ноябрь'))).toEqual([
      '2021-09-30',
      '2021-10-31',
      '2021-11-30',
    ]);
  });
});

describe('What runs from an event', () => {
  const events = [{ name: 'Получение результатов ВПР', date: '2021-04-29' as const }];

  test('waits until the event has a date', () => {
    expect(in2021('в течение 5 рабочих дней после получения результатов').status).toBe('waiting_act');
  });

  test('counts working days from the day after it, past the May holidays', () => {
    const { windows } = in2021('в течение 5 рабочих дней после получения результатов', { events });
    expect(windows).toEqual([{ start: '2021-04-29', end: '2021-05-14' }]);
  });

  test('counts calendar days, months and days before it', () => {
    expect(in2021('в течение 10 дней после получения результатов', { events }).controlDate).toBe(
      '2021-05-09',
    );
    expect(in2021('в месячный срок после получения результатов', { events }).controlDate).toBe('2021-05-29');
    expect(in2021('за две недели до получения результатов', { events }).controlDate).toBe('2021-04-15');
  });
});

describe('Settings', () => {
  test('move the reminder before and the overdue day after a day off', () => {
    expect(in2021('до 1 мая').occurrences[0]).toMatchObject({
      controlDate: '2021-05-01',
      remindDate: '2021-04-30',
      overdueAfter: '2021-05-11',
    });
    const settings = { ...DEFAULT_DEADLINE_SETTINGS, remindPolicy: 'none', overduePolicy: 'none' } as const;
    expect(in2021('до 1 мая', { settings }).occurrences[0]).toMatchObject({
      remindDate: '2021-05-01',
      overdueAfter: '2021-05-01',
    });
  });

  test('«до» may leave out the named day, «не позднее» never does', () => {
    const settings = { ...DEFAULT_DEADLINE_SETTINGS, beforeIsInclusive: false };
    expect(in2021('до 17.09', { settings }).controlDate).toBe('2021-09-16');
    expect(in2021('не позднее 17.09', { settings }).controlDate).toBe('2021-09-17');
    expect(in2021('до 17.09 включительно', { settings }).controlDate).toBe('2021-09-17');
  });
});

describe('A rule that says less than it seems', () => {
  test.each([
    'ноябрь, октябрь и сентябрь 2021',
    'сентябрь 2020, октябрь',
    '20 сентября, октября',
    'последний четверг каждого квартала',
    'раз в две недели по пятницам',
    'сентябрь, приостановлено',
    'до 3 января',
  ])('«%s» is in doubt, and the doubt is said', (phrase) => {
    const { ambiguous, warnings } = in2021(phrase);
    expect([ambiguous, warnings.length > 0]).toEqual([true, true]);
  });

  test.each(['каждую пятницу', 'последняя пятница месяца', 'до 15 января', 'октябрь, ноябрь 2021'])(
    '«%s» is not',
    (phrase) => {
      expect(in2021(phrase).ambiguous).toBe(false);
    },
  );
});

describe('Warnings', () => {
  test('a year without a production calendar is computed from the law alone, and says so', () => {
    const { calendarGaps, controlDate, explanation } = in2021('до 15.09.2031');
    expect([controlDate, calendarGaps]).toEqual(['2031-09-15', [2031]]);
    expect(explanation).toContain('Производственного календаря на 2031 год ещё нет');
  });

  test('a date that only the weekend rule moves into such a year warns too', () => {
    const period = { start: '2026-01-01', end: '2026-12-31' } as const;
    const { occurrences, calendarGaps } = in2021('до 31 декабря', { period });
    // 31.12.2026 is a day off by decree of transfer; 1–8 January by law; the 9th is a Saturday.
    expect([occurrences[0]?.overdueAfter, calendarGaps]).toEqual(['2027-01-11', [2027]]);
  });

  test('a control date on a day off by decree is named as disputed', () => {
    expect(in2021('до 5 мая').warnings).toEqual([
      'Контрольная дата 05.05.2021 — нерабочий день по указу Президента: он учтён как выходной, но для сроков это спорно.',
    ]);
  });

  test('an unread phrase offers the part that can be read, and sets no date', () => {
    const { status, controlDate, readings } = in2021('Кружок, 27 августа');
    expect([status, controlDate]).toEqual(['unknown', null]);
    expect(readings).toEqual([
      {
        meaning: '27.08.2021',
        windows: [{ start: '2021-08-27', end: '2021-08-27' }],
        controlDate: '2021-08-27',
        isDefault: false,
      },
    ]);
  });
});

describe('Several dates', () => {
  test('come in the order of their control dates, whatever the order of writing', () => {
    const { occurrences, windows, readings } = in2021('октябрь-ноябрь, апрель');
    expect(occurrences.map(({ controlDate }) => controlDate)).toEqual(['2021-04-30', '2021-11-30']);
    expect(windows).toEqual([
      { start: '2021-04-01', end: '2021-04-30' },
      { start: '2021-10-01', end: '2021-11-30' },
    ]);
    expect(readings[0]?.windows).toEqual(windows);
    expect(controls(in2021('ежегодно до 1 декабря, 1 июня'))).toEqual(['2021-06-01', '2021-12-01']);
    expect(controls(in2021('2 раза в год (ноябрь, март)'))).toEqual(['2021-03-31', '2021-11-30']);
  });

  test('a quarter range may cross the turn of the year', () => {
    expect(in2021('IV квартал 2020 – I квартал 2021').windows).toEqual([
      { start: '2020-10-01', end: '2021-03-31' },
    ]);
  });
});

describe('What leaves a date in doubt is said', () => {
  test.each([
    ['сентябрь, далее ежеквартально', 'Сказано ещё «далее ежеквартально»'],
    ['до 15 мая, в течение года', 'Сказано ещё «в течение года»'],
    ['октябрь, в период каникул', 'Сказано ещё «в период каникул»'],
    ['до 1 декабря (далее ежемесячно)', 'Сказано ещё «далее ежемесячно»'],
    ['12 ноября (вторник)', 'Названный день недели не сходится с датой 12.11.2021 (пт)'],
    ['ежемесячно, до 1 октября', 'Назван один срок, а повторений больше'],
    ['2 раза в год (декабрь)', 'а сроков названо 1'],
    ['октябрь раз в 2 года', 'Не сказано, в каком году'],
    ['разово', 'а когда — нет: назначьте контрольную дату'],
  ])('«%s»', (phrase, sentence) => {
    const { ambiguous, explanation } = in2021(phrase);
    expect([ambiguous, explanation.toLowerCase().includes(sentence.toLowerCase())]).toEqual([true, true]);
  });

  test('«до мая» at the end of a range may leave May out', () => {
    expect(inSchoolYear('с сентября до мая').readings.map(({ controlDate }) => controlDate)).toEqual([
      '2021-05-31',
      '2021-04-30',
    ]);
  });

  test('a weekday that agrees with the date leaves none', () => {
    expect(in2021('12 ноября (пятница)')).toMatchObject({ ambiguous: false, controlDate: '2021-11-12' });
  });
});

describe('A term that runs from an unknown event', () => {
  const act = { kind: 'приказ', issuer: 'Министерства', number: '5', date: '2021-06-01' as const };

  test('is counted from the external act that it names', () => {
    const { controlDate, ambiguous, explanation } = in2021('в течение 5 дней после издания приказа', {
      acts: [act],
    });
    expect([controlDate, ambiguous]).toEqual(['2021-06-06', false]);
    expect(explanation).toContain(
      'Срок отсчитан от даты внешнего акта: приказ Министерства от 01.06.2021 № 5.',
    );
  });

  test('is counted from the only act entered for the measure, with a question', () => {
    const { controlDate, ambiguous, explanation } = in2021('в течение 5 дней после получения результатов', {
      acts: [act],
    });
    expect([controlDate, ambiguous]).toEqual(['2021-06-06', true]);
    expect(explanation).toContain(
      'Дата события из срока («получения результатов») не внесена, взята дата другого документа',
    );
  });

  type Entered = readonly [name: string, date: CalendarDate];
  const VPR: Entered = ['Получение результатов ВПР', '2021-04-29'];
  const LATER: Entered = ['Получение результатов ЕГЭ', '2021-06-10'];
  const LIST: Entered = ['Утверждение списка школ', '2021-02-01'];

  test.each<readonly [phrase: string, events: readonly Entered[], controlDates: readonly string[]]>([
    ['в течение 5 дней после получения результатов', [LIST, VPR], ['2021-05-04']],
    ['в течение 5 дней после утверждения списка', [VPR, LIST], ['2021-02-06']],
    ['в течение 5 дней после получения результатов', [VPR, LATER], ['2021-06-15', '2021-05-04']],
    ['в течение 5 дней после получения результатов', [LATER, LIST, VPR], ['2021-06-15', '2021-05-04']],
    ['в течение 5 дней после получения результатов ВПР', [LATER, VPR], ['2021-05-04']],
    ['в течение 5 дней после получения результатов', [VPR, ['Результаты получены', VPR[1]]], ['2021-05-04']],
  ])('%s: %j', (phrase, entered, controlDates) => {
    const events = entered.map(([name, date]) => ({ name, date }));
    const { ambiguous, readings } = in2021(phrase, { events });
    expect(readings.map(({ controlDate }) => controlDate)).toEqual(controlDates);
    expect(ambiguous).toBe(controlDates.length > 1);
  });

  test('asks which of two orders is meant where it names both equally well; the later one counts until then', () => {
    const acts = [act, { ...act, number: '9', date: '2021-08-02' as const }];
    const { controlDate, ambiguous, warnings } = in2021('в течение 5 дней после издания приказа', { acts });
    expect([controlDate, ambiguous, warnings]).toEqual([
      '2021-08-07',
      true,
      [
        'К событию из срока («издания приказа») подходит не одна дата: приказ Министерства от 02.08.2021 № 9, приказ Министерства от 01.06.2021 № 5. Взята 02.08.2021: проверьте её.',
      ],
    ]);
  });

  test('waits without an act, and says where to enter one', () => {
    const { status, explanation } = in2021('в течение 5 дней после издания приказа');
    expect(status).toBe('waiting_act');
    expect(explanation).toContain(
      'отсчёт ведётся от события: издания приказа; дата не введена. Внесите событие или документ в «Внешние акты»',
    );
  });
});
