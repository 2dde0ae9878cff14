import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Execution, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

/** The state of 3.2 («Сентябрь») at school № 1; 30.09.2021 is a Thursday. */
function stateOf(row: Execution, today: CalendarDate, changes: Partial<WorkbookRecords> = {}) {
  const { obligations } = assessWorkbook(records({ executions: [row], ...changes }), today);
  return obligations.find(({ measure, school }) => measure === row.measure && school === row.school)?.state;
}

function codesAt(rowId: string, changes: Partial<WorkbookRecords>, today: CalendarDate) {
  const { findings } = assessWorkbook(records(changes), today);
  return findings.filter(({ place }) => place.rowId === rowId).map(({ code }) => code);
}

describe('the state of an obligation', () => {
  test.each<[string, Execution, CalendarDate, string]>([
    ['not started before the deadline', execution(), '2021-09-15', 'not_started'],
    ['soon in the days of reminding', execution(), '2021-09-16', 'due_soon'],
    ['soon on its last day', execution(), '2021-09-30', 'due_soon'],
    ['in progress before the deadline', execution({ mark: 'в работе' }), '2021-09-30', 'in_progress'],
    ['overdue from the day after', execution({ mark: 'в работе' }), '2021-10-01', 'overdue'],
    ['done with a proof', execution({ mark: 'выполнено', evidence: PROOF }), '2021-10-01', 'done'],
    [
      'done with a link',
      execution({ mark: 'выполнено', evidence: { link: 'https://a.ru' } }),
      '2021-10-01',
      'done',
    ],
    ['done without proof', execution({ mark: 'выполнено' }), '2021-10-01', 'done_unproved'],
    ['not required, however late', execution({ mark: 'не требуется' }), '2021-12-31', 'not_required'],
    ['waiting for an act, however late', execution({ measure: '5.1' }), '2021-12-31', 'waiting_act'],
    ['on request, however late', execution({ measure: '1.3' }), '2021-12-31', 'on_request'],
  ])('%s', (_, row, today, state) => {
    expect(stateOf(row, today)).toBe(state);
  });

  test('an act gives what waited for it a date', () => {
    const act = {
      rowId: 'a1',
      kind: 'приказ',
      issuer: 'МОиН',
      number: '5',
      date: '2021-06-01',
      measures: ['5.1'],
    } as const;
    expect(stateOf(execution({ measure: '5.1' }), '2021-06-08', { acts: [act] })).toBe('due_soon');
    expect(stateOf(execution({ measure: '5.1' }), '2021-06-09', { acts: [act] })).toBe('overdue');
  });

  test('a control date set by hand wins', () => {
    const measures = records().measures.map((measure) =>
      measure.number === '3.2'
        ? { ...measure, manual: { date: '2021-11-15', reason: 'карантин', author: 'начальник' } as const }
        : measure,
    );
    expect(stateOf(execution(), '2021-11-15', { measures })).toBe('due_soon');
    expect(stateOf(execution(), '2021-11-16', { measures })).toBe('overdue');
  });

  test('a deadline on a day off is overdue only after the next working day (ГК РФ, ст. 193)', () => {
    const measures = records().measures.map((measure) =>
      measure.number === '3.2' ? { ...measure, deadlinePhrase: 'до 2 октября' } : measure,
    );
    expect(stateOf(execution(), '2021-10-04', { measures })).toBe('due_soon');
    expect(stateOf(execution(), '2021-10-05', { measures })).toBe('overdue');
  });
});

describe('what is owed', () => {
  test('every counted school owes every measure of its own; the municipality owes its one; who left owes nothing', () => {
    const { obligations } = assessWorkbook(records(), '2021-01-10');
    expect(obligations.length).toBe(10 * 2 + 1);
    expect(obligations.some(({ school }) => school === 'ОО № 3')).toBe(false);
  });

  test('rows that nobody has written yet are overdue too, once a measure, naming the schools', () => {
    const { findings } = assessWorkbook(records(), '2021-10-01');
    const finding = findings.find(
      ({ code, place }) => code === 'overdue_without_row' && place.rowId === 'r3.2',
    );
    expect(finding).toMatchObject({
      severity: 'overdue',
      days: 1,
      message: 'Срок был 30.09.2021, а строк исполнения нет: 2 школы (ОО № 1, ОО № 2).',
    });
  });
});

