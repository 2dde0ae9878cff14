import type { JournalEntry, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { execution, PROOF, records, SETTINGS } from '../records/records-builder.ts';

const TITLES: Readonly<Record<string, string>> = {
  '1.3': 'Консультации',
  '2.2': 'Банк данных',
  '3.1': 'Анализ',
  '3.2': 'Сбор планов',
  '4.2': 'КПК',
  '5.1': 'Оценка руководителей',
};

const CHANGES: Readonly<Record<string, Partial<WorkbookRecords['measures'][number]>>> = {
  '2.2': { manual: { date: '2021-10-20', reason: 'Решение', author: 'начальник' } },
  '3.1': { deadlinePhrase: 'когда получится' },
  '4.2': { deadlinePhrase: 'Ежеквартально' },
};

/**
 * Two counted schools and one that has left × six measures: little enough to write down each of its reports whole. Of
 * 2021, looked at on 15.10.2021.
 */
export const SMALL: WorkbookRecords = records({
  settings: { ...SETTINGS, signerPosition: 'Начальник МКУ «УО»', preparedBy: 'Методист' },
  schools: [
    {
      rowId: 's1',
      name: 'ОО № 1',
      status: 'ШНОР',
      bank: {
        listBasis: 'письмо',
        yearIncluded: 2021,
        studentsTotal: 120,
        graduates9: 9,
        vacancies: 1,
        vprMath: 30.5,
        ogeFail: 40,
        planDate: '2021-02-01',
        planNumber: '4',
        updatedOn: '2021-09-01',
      },
    },
    { rowId: 's2', name: 'ОО № 2', status: '500+' },
    {
      rowId: 's3',
      name: 'ОО № 3',
      status: 'вышла',
      bank: { exitDate: '2021-02-01', exitBasis: 'приказ № 3' },
    },
  ],
  measures: records()
    .measures.filter(({ number }) => number in TITLES)
    .map((measure) => ({
      ...measure,
      ...CHANGES[measure.number],
      title: TITLES[measure.number] ?? '',
      section: `Раздел ${measure.number.slice(0, 1)}`,
      responsible: 'УО',
    })),
  executions: [
    execution({ rowId: 'e1', mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF }),
    execution({ rowId: 'e2', school: 'ОО № 2', mark: 'в работе' }),
    execution({
      rowId: 'e3',
      measure: '4.2',
      occurrence: 'III квартал',
      mark: 'выполнено',
      doneOn: '2021-10-05',
      evidence: { kind: 'приказ', number: '8', date: '2021-10-05' },
    }),
    execution({
      rowId: 'e4',
      school: 'ОО № 2',
      measure: '4.2',
      occurrence: 'I квартал',
      mark: 'выполнено',
      doneOn: '2021-03-30',
      evidence: { link: 'https://example.org' },
    }),
    // A repeat of the first.
    execution({ rowId: 'e5', mark: 'не начато' }),
    execution({ rowId: 'e6', measure: '1.3', mark: 'не требуется' }),
  ],
  journal: [
    entry('j1', { date: '2021-07-05', kind: 'КПК', measure: '3.2', school: 'ОО № 2', teachers: 2 }),
    {
      ...entry('j2', { date: '2021-09-05', kind: 'консультация', measure: '1.3', school: null }),
      topic: '',
      evidence: { kind: 'акт', number: '1', date: '2021-09-06' },
    },
    entry('j3', { date: '2021-02-05', kind: 'консультация', measure: '1.3', school: 'ОО № 1', leaders: 1 }),
    // Of a school that has left, of a kind that the regulation does not name.
    entry('j4', { date: '2021-09-10', kind: 'выезд', measure: '1.3', school: 'ОО № 3', leaders: 2 }),
  ],
});

function entry(rowId: string, of: Omit<JournalEntry, 'rowId' | 'topic' | 'evidence'>): JournalEntry {
  return { rowId, topic: 'ФГОС', evidence: {}, ...of };
}
