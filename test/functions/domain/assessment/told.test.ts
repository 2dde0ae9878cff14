import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { percentOf, tally } from '../../../../functions/domain/assessment/tally.ts';
import { STATES } from '../../../../functions/domain/assessment/states/state.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import type { Measure } from '../../../../functions/domain/records/regulation.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

/** The workbook of two schools with the measure 3.2 alone, changed so. */
function assess(measure: Partial<Measure>, day: CalendarDate, more: Partial<WorkbookRecords> = {}) {
  const base = records(more);
  const measures = base.measures
    .filter(({ number }) => number === '3.2')
    .map((each) => ({ ...each, ...measure }));
  const schools = base.schools.filter(({ status }) => status !== 'вышла');
  return assessWorkbook({ ...base, schools, measures }, day);
}

/** What is said, a line a finding: its place, how bad it is, since when, the words. */
const told = (...asked: Parameters<typeof assess>) =>
  assess(...asked).findings.map(({ code, severity, place, days, message, advice }) =>
    [place.worksheet, place.rowId, place.column, code, severity, days, message, advice]
      .filter((each) => each !== undefined && each !== null)
      .join(' | '),
  );

const BY_HAND = 'заполните «Контрольная дата вручную», «Причина» и «Кем назначена»';
const AWAITED = 'Когда акт придёт, внесите его на лист «Внешние акты» с номером, датой и № мероприятия.';
const CHECK = `Проверьте контрольную дату; если нужна другая, ${BY_HAND}.`;
const manual = { date: '2021-10-02', reason: 'письмо МОиН', author: 'начальник' } as const;

describe('what is said of a deadline', () => {
  test.each<readonly [what: string, measure: Partial<Measure>, findings: readonly string[]]>([
    ['nothing of one that is clear', { deadlinePhrase: 'до 15 декабря 2021' }, []],
    ['nothing of an empty one', { deadlinePhrase: '  ' }, []],
    [
      'that it is not understood',
      { deadlinePhrase: 'когда получится' },
      [
        `regulation | r3.2 | deadline | deadline_unknown | error | Срок «когда получится» не понят. EXPLAINED | Запишите срок иначе, например «до 15 сентября», или ${BY_HAND}.`,
      ],
    ],
    [
      'that there is no such day',
      { deadlinePhrase: 'до 31 ноября' },
      [
        `regulation | r3.2 | deadline | deadline_impossible | error | EXPLAINED | Исправьте срок или ${BY_HAND}.`,
      ],
    ],
    [
      'that an act is awaited',
      { deadlinePhrase: 'Согласно приказу МОиН' },
      [`regulation | r3.2 | deadline | act_awaited | reminder | EXPLAINED | ${AWAITED}`],
    ],
    [
      'that it may be understood in two ways, and which counts',
      { deadlinePhrase: 'не позднее 25 числа месяца, следующего за отчётным' },
      [
        'regulation | r3.2 | deadline | deadline_ambiguous | warning | Срок «не позднее 25 числа месяца, следующего за отчётным» можно понять по-разному: ' +
          `отчётный период — месяц — 25.12.2021 (принято); отчётный период — квартал — 25.10.2021. | Если принято неверно, ${BY_HAND}.`,
        `regulation | r3.2 | deadline | deadline_warning | warning | Отчётный период не назван: выберите месяц или квартал. | ${CHECK}`,
      ],
    ],
    [
      'only the warning of one reading that is in doubt',
      { deadlinePhrase: 'с сентября' },
      [
        'regulation | r3.2 | deadline | deadline_warning | warning | Конец срока не назван: контроль поставлен на конец периода, при необходимости назначьте дату. | ' +
          CHECK,
      ],
    ],
    ['nothing where a date was set by hand', { deadlinePhrase: 'по графику', manual }, []],
    ['nothing of what is done on request', { deadlinePhrase: 'по графику', scope: 'on_request' }, []],
  ])('%s', (_, measure, findings) => {
    const { explanation } = assess(measure, '2021-02-01').measures[0] ?? { explanation: '' };
    expect(told(measure, '2021-02-01').filter((line) => line.includes(' | deadline | '))).toEqual(
      findings.map((line) => line.replace('EXPLAINED', explanation)),
    );
  });

  test('that no calendar of its year is known, once for all measures', () => {
    const base = records();
    const settings = { ...base.settings, period: { start: '2031-01-01', end: '2031-12-31' } as const };
    const measures = base.measures.map((each) => ({ ...each, deadlinePhrase: 'до 15 декабря' }));
    const { findings } = assessWorkbook({ ...base, settings, measures }, '2031-02-01');
    expect(findings.filter(({ place }) => place.worksheet === 'calendar')).toEqual([
      {
        code: 'calendar_unknown',
        severity: 'reminder',
        place: { worksheet: 'calendar', rowId: null },
        message:
          'Производственного календаря на 2031 год ещё нет: учтены выходные и праздники по ст. 112 ТК РФ, переносы неизвестны.',
        advice:
          'Когда выйдет постановление о переносе выходных на 2031 год, внесите дни на лист «Календарь».',
      },
    ]);
  });
});