describe('rows that stand twice', () => {
  test('a doubled school or measure counts once in every figure', () => {
    const once = records();
    const twice = records({
      schools: [...once.schools, { rowId: 's9', name: 'ОО № 1', status: 'ШНОР' }],
      measures: [...once.measures, ...once.measures.slice(0, 1).map((each) => ({ ...each, rowId: 'r9' }))],
    });
    const [single, double] = [once, twice].map((each) => assessWorkbook(each, '2021-10-01'));
    expect(double?.obligations).toEqual(single?.obligations);
    const codes = double?.findings.map(({ code, place }) => [code, place.rowId]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ['school_repeated', 's9'],
        ['measure_repeated', 'r9'],
      ]),
    );
  });
});

describe('a measure on request', () => {
  test('with a control date set by hand is due and overdue like any other', () => {
    const measures = records().measures.map((measure) =>
      measure.number === '1.3'
        ? { ...measure, manual: { date: '2021-09-01', reason: 'письмо', author: 'начальник' } as const }
        : measure,
    );
    const { obligations } = assessWorkbook(records({ measures }), '2021-10-01');
    const own = obligations
      .filter(({ measure }) => measure === '1.3')
      .map(({ state, isDue }) => [state, isDue]);
    expect(own).toEqual([
      ['overdue', true],
      ['overdue', true],
    ]);
  });
});

describe('findings', () => {
  test('of two rows for one obligation the lower is a repeat and does not count', () => {
    const rows = [
      execution({ rowId: 'e1', mark: 'выполнено', evidence: PROOF, doneOn: '2021-09-20' }),
      execution({ rowId: 'e2' }),
    ];
    const { obligations } = assessWorkbook(records({ executions: rows }), '2021-10-01');
    expect(obligations.filter(({ execution: row }) => row?.rowId === 'e2')).toEqual([]);
    expect(codesAt('e2', { executions: rows }, '2021-10-01')).toEqual(['execution_repeated']);
    expect(codesAt('e1', { executions: rows }, '2021-10-01')).toEqual([]);
  });

  test.each<[string, Partial<Execution>, CalendarDate, string[]]>([
    ['done without proof', { mark: 'выполнено', doneOn: '2021-09-20' }, '2021-10-01', ['evidence_missing']],
    ['done without a date', { mark: 'выполнено', evidence: PROOF }, '2021-10-01', ['done_date_missing']],
    [
      'done on a day still to come',
      { mark: 'выполнено', evidence: PROOF, doneOn: '2021-10-02' },
      '2021-10-01',
      ['date_in_future', 'overdue'],
    ],
    ['due within the days of reminding', {}, '2021-09-16', ['due_soon']],
    ['due later than that', {}, '2021-09-15', []],
    ['overdue', {}, '2021-10-01', ['overdue']],
  ])('%s', (_, changes, today, codes) => {
    expect(codesAt('e1', { executions: [execution(changes)] }, today)).toEqual(codes);
  });

  test('an ambiguous deadline offers its readings, the accepted one named', () => {
    const { findings } = assessWorkbook(records(), '2021-01-10');
    const finding = findings.find(
      ({ code, place }) => code === 'deadline_ambiguous' && place.rowId === 'r1.2',
    );
    expect(finding?.message).toContain('календарный 2021 год — 31.12.2021 (принято)');
    expect(finding?.message).toContain('учебный 2020/2021 год — 31.08.2021');
  });

  test('an unknown deadline is an error, not a guess', () => {
    const measures = records().measures.map((measure) =>
      measure.number === '3.2' ? { ...measure, deadlinePhrase: 'когда рак свистнет' } : measure,
    );
    expect(codesAt('r3.2', { measures }, '2021-10-01')).toEqual(['deadline_unknown']);
    expect(stateOf(execution(), '2021-12-31', { measures })).toBe('no_deadline');
  });

  test('come worst first, the longest overdue first', () => {
    const rows = [
      execution({ rowId: 'e1' }),
      execution({ rowId: 'e2', measure: '3.1' }),
      execution({ rowId: 'e3', mark: 'выполнено', measure: '1.2' }),
    ];
    const { findings } = assessWorkbook(records({ executions: rows }), '2021-12-01');
    const own = findings
      .filter(({ place }) => place.worksheet === 'executions')
      .map(({ code, days }) => [code, days]);
    expect(own).toEqual([
      ['overdue', 92],
      ['overdue', 62],
      ['evidence_missing', undefined],
      ['done_date_missing', undefined],
    ]);
  });
});
