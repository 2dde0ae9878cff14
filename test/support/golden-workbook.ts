import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import { schoolYear } from '../../functions/domain/dates/period.ts';
import type {
  Execution,
  JournalEntry,
  School,
  WorkbookRecords,
} from '../../functions/domain/records/records.ts';
import { records, SETTINGS } from '../functions/domain/records/records-builder.ts';

/**
 * Two workbooks by hand: counted schools × 11 measures, all states, one of the calendar year 2021 and one of the school
 * year 2020/21. The figures that they must give are derived in golden.test.ts.
 *
 * One letter a school, in the order of NUMBERS: D done with a document, T too late (on the day `lateOn`), U done
 * without a document, E done with a document of a later day, L done on a later day, B done before the period, W in
 * progress, N not begun, X not required, a dot: no row.
 */
type Marks = string;

interface MarkedMeasure {
  readonly measure: string;
  readonly marks: Marks;
  readonly doneOn: CalendarDate;
  /** As people write it. */
  readonly occurrence?: string;
  /** After the control date, before the day of the report. */
  readonly lateOn?: CalendarDate;
}

/** № 7 has left, № 8 has a status that does not count; № 9 joins on 01.07.2021, № 10 leaves on 30.06.2021. */
const NUMBERS = [1, 2, 3, 4, 5, 6, 9, 10];

const MARKS_2021: readonly MarkedMeasure[] = [
  { measure: '1.1', marks: 'DDDDUX.T', doneOn: '2021-03-05', lateOn: '2021-03-12' },
  { measure: '1.2', marks: 'DDWNW.ND', doneOn: '2021-05-14' },
  { measure: '1.3', marks: 'DW......', doneOn: '2021-04-12' },
  { measure: '2.1', marks: 'DDDBWET.', doneOn: '2021-08-25', lateOn: '2021-10-14' },
  { measure: '3.1', marks: 'DDDDDLD.', doneOn: '2021-08-20' },
  { measure: '3.2', marks: 'DTUNWXD.', doneOn: '2021-09-29', lateOn: '2021-10-08' },
  { measure: '4.1', marks: 'WWWDNNW.', doneOn: '2021-06-10' },
  { measure: '4.2', marks: 'DDDDDT.D', doneOn: '2021-03-30', occurrence: 'I квартал', lateOn: '2021-04-15' },
  { measure: '4.2', marks: 'DDDD.UDN', doneOn: '2021-06-29', occurrence: '2 кв. 2021' },
  {
    measure: '4.2',
    marks: 'DDW..XT.',
    doneOn: '2021-09-29',
    occurrence: '3-й квартал',
    lateOn: '2021-10-08',
  },
  { measure: '4.2', marks: 'W.......', doneOn: '2021-12-30', occurrence: 'IV квартал 2021' },
  { measure: '5.1', marks: 'DX......', doneOn: '2021-07-01' },
  { measure: '5.2', marks: 'DW......', doneOn: '2021-07-02' },
];

const MARKS_2020_21: readonly MarkedMeasure[] = [
  { measure: '1.1', marks: 'DDDDDD', doneOn: '2020-10-05' },
  { measure: '1.2', marks: 'DUWN.X', doneOn: '2021-02-10' },
  { measure: '3.1', marks: 'WN....', doneOn: '2021-08-20' },
  { measure: '3.2', marks: 'DDDWUL', doneOn: '2020-09-29' },
  { measure: '4.1', marks: 'DDWWN.', doneOn: '2021-03-15' },
  { measure: '4.2', marks: 'DDDDDD', doneOn: '2021-04-20' },
  { measure: '5.2', marks: 'DWX...', doneOn: '2021-01-29' },
];

/** Days that no report of these workbooks reaches. */
const LATER = { executed: '2021-10-20', proved: '2021-11-01', schoolYear: '2021-05-25' } as const;

const BEFORE: CalendarDate = '2020-10-14';

function executionsOf(measures: readonly MarkedMeasure[], later: CalendarDate): readonly Execution[] {
  const rows = measures.flatMap(({ measure, marks, doneOn, occurrence = '', lateOn = later }) =>
    [...marks].flatMap((mark, index) => {
      const school = `ОО № ${NUMBERS[index]}`;
      return mark === '.'
        ? []
        : [{ school, measure, occurrence, ...progressOf(mark, { doneOn, lateOn, later }) }];
    }),
  );
  return rows.map((row, index) => ({ rowId: `e${index + 1}`, ...row }));
}