describe('how a control date is explained', () => {
  const explained = (measure: Partial<Measure>) => assess(measure, '2021-02-01').measures[0];

  test.each<readonly [what: string, measure: Partial<Measure>, explanation: string]>([
    [
      'set by hand',
      { deadlinePhrase: 'до 15 сентября', manual },
      'Контрольная дата 02.10.2021 (сб) назначена вручную: письмо МОиН (начальник). По тексту срока вышло бы 15.09.2021 (ср).',
    ],
    [
      'set by hand where the words give none',
      { deadlinePhrase: 'по графику', manual },
      'Контрольная дата 02.10.2021 (сб) назначена вручную: письмо МОиН (начальник).',
    ],
    [
      'on request',
      { deadlinePhrase: 'до 15 сентября', scope: 'on_request' },
      '«до 15 сентября», по запросу: исполняется, когда школа обратится; контрольной даты нет.',
    ],
  ])('%s', (_, measure, explanation) => {
    expect(explained(measure)?.explanation).toBe(explanation);
  });

  test('otherwise as the deadline explains itself', () => {
    const assessment = explained({ deadlinePhrase: 'до 15 сентября' });
    expect(assessment?.explanation).toBe(assessment?.resolution.explanation);
    expect(assessment?.explanation).toContain('15.09.2021');
  });

  test.each<
    readonly [measure: Partial<Measure>, days: readonly (readonly [start: string | null, control: string])[]]
  >([
    [{ deadlinePhrase: 'до 15 сентября', manual }, [['2021-01-01', '2021-10-02']]],
    [{ manual: { ...manual, date: '2021-01-01' } }, [['2021-01-01', '2021-01-01']]],
    [{ manual: { ...manual, date: '2020-12-31' } }, [[null, '2020-12-31']]],
    [
      { deadlinePhrase: 'Октябрь, февраль' },
      [
        ['2021-02-01', '2021-02-28'],
        ['2021-10-01', '2021-10-31'],
      ],
    ],
    [{ deadlinePhrase: 'по графику' }, []],
    [{ deadlinePhrase: 'до 15 сентября', scope: 'on_request' }, []],
  ])('%j: its windows, the measure is due with the last', (measure, days) => {
    const assessment = explained(measure);
    expect(assessment?.occurrences.map(({ start, controlDate }) => [start, controlDate])).toEqual(days);
    expect(assessment?.controlDate).toBe(days.at(-1)?.[1] ?? null);
  });
});

describe('what is said of times that no row answers', () => {
  const SEPTEMBER = { deadlinePhrase: 'до 15 сентября' };
  const rowOf = (school: string) =>
    execution({
      rowId: school,
      school,
      mark: 'выполнено',
      doneOn: '2021-09-01',
      evidence: { ...PROOF, date: '2021-09-01' },
    });
  const BOTH = '2 школы (ОО № 1, ОО № 2)';
  const due = (days: number, whose = BOTH) =>
    `regulation | r3.2 | number | due_without_row | reminder | ${days} | Срок 15.09.2021, а строк исполнения ещё нет: ${whose}. | Внесите строки на лист «Исполнение».`;
  const overdue = (days: number, whose = BOTH) =>
    `regulation | r3.2 | number | overdue_without_row | overdue | ${days} | Срок был 15.09.2021, а строк исполнения нет: ${whose}. | Внесите строки на лист «Исполнение».`;

  test.each<
    readonly [
      day: CalendarDate,
      measure: Partial<Measure>,
      rows: readonly string[],
      findings: readonly string[],
    ]
  >([
    ['2021-08-31', SEPTEMBER, [], []],
    ['2021-09-01', SEPTEMBER, [], [due(-14)]],
    ['2021-09-15', SEPTEMBER, [], [due(0)]],
    ['2021-09-16', SEPTEMBER, [], [overdue(1)]],
    ['2021-09-20', SEPTEMBER, ['ОО № 1'], [overdue(5, '1 школа (ОО № 2)')]],
    ['2021-09-20', SEPTEMBER, ['ОО № 1', 'ОО № 2'], []],
    ['2021-09-10', SEPTEMBER, ['ОО № 2'], [due(-5, '1 школа (ОО № 1)')]],
    ['2021-09-20', { ...SEPTEMBER, scope: 'municipality' }, [], [overdue(5, 'муниципалитет')]],
    ['2021-09-20', { ...SEPTEMBER, scope: 'on_request' }, [], []],
  ])('on %s, %j, with rows of %j', (day, measure, rows, findings) => {
    expect(told(measure, day, { executions: rows.map(rowOf) })).toEqual(findings);
  });

  test('the longest overdue is told with the days of the first, and what is due beside it', () => {
    expect(told({ deadlinePhrase: 'до 31 марта, до 30 сентября' }, '2021-09-25')).toEqual([
      `regulation | r3.2 | number | overdue_without_row | overdue | 178 | Срок был 31.03.2021, а строк исполнения нет: ${BOTH}. | Внесите строки на лист «Исполнение».`,
      `regulation | r3.2 | number | due_without_row | reminder | -5 | Срок 30.09.2021, а строк исполнения ещё нет: ${BOTH}. | Внесите строки на лист «Исполнение».`,
    ]);
  });
});

