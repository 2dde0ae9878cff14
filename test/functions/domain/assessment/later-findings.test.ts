import { describe, expect, test } from '@jest/globals';
import { laterFindings } from '../../../../functions/domain/assessment/findings/later-findings.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type {
  ExternalAct,
  JournalEntry,
  School,
  WorkbookRecords,
} from '../../../../functions/domain/records/records.ts';
import { execution, records } from '../records/records-builder.ts';

const TODAY = '2021-11-23';

const told = (changes: Partial<WorkbookRecords>) =>
  laterFindings({ records: records(changes), today: TODAY }).map(({ code, place, message }) => [
    code,
    place.column,
    message,
  ]);

const act = (date: CalendarDate): ExternalAct => ({
  rowId: 'a1',
  kind: 'приказ',
  issuer: 'МОиН',
  number: '1',
  date,
  measures: ['5.1'],
});

const entry = (changes: Partial<JournalEntry>): JournalEntry => ({
  rowId: 'j1',
  date: '2021-04-15',
  kind: 'собеседование',
  measure: '1.2',
  school: 'ОО № 1',
  topic: '',
  evidence: {},
  ...changes,
});

const school = (bank: NonNullable<School['bank']>): readonly School[] => [
  { rowId: 's1', name: 'ОО № 1', status: 'ШНОР', bank },
];

const LATER = '10.12.2021, этот день ещё не наступил: отчёт до этого дня этого не учитывает.';

describe('a day that has not come is told of what has happened already', () => {
  test.each<[string, string, Partial<WorkbookRecords>]>([
    ['date', 'Дата акта', { acts: [act('2021-12-10')] }],
    ['date', 'Дата', { journal: [entry({ date: '2021-12-10' })] }],
    ['evidenceDate', 'Дата документа', { journal: [entry({ evidence: { date: '2021-12-10' } })] }],
    ['planDate', 'Дата плана', { schools: school({ planDate: '2021-12-10' }) }],
    ['updatedOn', 'Сведения обновлены', { schools: school({ updatedOn: '2021-12-10' }) }],
  ])('%s, «%s»', (column, title, changes) => {
    expect(told(changes)).toEqual([['day_not_come', column, `«${title}» — ${LATER}`]]);
  });

  test('today has come', () => {
    expect(
      told({
        acts: [act(TODAY)],
        journal: [entry({ date: TODAY, evidence: { date: TODAY } })],
        schools: school({ planDate: TODAY, updatedOn: TODAY }),
      }),
    ).toEqual([]);
  });
});

describe('a school that is not on the list yet, while rows are there', () => {
  const executions = [execution({ rowId: 'e1' }), execution({ rowId: 'e2', school: 'оо №  1' })];

  test.each<[string, string, NonNullable<School['bank']>]>([
    ['yearIncluded', '2022 года', { yearIncluded: 2022 }],
    ['includedOn', '01.12.2021', { includedOn: '2021-12-01' }],
  ])('%s: %s', (column, since, bank) => {
    expect(told({ schools: school(bank), executions })).toEqual([
      [
        'not_listed_yet',
        column,
        `Школа включена в список только с ${since}: в отчёт она не входит, строк её исполнения не учтено: 2.`,
      ],
    ]);
  });

  test('is not told without rows, of the year that runs, or of a status that does not count', () => {
    expect(told({ schools: school({ yearIncluded: 2022 }) })).toEqual([]);
    expect(told({ schools: school({ yearIncluded: 2021 }), executions })).toEqual([]);
    const risky: School = {
      rowId: 's1',
      name: 'ОО № 1',
      status: 'группа риска',
      bank: { yearIncluded: 2022 },
    };
    expect(told({ schools: [risky], executions })).toEqual([]);
  });
});