function progressOf(
  mark: string,
  { doneOn, lateOn, later }: { doneOn: CalendarDate; lateOn: CalendarDate; later: CalendarDate },
): Pick<Execution, 'mark' | 'doneOn' | 'evidence'> {
  const proof = (date: CalendarDate) => ({ kind: 'приказ', number: '7', date });
  if (mark === 'D') return { mark: 'выполнено', doneOn, evidence: proof(doneOn) };
  if (mark === 'T') return { mark: 'выполнено', doneOn: lateOn, evidence: proof(lateOn) };
  if (mark === 'B') return { mark: 'выполнено', doneOn: BEFORE, evidence: proof(BEFORE) };
  if (mark === 'U') return { mark: 'выполнено', doneOn, evidence: {} };
  if (mark === 'E') return { mark: 'выполнено', doneOn, evidence: proof(LATER.proved) };
  if (mark === 'L') return { mark: 'выполнено', doneOn: later, evidence: proof(later) };
  if (mark === 'W') return { mark: 'в работе', evidence: {} };
  return { mark: mark === 'X' ? 'не требуется' : 'не начато', evidence: {} };
}

/** Six that count all the time, one that has left, one whose status does not count; 'ОО № 3' is written twice. */
const SCHOOLS: readonly School[] = [
  school(1, 'ШНОР', {
    studentsTotal: 120,
    graduates9: 14,
    graduates11: 10,
    teachersTotal: 15,
    vacancies: 1,
    ogeFail: 20,
    egeBelow: 10,
    trainedShare: 60,
    vprMath: 30.5,
  }),
  school(2, 'ШНОР', {
    studentsTotal: 95,
    graduates9: 9,
    graduates11: 0,
    teachersTotal: 12,
    vacancies: 2,
    ogeFail: 33.3,
    trainedShare: 75,
  }),
  school(3, 'ШНОР', {
    studentsTotal: 9,
    graduates9: 1,
    teachersTotal: 4,
    vacancies: 0,
    ogeFail: 100,
    trainedShare: 50,
    vprMath: 40,
  }),
  school(4, 'ШНОР', {
    studentsTotal: 240,
    graduates9: 30,
    graduates11: 25,
    teachersTotal: 22,
    vacancies: 3,
    ogeFail: 10,
    egeBelow: 4,
  }),
  school(5, '500+', {
    studentsTotal: 10,
    graduates9: 0,
    graduates11: 9,
    teachersTotal: 8,
    vacancies: 0,
    egeBelow: 22.2,
    vprMath: 50,
  }),
  school(6, '500+', {
    graduates9: 12,
    graduates11: 8,
    teachersTotal: 9,
    vacancies: 1,
    ogeFail: 25,
    vprMath: 20,
  }),
  school(7, 'вышла', { exitDate: '2021-02-01', exitBasis: 'приказ от 01.02.2021 № 3' }),
  school(8, 'группа риска'),
  { ...school(3, 'вышла'), rowId: 's9' },
];

/** In 2021 one joins in the middle of the year, and one leaves whose status nobody has changed. */
const SCHOOLS_2021: readonly School[] = [
  ...SCHOOLS,
  { ...school(9, 'ШНОР', { includedOn: '2021-07-01' }), rowId: 's10' },
  { ...school(10, 'ШНОР', { exitDate: '2021-06-30' }), rowId: 's11' },
];

function school(number: number, status: School['status'], bank?: School['bank']): School {
  return { rowId: `s${number}`, name: `ОО № ${number}`, status, ...(bank && { bank }) };
}

const JOURNAL_2021: readonly JournalEntry[] = [
  entry(1, {
    date: '2021-02-10',
    kind: 'собеседование',
    measure: '1.2',
    school: 'ОО № 1',
    topic: 'План работы',
    leaders: 1,
  }),
  entry(2, {
    date: '2021-02-25',
    kind: 'Консультация',
    measure: '1.3',
    school: 'ОО № 2',
    topic: 'ВСОКО',
    teachers: 3,
  }),
  entry(3, {
    date: '2021-09-15',
    kind: 'мероприятие',
    measure: '4.1',
    school: null,
    topic: 'План работы',
    leaders: 6,
    teachers: 20,
  }),
  entry(4, { date: '2021-09-20', kind: 'КПК', measure: '4.2', school: 'ОО № 3', topic: 'ФГОС', teachers: 2 }),
  entry(5, { date: '2021-10-20', kind: 'КПК', measure: '4.2', school: 'ОО № 3', topic: 'ФГОС', teachers: 5 }),
  entry(6, {
    date: '2020-12-20',
    kind: 'консультация',
    measure: '1.3',
    school: 'ОО № 2',
    topic: 'ВСОКО',
    teachers: 5,
  }),
  entry(7, { date: '2021-09-30', kind: 'экскурсия', measure: '4.1', school: 'ОО № 1', topic: '' }),
];