describe('what is said of a row that is not done yet', () => {
  type Due = readonly [day: CalendarDate, deadlinePhrase: string, finding: string | undefined];
  const soon = (days: number, message: string) =>
    `due_soon | reminder | ${days} | ${message} | Сделайте и отметьте исполнение до срока.`;

  test.each<Due>([
    ['2021-08-31', 'до 15 сентября', undefined],
    ['2021-09-01', 'до 15 сентября', soon(-14, 'Срок 15.09.2021 (ср): осталось 14 дней.')],
    ['2021-09-14', 'до 15 сентября', soon(-1, 'Срок 15.09.2021 (ср): остался 1 день.')],
    ['2021-09-15', 'до 15 сентября', soon(0, 'Срок 15.09.2021 (ср): сегодня.')],
    // On Monday it is still in time.
    ['2021-09-19', 'до 18 сентября', soon(1, 'Срок 18.09.2021 (сб): срок вышел.')],
    [
      '2021-09-21',
      'до 18 сентября',
      'overdue | overdue | 3 | Срок был 18.09.2021, просрочено на 3 дня. | Если сделано, поставьте отметку «выполнено», дату и документ.',
    ],
  ])('on %s of «%s»', (day, deadlinePhrase, finding) => {
    const rows = [execution({ school: null, mark: 'в работе' })];
    const measure = { deadlinePhrase, scope: 'municipality' } as const;
    const expected = finding === undefined ? [] : [`executions | e1 | mark | ${finding}`];
    expect(told(measure, day, { executions: rows })).toEqual(expected);
    const { findings } = assess(measure, day, { executions: rows });
    expect(findings.map(({ subject }) => subject)).toEqual(
      expected.map(() => 'Муниципалитет, мероприятие 3.2'),
    );
  });
});

describe('counts of obligations', () => {
  const of = (...states: readonly (readonly [state: (typeof STATES)[number], isDue: boolean])[]) =>
    tally(
      states.map(([state, isDue]) => ({
        measure: '3.2',
        school: null,
        state,
        isDue,
        overdueDays: 0,
        overdueWorkingDays: 0,
        lateDays: 0,
      })),
    );
  const none = Object.fromEntries(STATES.map((state) => [state, 0]));

  test('a share is of what has fallen due, proved and late alike', () => {
    expect(
      of(['done', true], ['done_late', true], ['done_unproved', true], ['done', false], ['overdue', true]),
    ).toEqual({
      total: 5,
      byState: { ...none, done: 2, done_late: 1, done_unproved: 1, overdue: 1 },
      due: 4,
      dueDone: 2,
      percent: 50,
    });
  });

  test('of nothing due there is no share', () => {
    expect(of(['not_started', false])).toEqual({
      total: 1,
      byState: { ...none, not_started: 1 },
      due: 0,
      dueDone: 0,
      percent: null,
    });
  });

  test.each([
    [0, 0, null],
    [0, 3, 0],
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [3, 3, 100],
  ])('%i of %i: %s', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });
});

describe('what is said of a row that is not required', () => {
  const said = (changes: Parameters<typeof execution>[0]) =>
    told({ deadlinePhrase: 'до 15 декабря 2021' }, '2021-02-01', {
      executions: [execution({ mark: 'не требуется', ...changes })],
    }).filter((line) => line.startsWith('executions'));
  const REASON_ASKED =
    'executions | e1 | note | excused_untold | reminder | Отмечено «не требуется», а почему — в строке не сказано: в ' +
    'процент она не входит. | Запишите основание в «Примечание» или укажите документ.';

  test('that nobody says why, and what is filled in besides', () => {
    expect(said({})).toEqual([]);
    expect(said({ isExcusedUntold: true })).toEqual([REASON_ASKED]);
    expect(said({ isExcusedUntold: true, doneOn: '2021-01-20' })).toEqual([
      expect.stringContaining('| filled_but_not_done |'),
      REASON_ASKED,
    ]);
  });
});
