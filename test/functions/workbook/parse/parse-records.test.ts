import { describe, expect, test } from '@jest/globals';
import { dateToSerial } from '../../../../functions/domain/dates/dates.ts';
import { parseRecords, type RecordRows } from '../../../../functions/workbook/parse/parse-records.ts';
import type { RowCells } from '../../../../functions/workbook/table/table.ts';

const NO_ROWS: RecordRows = {
  schools: [],
  regulation: [],
  acts: [],
  executions: [],
  journal: [],
  schoolPlans: [],
  calendar: [],
  people: [],
  settings: [],
};

function parse(rows: Partial<Record<keyof RecordRows, readonly RowCells[]>>) {
  const named = Object.entries(rows).map(([key, those]) => [
    key,
    those.map((staff, index) => ({ id: `${key}${index + 1}`, staff })),
  ]);
  return parseRecords({ ...NO_ROWS, ...(Object.fromEntries(named) as Partial<RecordRows>) }, '2021-06-01');
}

describe('what a report needs of the sheets', () => {
  test('the data bank of a school holds what was filled in and understood', () => {
    const { schools } = parse({
      schools: [
        {
          name: 'ОО № 1',
          status: 'ШНОР',
          graduates9: 14,
          ogeFail: 20.5,
          vacancies: 'нет',
          includedOn: dateToSerial('2021-03-01'),
          exitDate: dateToSerial('2021-09-01'),
        },
        { name: 'ОО № 2', status: '500+' },
      ],
    });
    expect(schools).toEqual([
      {
        rowId: 'schools1',
        name: 'ОО № 1',
        status: 'ШНОР',
        bank: { graduates9: 14, ogeFail: 20.5, includedOn: '2021-03-01', exitDate: '2021-09-01' },
      },
      { rowId: 'schools2', name: 'ОО № 2', status: '500+' },
    ]);
  });

  test('an entry of the journal says how many took part, where anyone counted', () => {
    const { journal } = parse({
      regulation: [{ number: '1.2', title: 'Собеседование', deadline: 'В течение года' }],
      journal: [{ date: dateToSerial('2021-02-10'), kind: 'собеседование', measure: '1.2', leaders: 0 }],
    });
    expect(journal).toEqual([
      {
        rowId: 'journal1',
        date: '2021-02-10',
        kind: 'собеседование',
        measure: '1.2',
        school: null,
        topic: '',
        leaders: 0,
        evidence: {},
      },
    ]);
  });

  test.each<readonly [what: string, cells: RowCells, isUntold: true | undefined]>([
    ['nothing', {}, true],
    ['blanks', { note: '  ' }, true],
    ['a day alone', { doneOn: '20.08.2021', evidenceDate: '20.08.2021' }, true],
    ['words that are no reason', { note: 'нет', link: 'потом' }, true],
    ['a note', { note: 'школа не работает в 9 классе' }, undefined],
    ['a kind of document', { evidenceKind: 'письмо' }, undefined],
    ['a number', { evidenceNumber: 12 }, undefined],
    ['a link', { link: 'https://example.org/1' }, undefined],
    ['the ground of the controller', { postponementGround: 'письмо № 3' }, undefined],
    ['a reason', { delayReason: 'школа на ремонте' }, undefined],
    ['nothing, under another mark', { mark: 'в работе' }, undefined],
  ])('why a row is not required is told by %s or not', (_, cells, isUntold) => {
    const { executions } = parse({
      schools: [{ name: 'ОО № 1', status: 'ШНОР' }],
      regulation: [{ number: '1.2', title: 'Собеседование', deadline: 'В течение года' }],
      executions: [{ school: 'ОО № 1', measure: '1.2', mark: 'Не требуется', ...cells }],
    });
    expect(executions.map(({ isExcusedUntold }) => isExcusedUntold)).toEqual([isUntold]);
  });

  test.each<readonly [what: string, cells: RowCells, delay: object | undefined]>([
    ['why', { delayReason: ' ремонт ' }, { reason: 'ремонт' }],
    ['what is done about it', { measuresTaken: 'назначен другой' }, { taken: 'назначен другой' }],
    ['both', { delayReason: 'ремонт', measuresTaken: 'перенос' }, { reason: 'ремонт', taken: 'перенос' }],
    ['words that are no reason', { delayReason: 'нет', measuresTaken: '—' }, undefined],
  ])('of what is late the row tells %s', (_, cells, delay) => {
    const { executions } = parse({
      schools: [{ name: 'ОО № 1', status: 'ШНОР' }],
      regulation: [{ number: '1.2', title: 'Собеседование', deadline: 'В течение года' }],
      executions: [{ school: 'ОО № 1', measure: '1.2', ...cells }],
    });
    expect(executions.map((each) => each.delay)).toEqual([delay]);
  });

  test.each([
    ['письмо школы', 'письмо школы'],
    ['  ', undefined],
    ['нет', undefined],
    ['Потом.', undefined],
    ['—', undefined],
  ])('the ground of a postponement, and the reason of a date by hand: «%s»', (typed, ground) => {
    const day = dateToSerial('2021-10-15');
    const measure = { number: '1.2', title: 'Собеседование', deadline: 'до 1 мая', manualDate: day };
    const { executions, measures, findings } = parse({
      schools: [{ name: 'ОО № 1', status: 'ШНОР' }],
      regulation: [{ ...measure, section: 'I', manualReason: typed, manualAuthor: 'начальник' }],
      executions: [{ school: 'ОО № 1', measure: '1.2', postponedTo: day, postponementGround: typed }],
    });
    expect(executions[0]?.control?.postponementGround).toBe(ground);
    expect(measures[0]?.manual?.reason).toBe(ground);
    const told = findings.filter(({ place }) => place.worksheet === 'regulation').map(({ code }) => code);
    expect(told).toEqual(ground === undefined ? ['manual_date_incomplete'] : []);
  });

  test('a term of an act that is no date is not the same as none', () => {
    const act = { kind: 'письмо', number: '5', date: dateToSerial('2021-02-10'), measures: '' };
    const { acts } = parse({
      acts: [act, { ...act, dueDate: 'до 01.03' }, { ...act, dueDate: '01.03.2021' }],
    });
    expect(acts.map(({ dueDate, isDueUnread }) => ({ dueDate, isDueUnread }))).toEqual([
      { dueDate: undefined, isDueUnread: undefined },
      { dueDate: undefined, isDueUnread: true },
      { dueDate: '2021-03-01', isDueUnread: undefined },
    ]);
  });

  test('requisites come from the settings', () => {
    const { settings } = parse({
      settings: [
        { name: 'Реквизиты отчёта по', value: 'ГОСТ Р 7.0.97-2025' },
        { name: 'Ссылка на запрос', value: 'На № 15 от 20.09.2021' },
      ],
    });
    expect(settings.reportRequisites).toEqual({
      standard: 'ГОСТ Р 7.0.97-2025',
      contacts: '',
      reference: 'На № 15 от 20.09.2021',
    });
  });

  test('a bound of the period that is not set is told, with the day that is assumed', () => {
    const { settings, findings } = parse({
      settings: [
        { name: 'Период: начало', value: '01.09.2020' },
        { name: 'Период: конец', value: '' },
      ],
    });
    expect(settings.period).toEqual({ start: '2020-09-01', end: '2021-12-31' });
    expect(findings.filter(({ code }) => code === 'period_incomplete')).toEqual([
      {
        code: 'period_incomplete',
        severity: 'error',
        place: { worksheet: 'settings', rowId: 'settings2', column: 'value' },
        message: 'Не задан параметр «Период: конец»; пока считается 31.12.2021.',
        advice: 'Впишите день в виде ДД.ММ.ГГГГ: без него отчёт не составляется.',
      },
    ]);
  });
});