function entry(number: number, { ...of }: Omit<JournalEntry, 'rowId' | 'evidence'>): JournalEntry {
  return { rowId: `j${number}`, evidence: {}, ...of };
}

const ACT = { kind: 'письмо', issuer: 'МОиН Челябинской области' } as const;

/** The calendar year 2021; 2.2 has a control date by hand, 4.2 comes each quarter, 5.2 names no day there is. */
export function goldenRecords2021(): WorkbookRecords {
  const base = records();
  const marked = executionsOf(MARKS_2021, LATER.executed);
  return {
    ...base,
    schools: SCHOOLS_2021,
    measures: base.measures.map((measure) => {
      if (measure.number === '2.2') {
        return {
          ...measure,
          manual: { date: '2021-10-01', reason: 'Решение совещания', author: 'начальник' },
        };
      }
      if (measure.number === '4.2') return { ...measure, deadlinePhrase: 'Ежеквартально' };
      return measure.number === '5.2' ? { ...measure, deadlinePhrase: '07.12-19.20.' } : measure;
    }),
    // Of two letters the later sets the term, once.
    acts: [
      { ...ACT, rowId: 'a1', number: '15', date: '2021-03-01', measures: ['1.1'] },
      { ...ACT, rowId: 'a2', number: '12', date: '2021-02-10', measures: ['1.1'] },
    ],
    executions: [
      ...marked,
      {
        rowId: 'e901',
        school: null,
        measure: '2.2',
        occurrence: '',
        mark: 'выполнено',
        doneOn: '2021-09-28',
        evidence: { link: 'https://example.org/bank' },
      },
      // Not counted: a second row of 1.1, a school that has left, a measure that the regulation no longer has.
      { rowId: 'e902', school: 'ОО № 5', measure: '1.1', occurrence: '', mark: 'не начато', evidence: {} },
      { rowId: 'e903', school: 'ОО № 7', measure: '3.2', occurrence: '', mark: 'в работе', evidence: {} },
      {
        rowId: 'e904',
        school: 'ОО № 1',
        measure: '9.9',
        occurrence: '',
        mark: 'выполнено',
        doneOn: '2021-05-01',
        evidence: {},
      },
      // Takes the quarter that is left; names none of the quarters; repeats the row that names its quarter.
      { rowId: 'e905', school: 'ОО № 4', measure: '4.2', occurrence: '', mark: 'в работе', evidence: {} },
      quarterly('e906', 'ОО № 5', { occurrence: 'сентябрь', day: '2021-09-29' }),
      quarterly('e907', 'ОО № 1', { occurrence: '', day: '2021-03-15' }),
    ],
    journal: JOURNAL_2021,
  };
}

function quarterly(
  rowId: string,
  name: string,
  { occurrence, day }: { occurrence: string; day: CalendarDate },
): Execution {
  const evidence = { kind: 'приказ', number: '8', date: day };
  return { rowId, school: name, measure: '4.2', occurrence, mark: 'выполнено', doneOn: day, evidence };
}

/** The school year 2020/21; the order that 5.1 waits for is of 01.06.2021, and 2.2 is due on 31.05.2021. */
export function goldenRecords2020to21(): WorkbookRecords {
  const base = records();
  return {
    ...base,
    settings: { ...SETTINGS, period: schoolYear(2020) },
    schools: SCHOOLS,
    measures: base.measures.map((measure) =>
      measure.number === '2.2'
        ? { ...measure, manual: { date: '2021-05-31', reason: 'Решение совещания', author: 'начальник' } }
        : measure,
    ),
    acts: [
      { ...ACT, rowId: 'a1', number: '15', date: '2020-09-10', dueDate: '2020-10-01', measures: ['1.1'] },
      { ...ACT, rowId: 'a2', kind: 'приказ', number: '44', date: '2021-06-01', measures: ['5.1'] },
    ],
    executions: executionsOf(MARKS_2020_21, LATER.schoolYear),
  };
}

export const GOLDEN_DAY_2021: CalendarDate = '2021-10-15';
export const GOLDEN_DAY_2020_21: CalendarDate = '2021-05-20';
