import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { findMissingRows } from '../../../../functions/domain/assessment/missing-rows.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Evidence } from '../../../../functions/domain/records/evidence.ts';
import type {
  Execution,
  ExternalAct,
  School,
  WorkbookRecords,
} from '../../../../functions/domain/records/records.ts';
import type { Measure } from '../../../../functions/domain/records/regulation.ts';
import { records, SETTINGS } from '../records/records-builder.ts';

/*
 * One measure, the rows of «Исполнение» as they were entered (e1, e2, …) and the day: what follows of it. A line an
 * obligation — its time, the row that answers it (· none), its state, «due» where its day has come, days past it —
 * then what repeats another row and what stands for nothing. Rows: what is left out is school № 1, not begun, no label.
 */
interface Fact {
  readonly measure: Partial<Pick<Measure, 'deadlinePhrase' | 'scope' | 'manual'>>;
  readonly rows?: readonly Row[];
  readonly day: CalendarDate;
  readonly schools?: readonly Partial<School>[];
  readonly acts?: readonly Partial<ExternalAct>[];
  readonly settings?: Partial<WorkbookRecords['settings']['deadlines']>;
  readonly gives: readonly string[];
}

/** `done`: on that day, with a document of the day; `doc` says another day of the document, or that there is none. */
interface Row extends Partial<Pick<Execution, 'mark' | 'school'>> {
  /** What stands in the cells of the proof besides. */
  readonly words?: Evidence;
  readonly label?: string;
  readonly done?: CalendarDate;
  readonly doc?: CalendarDate | 'none' | 'link';
}

function toExecution(
  { label = '', done, doc, mark, words, school = 'ОО № 1' }: Row,
  index: number,
): Execution {
  const isDone = done !== undefined || doc !== undefined;
  return {
    rowId: `e${index + 1}`,
    school,
    measure: '4.2',
    occurrence: label,
    mark: mark ?? (isDone ? 'выполнено' : 'не начато'),
    evidence: { ...evidenceOf(doc ?? done), ...words },
    ...(done !== undefined && { doneOn: done }),
  };
}

function evidenceOf(doc: Row['doc']): Evidence {
  if (doc === undefined || doc === 'none') return {};
  return doc === 'link' ? { link: 'https://example.org' } : { kind: 'приказ', number: '7', date: doc };
}

function assess({ measure, rows = [], day, schools = [{}], acts = [], settings }: Fact) {
  const base = records();
  return assessWorkbook(
    {
      ...base,
      settings: { ...SETTINGS, deadlines: { ...SETTINGS.deadlines, ...settings } },
      schools: schools.map((school, index) => ({
        rowId: `s${index + 1}`,
        name: `ОО № ${index + 1}`,
        status: 'ШНОР',
        ...school,
      })),
      measures: base.measures
        .filter(({ number }) => number === '4.2')
        .map((each) => ({ ...each, scope: 'each_school', ...measure })),
      acts: acts.map((act, index) => ({
        rowId: `a${index + 1}`,
        kind: 'письмо',
        issuer: 'МОиН',
        number: String(index + 1),
        date: day,
        measures: ['4.2'],
        ...act,
      })),
      executions: rows.map(toExecution),
    },
    day,
  );
}

function whatFollows(fact: Fact): readonly string[] {
  const { obligations, repeats, unplaced } = assess(fact);
  const isAlone = (fact.schools ?? [{}]).length === 1;
  return [
    ...obligations.map(({ school, occurrence, execution, state, isDue, overdueDays, lateDays }) =>
      [
        ...(isAlone ? [] : [school ?? 'муниципалитет']),
        occurrence?.label || '—',
        execution?.rowId ?? '·',
        state,
        ...(isDue ? ['due'] : []),
        ...(overdueDays + lateDays === 0 ? [] : [overdueDays + lateDays]),
      ].join(' '),
    ),
    ...repeats.map(({ execution, of }) => `${execution.rowId} repeats ${of.rowId}`),
    ...unplaced.map(({ execution, reason }) => `${execution.rowId} ${reason}`),
  ];
}

const QUARTERLY = { deadlinePhrase: 'Ежеквартально' };
const AUGUST = { deadlinePhrase: 'Август' };
const LETTER = { deadlinePhrase: 'Согласно письму МОиН' };
const OCTOBER = '2021-10-15';

const Q = (rows: readonly [string, string, string, string]): readonly string[] =>
  rows.map((row, index) => `${['I', 'II', 'III', 'IV'][index]} квартал 2021 ${row}`);
const OPEN: readonly [string, string, string, string] = [
  '· overdue due 198',
  '· overdue due 107',
  '· overdue due 15',
  '· not_started',
];

describe('which row answers for which time', () => {
  test.each<[string, Fact]>([
    ['without rows all is open', { measure: QUARTERLY, day: OCTOBER, gives: Q(OPEN) }],
    [
      'a label binds, though earlier times are free',
      {
        measure: QUARTERLY,
        rows: [{ label: 'III квартал', mark: 'в работе' }],
        day: OCTOBER,
        gives: Q([OPEN[0], OPEN[1], 'e1 overdue due 15', OPEN[3]]),
      },
    ],
    [
      'a label excuses its own time alone',
      {
        measure: QUARTERLY,
        rows: [{ label: '3 кв. 2021', mark: 'не требуется' }],
        day: OCTOBER,
        gives: Q([OPEN[0], OPEN[1], 'e1 not_required', OPEN[3]]),
      },
    ],
    [
      'a row without a label never takes the place of one that names it, though it was entered first',
      {
        measure: QUARTERLY,
        rows: [{ mark: 'в работе' }, { label: 'I квартал 2021', done: '2021-03-29' }],
        day: OCTOBER,
        gives: Q(['e2 done due', 'e1 overdue due 107', OPEN[2], OPEN[3]]),
      },
    ],
    [
      'nor though it was done in that very quarter: then it repeats the other',
      {
        measure: QUARTERLY,
        rows: [{ done: '2021-03-15' }, { label: 'I квартал', mark: 'в работе' }],
        day: OCTOBER,
        gives: [...Q(['e2 overdue due 198', OPEN[1], OPEN[2], OPEN[3]]), 'e1 repeats e2'],
      },
    ],
    [
      'without a label the day of the work binds',
      {
        measure: QUARTERLY,
        rows: [{ done: '2021-09-29' }],
        day: OCTOBER,
        gives: Q([OPEN[0], OPEN[1], 'e1 done due', OPEN[3]]),
      },
    ],
    [
      'where nobody has entered it, that of the document',
      {
        measure: QUARTERLY,
        rows: [{ doc: '2021-06-29' }],
        day: OCTOBER,
        gives: Q([OPEN[0], 'e1 done due', OPEN[2], OPEN[3]]),
      },
    ],
    [
      'a second row of one quarter takes no quarter that is free',
      {
        measure: QUARTERLY,
        rows: [{ done: '2021-03-10' }, { done: '2021-03-29' }],
        day: OCTOBER,
        gives: [...Q(['e1 done due', OPEN[1], OPEN[2], OPEN[3]]), 'e2 repeats e1'],
      },
    ],
    [
      'a day between the windows binds to the nearest',
      {
        measure: { deadlinePhrase: 'До 5 числа месяца, следующего за отчётным кварталом' },
        rows: [{ done: '2021-07-08' }],
        day: '2021-07-20',
        gives: [
          'IV квартал 2020 · overdue due 196',
          'I квартал 2021 · overdue due 106',
          'II квартал 2021 e1 done_late due 3',
          'III квартал 2021 · not_started',
        ],
      },
    ],
    [
      'rows that say neither take what is free, from the first on, whatever stands above them',
      {
        measure: QUARTERLY,
        rows: [{ mark: 'в работе' }, { mark: 'в работе' }, { done: '2021-02-10' }, { label: 'III квартал' }],
        day: OCTOBER,
        gives: Q(['e3 done due', 'e1 overdue due 107', 'e4 overdue due 15', 'e2 in_progress']),
      },
    ],
    [
      'work that was done after the nearest window is taken takes the next nearest that is free',
      {
        measure: { deadlinePhrase: 'До 5 числа месяца, следующего за отчётным кварталом' },
        rows: [{ done: '2021-07-08' }, { done: '2021-07-09' }],
        day: '2021-07-20',
        gives: [
          'IV квартал 2020 · overdue due 196',
          'I квартал 2021 · overdue due 106',
          'II квартал 2021 e1 done_late due 3',
          'III квартал 2021 e2 done',
        ],
      },
    ],
    [
      'a row too many repeats the first',
      {
        measure: AUGUST,
        rows: [{ mark: 'в работе' }, {}],
        day: '2021-08-20',
        gives: ['август 2021 e1 in_progress', 'e2 repeats e1'],
      },
    ],
  ])('%s', (_, fact) => {
    expect(whatFollows(fact)).toEqual(fact.gives);
  });

  test.each<[string, readonly Row[], readonly string[]]>([
    [
      'of two that are alike the first entered',
      [{ done: '2021-08-20' }, { done: '2021-08-21' }],
      ['e1', 'e2 repeats e1'],
    ],
    [
      'that with the document',
      [{ done: '2021-08-20', doc: 'none' }, { done: '2021-08-21' }],
      ['e2', 'e1 repeats e2'],
    ],
    [
      'that which is done',
      [{ mark: 'в работе' }, { done: '2021-08-21', doc: 'none' }],
      ['e2', 'e1 repeats e2'],
    ],
    [
      'that which is done, though nobody says when',
      [{ mark: 'в работе' }, { mark: 'выполнено' }],
      ['e2', 'e1 repeats e2'],
    ],
    [
      'that which names the time, before one with a document',
      [{ done: '2021-08-20' }, { label: 'август' }],
      ['e2', 'e1 repeats e2'],
    ],
    [
      'of two that name it that with the document',
      [{ label: 'август' }, { label: '08.2021', done: '2021-08-20' }],
      ['e2', 'e1 repeats e2'],
    ],
    [
      '«не требуется» is no better than «в работе»',
      [{ mark: 'в работе' }, { mark: 'не требуется' }],
      ['e1', 'e2 repeats e1'],
    ],
  ])('of rows for one time counts %s', (_, rows, [counted, repeat]) => {
    const { obligations, repeats } = assess({ measure: AUGUST, rows, day: '2021-08-25', gives: [] });
    expect([
      ...obligations.map(({ execution }) => execution?.rowId),
      ...repeats.map(({ execution, of }) => `${execution.rowId} repeats ${of.rowId}`),
    ]).toEqual([counted, repeat]);
  });

  test.each<[string, Fact]>([
    [
      'a label of another year names none: the row stands for nothing',
      {
        measure: AUGUST,
        rows: [{ label: 'август 2020', done: '2020-08-20' }],
        day: OCTOBER,
        gives: ['август 2021 · overdue due 45', 'e1 label_none'],
      },
    ],
    [
      'a label that names several stands for none of them',
      {
        measure: QUARTERLY,
        rows: [{ label: '2021', done: '2021-03-29' }],
        day: OCTOBER,
        gives: [...Q(OPEN), 'e1 label_several'],
      },
    ],
    [
      'a label that is not understood is not guessed, whatever the day of the work',
      {
        measure: QUARTERLY,
        rows: [{ label: 'по плану', done: '2021-03-29' }],
        day: OCTOBER,
        gives: [...Q(OPEN), 'e1 label_unread'],
      },
    ],
    [
      'where there is one time only such a word leaves nothing to choose',
      {
        measure: AUGUST,
        rows: [{ label: 'по плану', done: '2021-08-20' }],
        day: OCTOBER,
        gives: ['август 2021 e1 done due'],
      },
    ],
    [
      'work of the year before is not for this one',
      {
        measure: AUGUST,
        rows: [{ done: '2020-08-20' }],
        day: OCTOBER,
        gives: ['август 2021 · overdue due 45', 'e1 before_period'],
      },
    ],
    [
      'nor where the label names no year',
      {
        measure: AUGUST,
        rows: [{ label: 'август', done: '2020-08-20' }],
        day: OCTOBER,
        gives: ['август 2021 · overdue due 45', 'e1 before_period'],
      },
    ],
    [
      'the first day of the period is in it',
      { measure: AUGUST, rows: [{ done: '2021-01-01' }], day: OCTOBER, gives: ['август 2021 e1 done due'] },
    ],
    [
      'a window that opens before the period is no other period',
      {
        measure: LETTER,
        acts: [{ date: '2020-12-25' }],
        rows: [{ done: '2020-12-28' }],
        day: '2021-01-15',
        gives: ['письмо МОиН от 25.12.2020 № 1 e1 done due'],
      },
    ],
    [
      'work that is not done has no day that could be another period’s',
      {
        measure: AUGUST,
        rows: [{ mark: 'в работе', done: '2020-12-28', doc: 'none' }],
        day: '2021-08-20',
        gives: ['август 2021 e1 in_progress'],
      },
    ],
    [
      'but where the label says so',
      {
        measure: AUGUST,
        rows: [{ label: 'август 2021', done: '2020-12-28' }],
        day: OCTOBER,
        gives: ['август 2021 e1 done due'],
      },
    ],
    [
      'a document of the year before does not make the work one of that year',
      {
        measure: AUGUST,
        rows: [{ done: '2021-08-20', doc: '2020-12-28' }],
        day: OCTOBER,
        gives: ['август 2021 e1 done due'],
      },
    ],
    [
      'work before its window, in the period, counts',
      { measure: AUGUST, rows: [{ done: '2021-07-20' }], day: OCTOBER, gives: ['август 2021 e1 done due'] },
    ],
  ])('%s', (_, fact) => {
    expect(whatFollows(fact)).toEqual(fact.gives);
  });
});

describe('done, done late, not done', () => {
  /** «Август»: 31.08.2021 is a Tuesday. */
  test.each<[string, Row, CalendarDate, string]>([
    ['on the last day is in time', { done: '2021-08-31' }, OCTOBER, 'done due'],
    ['a day later is late by a day', { done: '2021-09-01' }, OCTOBER, 'done_late due 1'],
    ['late by the days between', { done: '2021-10-14' }, OCTOBER, 'done_late due 44'],
    [
      'late without a document is not proved',
      { done: '2021-10-14', doc: 'none' },
      OCTOBER,
      'done_unproved due',
    ],
    [
      'late by the day of the document where there is no other',
      { doc: '2021-09-10' },
      OCTOBER,
      'done_late due 10',
    ],
    [
      'in time, though the document came later',
      { done: '2021-08-31', doc: '2021-09-10' },
      OCTOBER,
      'done due',
    ],
    ['with a link and no day nobody can say late', { doc: 'link' }, OCTOBER, 'done due'],
    ['on a day still to come is not done', { done: '2021-10-16' }, OCTOBER, 'overdue due 45'],
    ['on the day itself is done', { done: OCTOBER }, OCTOBER, 'done_late due 45'],
    [
      'a document of a day still to come proves nothing',
      { done: '2021-08-20', doc: '2021-10-16' },
      OCTOBER,
      'done_unproved due',
    ],
    ['early is done and not due', { done: '2021-08-10' }, '2021-08-15', 'done'],
    ['not required, however late, is not due', { mark: 'не требуется' }, OCTOBER, 'not_required'],
    ['in progress on the last day', { mark: 'в работе' }, '2021-08-31', 'in_progress due'],
    ['in progress the day after', { mark: 'в работе' }, '2021-09-01', 'overdue due 1'],
  ])('%s', (_, row, day, state) => {
    expect(whatFollows({ measure: AUGUST, rows: [row], day, gives: [] })).toEqual([
      `август 2021 e1 ${state}`,
    ]);
  });

  /** 02.10.2021 is a Saturday: the last day is Monday the 4th, or with the policy of the day before Friday the 1st. */
  test.each<[string, Fact['settings'], Row, CalendarDate, string]>([
    ['Monday is in time', {}, { done: '2021-10-04' }, OCTOBER, 'done due'],
    ['Tuesday is late, counted from the date', {}, { done: '2021-10-05' }, OCTOBER, 'done_late due 3'],
    ['not done on Monday is not overdue', {}, {}, '2021-10-04', 'due_soon due'],
    ['not done on Tuesday is', {}, {}, '2021-10-05', 'overdue due 3'],
    [
      'by the day before: Friday is in time',
      { overduePolicy: 'previous' },
      { done: '2021-10-01' },
      OCTOBER,
      'done due',
    ],
    [
      'by the day before: Saturday is late by a day',
      { overduePolicy: 'previous' },
      { done: '2021-10-02' },
      '2021-10-02',
      'done_late due 1',
    ],
    [
      'by the day before: not done on Saturday is overdue',
      { overduePolicy: 'previous' },
      {},
      '2021-10-02',
      'overdue due 1',
    ],
  ])('where the date is a day off: %s', (...[, settings, row, day, state]) => {
    const fact = { measure: { deadlinePhrase: 'до 2 октября' }, rows: [row], day, gives: [] };
    expect(whatFollows({ ...fact, ...(settings && { settings }) })).toEqual([`02.10.2021 e1 ${state}`]);
  });

  test('a date by hand on a day off reminds earlier, and is overdue later', () => {
    const manual = { date: '2021-10-02', reason: 'перенос', author: 'начальник' } as const;
    const { measures } = assess({ measure: { ...QUARTERLY, manual }, day: OCTOBER, gives: [] });
    expect(measures[0]?.occurrences).toEqual([
      {
        label: '',
        start: '2021-01-01',
        end: '2021-10-02',
        controlDate: '2021-10-02',
        remindDate: '2021-10-01',
        overdueAfter: '2021-10-04',
      },
    ]);
  });
});

describe('who owes what', () => {
  const TWO = [{}, {}];
  const JOINED = [{ bank: { includedOn: '2021-05-01' } }] as const;
  const LEFT = [{ bank: { exitDate: '2021-06-30' } }] as const;
  const REQUEST = { deadlinePhrase: 'По запросу' };

  test.each<[string, Fact]>([
    [
      'on request by its phrase, with the scope of each school: each school, and no day',
      {
        measure: REQUEST,
        schools: TWO,
        day: '2021-12-31',
        gives: ['ОО № 1 — · on_request', 'ОО № 2 — · on_request'],
      },
    ],
    [
      'on request by its scope, whatever its phrase says',
      {
        measure: { ...AUGUST, scope: 'on_request' },
        rows: [{ mark: 'в работе' }],
        day: '2021-12-31',
        gives: ['— e1 on_request'],
      },
    ],
    [
      'of the municipality: one, though a school is typed beside it',
      {
        measure: { ...AUGUST, scope: 'municipality' },
        schools: TWO,
        rows: [
          { school: 'ОО № 2', done: '2021-08-20' },
          { school: null, mark: 'в работе' },
        ],
        day: OCTOBER,
        gives: ['муниципалитет август 2021 e1 done due', 'e2 repeats e1'],
      },
    ],
    ['waiting for a letter: no day', { measure: LETTER, day: '2021-12-31', gives: ['— · waiting_act'] }],
    [
      'two letters: one obligation, of the later',
      {
        measure: LETTER,
        acts: [{ date: '2021-03-01' }, { date: '2021-02-10' }],
        day: OCTOBER,
        gives: ['письмо МОиН от 01.03.2021 № 1 · overdue due 220'],
      },
    ],
    [
      'two letters of one day: that entered later',
      {
        measure: LETTER,
        acts: [{ date: '2021-03-01' }, { date: '2021-03-01', dueDate: '2021-11-01' }],
        day: OCTOBER,
        gives: ['письмо МОиН от 01.03.2021 № 2 · due_soon'],
      },
    ],
    [
      'of one day, whatever the sheet is sorted to',
      {
        measure: LETTER,
        acts: [
          { rowId: 'a10', number: '10', date: '2021-03-01', dueDate: '2021-11-01' },
          { rowId: 'a9', number: '9', date: '2021-03-01' },
        ],
        day: OCTOBER,
        gives: ['письмо МОиН от 01.03.2021 № 10 · due_soon'],
      },
    ],
    [
      'one that joins today is on the list',
      {
        measure: QUARTERLY,
        schools: [{ bank: { includedOn: OCTOBER } }],
        day: OCTOBER,
        gives: ['IV квартал 2021 · not_started'],
      },
    ],
    [
      'one of a later year is not',
      { measure: AUGUST, schools: [{ bank: { yearIncluded: 2022 } }], day: OCTOBER, gives: [] },
    ],
    [
      'one that leaves today has left',
      {
        measure: QUARTERLY,
        schools: [{ bank: { exitDate: '2021-06-30' } }],
        day: '2021-06-30',
        gives: ['I квартал 2021 · overdue due 91', 'II квартал 2021 · due_soon due'],
      },
    ],
    [
      'one that joined later owes what ends on that day or after',
      {
        measure: QUARTERLY,
        schools: JOINED,
        day: OCTOBER,
        gives: [
          'II квартал 2021 · overdue due 107',
          'III квартал 2021 · overdue due 15',
          'IV квартал 2021 · not_started',
        ],
      },
    ],
    [
      'to the day',
      {
        measure: AUGUST,
        schools: [{ bank: { includedOn: '2021-08-31' } }],
        day: OCTOBER,
        gives: ['август 2021 · overdue due 45'],
      },
    ],
    [
      'a day later nothing',
      { measure: AUGUST, schools: [{ bank: { includedOn: '2021-09-01' } }], day: OCTOBER, gives: [] },
    ],
    [
      'one that has not joined yet owes nothing at all',
      { measure: QUARTERLY, schools: [{ bank: { includedOn: '2021-10-16' } }], day: OCTOBER, gives: [] },
    ],
    [
      'the letter of the list tells when it joined',
      {
        measure: AUGUST,
        schools: [{ bank: { listBasis: 'письмо МОиН от 01.09.2021 № 5', yearIncluded: 2021 } }],
        day: OCTOBER,
        gives: [],
      },
    ],
    [
      'unless the year says that it was there before',
      {
        measure: AUGUST,
        schools: [{ bank: { listBasis: 'письмо МОиН от 01.09.2021 № 5', yearIncluded: 2020 } }],
        day: OCTOBER,
        gives: ['август 2021 · overdue due 45'],
      },
    ],
    [
      'or the letter names two days',
      {
        measure: AUGUST,
        schools: [{ bank: { listBasis: 'приказ от 01.09.2021, изменён 01.10.2021' } }],
        day: OCTOBER,
        gives: ['август 2021 · overdue due 45'],
      },
    ],
    [
      'its rows for earlier times stand for nothing',
      {
        measure: QUARTERLY,
        schools: JOINED,
        rows: [{ label: 'I квартал', done: '2021-03-29' }, { done: '2021-02-10' }, { mark: 'в работе' }],
        day: OCTOBER,
        gives: [
          'II квартал 2021 e3 overdue due 107',
          'III квартал 2021 · overdue due 15',
          'IV квартал 2021 · not_started',
          'e1 not_owed',
          'e2 not_owed',
        ],
      },
    ],
    [
      'one that left owes what fell due by then',
      {
        measure: QUARTERLY,
        schools: LEFT,
        rows: [{ label: 'III квартал', mark: 'в работе' }],
        day: OCTOBER,
        gives: ['I квартал 2021 · overdue due 198', 'II квартал 2021 · overdue due 107', 'e1 not_owed'],
      },
    ],
    ['nor what has no day', { measure: REQUEST, schools: LEFT, day: OCTOBER, gives: [] }],
    [
      'before it left it owes all',
      {
        measure: AUGUST,
        schools: [{ bank: { exitDate: '2021-08-20' } }],
        day: '2021-08-19',
        gives: ['август 2021 · due_soon'],
      },
    ],
    [
      'one with the status of having left owes nothing where nobody says when',
      {
        measure: AUGUST,
        schools: [{ status: 'вышла' }, {}],
        day: OCTOBER,
        gives: ['ОО № 2 август 2021 · overdue due 45'],
      },
    ],
    [
      'with that status, too, it owes what fell due before it left',
      {
        measure: QUARTERLY,
        schools: [{ status: 'вышла', bank: { exitDate: '2021-06-30' } }],
        rows: [{ label: 'I квартал', done: '2021-03-20' }],
        day: OCTOBER,
        gives: ['I квартал 2021 e1 done due', 'II квартал 2021 · overdue due 107'],
      },
    ],
    [
      'one that left before anything fell due is in no figure, and neither are its rows',
      {
        measure: AUGUST,
        schools: [{ status: 'вышла', bank: { exitDate: '2021-02-01' } }, {}],
        rows: [{ mark: 'в работе' }],
        day: OCTOBER,
        gives: ['ОО № 2 август 2021 · overdue due 45'],
      },
    ],
    [
      'one that left before the period is in no figure',
      {
        measure: { deadlinePhrase: 'до 15.12.2020' },
        schools: [{ status: 'вышла', bank: { exitDate: '2020-12-31' } }],
        day: OCTOBER,
        gives: [],
      },
    ],
  ])('%s', (_, fact) => {
    expect(whatFollows(fact)).toEqual(fact.gives);
  });
});

describe('the plan of rows', () => {
  test.each<[string, Fact, readonly string[]]>([
    [
      'has a row for each time that no row answers',
      { measure: QUARTERLY, rows: [{ label: '2 квартал' }], day: OCTOBER, gives: [] },
      ['ОО № 1 I квартал 2021', 'ОО № 1 III квартал 2021', 'ОО № 1 IV квартал 2021'],
    ],
    ['names no time where there is one', { measure: AUGUST, day: OCTOBER, gives: [] }, ['ОО № 1 ']],
    [
      'has none for what a school does not owe',
      {
        measure: QUARTERLY,
        schools: [
          { bank: { includedOn: '2021-07-01' } },
          { bank: { exitDate: '2021-03-31' } },
          { bank: { includedOn: '2022-01-01' } },
        ],
        day: OCTOBER,
        gives: [],
      },
      ['ОО № 1 III квартал 2021', 'ОО № 1 IV квартал 2021', 'ОО № 2 I квартал 2021'],
    ],
    [
      'nor for what is done on request',
      { measure: { deadlinePhrase: 'По запросу' }, day: OCTOBER, gives: [] },
      [],
    ],
    [
      'nor for the municipality',
      { measure: { ...AUGUST, scope: 'municipality' }, day: OCTOBER, gives: [] },
      [],
    ],
  ])('%s', (_, fact, rows) => {
    const missing = findMissingRows(assess(fact));
    expect(missing.map(({ school, occurrence }) => `${school} ${occurrence}`)).toEqual(rows);
  });
});

describe('what is said of it', () => {
  test.each<[string, Fact, readonly string[]]>([
    [
      'a label that names none, with what may be written',
      { measure: QUARTERLY, rows: [{ label: 'сентябрь', done: '2021-09-29' }], day: '2021-09-30', gives: [] },
      [
        'e1 occurrence error «За какой срок»: «сентябрь» — такого срока у мероприятия нет, строка не учтена. ' +
          'Напишите один из сроков: I квартал 2021, II квартал 2021, III квартал 2021, IV квартал 2021. Год можно не писать.',
      ],
    ],
    [
      'a label that names several',
      { measure: QUARTERLY, rows: [{ label: '2021 год' }], day: '2021-03-01', gives: [] },
      [
        'e1 occurrence error «За какой срок»: «2021 год» — подходит к нескольким срокам мероприятия, строка не учтена. ' +
          'Напишите один из сроков: I квартал 2021, II квартал 2021, III квартал 2021, IV квартал 2021. Год можно не писать.',
      ],
    ],
    [
      'a word where one time leaves nothing to choose',
      { measure: AUGUST, rows: [{ label: 'план' }], day: '2021-08-01', gives: [] },
      [
        'e1 occurrence warning «За какой срок»: «план» — не понять, какой это срок; срок у мероприятия один, строка учтена ' +
          'за него. Оставьте ячейку пустой или напишите «август 2021».',
      ],
    ],
    [
      'work of the year before',
      { measure: AUGUST, rows: [{ done: '2020-10-14' }], day: '2021-08-01', gives: [] },
      [
        'e1 doneOn error Исполнено 14.10.2020 — до начала отчётного периода (01.01.2021): строка не учтена. Исправьте дату ' +
          'исполнения. Если работа всё же за срок этого периода, назовите его в «За какой срок» с годом: «август 2021».',
      ],
    ],
    [
      'nothing of work on the first day of its window',
      { measure: AUGUST, rows: [{ done: '2021-08-01' }], day: '2021-08-01', gives: [] },
      [],
    ],
    [
      'nothing of a letter whose term is its own day',
      { measure: LETTER, acts: [{ date: '2021-10-01', dueDate: '2021-10-01' }], day: OCTOBER, gives: [] },
      [],
    ],
    [
      'work before its window',
      { measure: AUGUST, rows: [{ done: '2021-07-20' }], day: '2021-08-01', gives: [] },
      [
        'e1 doneOn warning Исполнено 20.07.2021, раньше, чем начинается срок (01.08.2021). Проверьте дату исполнения и то, ' +
          'за какой срок эта работа.',
      ],
    ],
    [
      'words that name no document, each where it stands',
      {
        measure: AUGUST,
        rows: [{ done: '2021-08-20', doc: 'none', words: { kind: 'приказ', link: 'потом', number: 'нет' } }],
        day: '2021-08-25',
        gives: [],
      },
      [
        'e1 link warning Отмечено «выполнено», но документа не найти: «Ссылка»: «потом» — это не адрес; «Номер ' +
          'документа»: «нет» — это не номер. Укажите номер, дату документа — или ссылку на документ, впишите её адрес целиком (https://…), а ' +
          'не слово вместо него.',
      ],
    ],
    [
      'a kind that is none',
      {
        measure: AUGUST,
        rows: [{ done: '2021-08-20', words: { kind: 'устно' } }],
        day: '2021-08-25',
        gives: [],
      },
      [
        'e1 evidenceKind warning Отмечено «выполнено», но документа не найти: «Вид документа»: «устно» — это не документ. ' +
          'Укажите вид документа — или ссылку на документ.',
      ],
    ],
    [
      'a day of the work without the mark',
      { measure: AUGUST, rows: [{ done: '2021-08-20', mark: 'в работе' }], day: '2021-08-25', gives: [] },
      [
        'e1 mark warning «Дата исполнения» — 20.08.2021, а отметки «выполнено» нет: выполненной строка не считается. Если ' +
          'сделано, выберите «выполнено»; если нет, уберите дату исполнения.',
      ],
    ],
    [
      'a document without the mark',
      { measure: AUGUST, rows: [{ doc: 'link', mark: 'не начато' }], day: '2021-08-15', gives: [] },
      [
        'e1 mark warning Подтверждающий документ указан, а отметки «выполнено» нет: выполненной строка не считается. Если ' +
          'сделано, выберите «выполнено»; если нет, уберите документ.',
      ],
    ],
    [
      'nothing of work that has its order and is going on, nor of a day to come',
      {
        measure: QUARTERLY,
        rows: [
          { label: 'I квартал', doc: '2021-01-20', mark: 'в работе' },
          { label: 'II квартал', done: '2021-05-01', doc: 'none', mark: 'в работе' },
        ],
        day: '2021-02-01',
        gives: [],
      },
      [],
    ],
    [
      'a document later than the work',
      { measure: AUGUST, rows: [{ done: '2021-08-20', doc: '2021-08-21' }], day: '2021-09-01', gives: [] },
      [
        'e1 evidenceDate warning Документ датирован 21.08.2021, позже исполнения (20.08.2021). Проверьте обе даты: документ ' +
          'обычно составляют не позже того дня, когда работа исполнена.',
      ],
    ],
    [
      'a document of a day still to come',
      { measure: AUGUST, rows: [{ done: '2021-08-20', doc: '2021-09-02' }], day: '2021-09-01', gives: [] },
      [
        'e1 evidenceDate error Документ датирован 02.09.2021, этот день ещё не наступил: пока он ничего не подтверждает. ' +
          'Исправьте дату документа.',
      ],
    ],
    [
      'of two letters the one that no longer counts',
      {
        measure: LETTER,
        acts: [{ date: '2021-03-01', dueDate: '2021-12-01' }, { date: '2021-02-10' }],
        day: '2021-03-02',
        gives: [],
      },
      [
        'a2 measures warning Срок мероприятия 4.2 считается по другому акту: письмо от 01.03.2021 № 1. Если этот акт больше ' +
          'не действует, уберите 4.2 из «К мероприятиям».',
      ],
    ],
    [
      'a letter whose term lies before its own day',
      { measure: LETTER, acts: [{ date: '2021-10-01', dueDate: '2021-09-01' }], day: OCTOBER, gives: [] },
      [
        'a1 dueDate error Срок по акту (01.09.2021) раньше даты самого акта (01.10.2021). Исправьте срок или дату акта.',
      ],
    ],
    [
      'a row for a time when the school was not on the list',
      {
        measure: QUARTERLY,
        schools: [{ bank: { includedOn: '2021-05-01' } }],
        rows: [{ label: 'I квартал', done: '2021-03-29' }],
        day: '2021-06-01',
        gives: [],
      },
      [
        'e1 school reminder Школа включена в список с 01.05.2021: за этот срок она не отчитывается, строка не учтена. Если ' +
          'день назван неверно, исправьте его на листе «Школы»; иначе строку можно удалить.',
      ],
    ],
    [
      'a school that came after others, and nobody says when',
      {
        measure: AUGUST,
        schools: [{ bank: { yearIncluded: 2020 } }, { bank: { yearIncluded: 2021 } }],
        day: '2021-02-01',
        gives: [],
      },
      [
        's2 includedOn reminder Школа включена в список в 2021 году, позже других, а с какого дня — не указано: считаются ' +
          'все сроки. Заполните «Включена с»: за то, что закончилось раньше, школа не отчитывается.',
      ],
    ],
    [
      'nothing, where all came in one year',
      {
        measure: AUGUST,
        schools: [{ bank: { yearIncluded: 2021 } }, { bank: { yearIncluded: 2021 } }],
        day: '2021-02-01',
        gives: [],
      },
      [],
    ],
    [
      'a school that has left and keeps its status',
      { measure: AUGUST, schools: [{ bank: { exitDate: '2021-02-01' } }], day: '2021-02-01', gives: [] },
      [
        's1 status warning «Дата выхода» — 01.02.2021, а статус — «ШНОР»: сроки после этого дня не считаются. Поставьте ' +
          'статус «вышла» или уберите дату выхода.',
      ],
    ],
    [
      'a school that has left, nobody says when',
      { measure: AUGUST, schools: [{ status: 'вышла' }], day: '2021-02-01', gives: [] },
      [
        's1 exitDate warning Статус «вышла», а когда — не указано: в отчёт не входит и то, что школа должна была ' +
          'сделать до выхода. Заполните «Дата выхода»: сроки по этот день учитываются, после него — нет.',
      ],
    ],
    [
      'a school that came and left on one day',
      {
        measure: AUGUST,
        schools: [{ status: 'вышла', bank: { includedOn: '2021-02-01', exitDate: '2021-02-01' } }],
        day: '2021-02-01',
        gives: [],
      },
      [],
    ],
    [
      'a school that left before it came',
      {
        measure: AUGUST,
        schools: [{ bank: { includedOn: '2021-02-02', exitDate: '2021-02-01' } }],
        day: '2021-02-01',
        gives: [],
      },
      [
        's1 exitDate error Школа вышла из списка 01.02.2021, раньше, чем включена в него (02.02.2021). Исправьте ' +
          '«Включена с» или «Дата выхода».',
      ],
    ],
  ])('%s', (_, fact, said) => {
    const { findings } = assess(fact);
    const told = findings
      .filter(({ code }) => !/^(?:overdue|due_)|without_row|deadline_|act_awaited/u.test(code))
      .map(({ place, severity, message, advice }) =>
        [place.rowId, place.column, severity, message, advice].join(' '),
      );
    expect(told).toEqual(said);
  });
});

describe('a control date set by hand', () => {
  const told = (date: CalendarDate) => {
    const manual = { date, reason: 'решение', author: 'начальник' };
    return assess({ measure: { ...AUGUST, manual }, day: OCTOBER, gives: [] })
      .findings.filter(({ code }) => code === 'manual_outside_period')
      .map(({ place, severity, message }) => [place.rowId, place.column, severity, message].join(' '));
  };

  test.each<CalendarDate>(['2021-01-01', '2021-12-31'])('may be any day of the period: %s', (date) => {
    expect(told(date)).toEqual([]);
  });

  test.each<CalendarDate>(['2020-12-31', '2022-01-01'])('is asked about outside it: %s', (date) => {
    expect(told(date)).toHaveLength(1);
  });

  test('is named with its measure and the period', () => {
    expect(told('2022-12-31')).toEqual([
      'r4.2 manualDate warning Контрольная дата мероприятия 4.2 назначена вручную на 31.12.2022 — вне периода ' +
        '01.01.2021–31.12.2021.',
    ]);
  });
});

describe('a term of an act that nobody can read', () => {
  const unread = {
    measure: LETTER,
    acts: [{ date: '2021-09-01', isDueUnread: true }],
    day: OCTOBER,
  } as const;

  test('is no term of the usual length', () => {
    expect(whatFollows({ ...unread, gives: [] })).toEqual(['— · no_deadline']);
  });

  test('is told as an error at the measure', () => {
    const { findings } = assess({ ...unread, gives: [] });
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toContain(
      'error «Согласно письму МОиН» → в акте (письмо МОиН от 01.09.2021 № 1) свой срок, а прочесть его ' +
        'нельзя: исправьте «Срок по акту».',
    );
  });

  test('gives way to a later act that can be read', () => {
    const acts = [...unread.acts, { date: '2021-09-10', dueDate: '2021-09-20' } as const];
    expect(whatFollows({ ...unread, acts, gives: [] })[0]).toMatch(/overdue due 25$/u);
  });
});

describe('an act that names a day for a term that no act sets', () => {
  const said = (fact: Pick<Fact, 'measure'>, dueDate?: CalendarDate) => {
    const acts = [{ date: '2021-03-01', ...(dueDate && { dueDate }) } as const];
    return assess({ ...fact, acts, day: OCTOBER, gives: [] })
      .findings.filter(({ place }) => place.worksheet === 'acts')
      .map(({ place, severity, message }) => [place.rowId, place.column, severity, message].join(' '));
  };
  const NAMED = 'a1 dueDate warning Срок по акту (01.12.2021) на мероприятие 4.2 не действует: ';
  const manual = { date: '2021-11-20', reason: 'приказ', author: 'начальник' } as const;

  test.each<[string, Fact['measure'], string]>([
    ['one month', AUGUST, 'его срок «Август» задаёт не акт.'],
    ['several times', QUARTERLY, 'его срок «Ежеквартально» задаёт не акт.'],
    [
      'days after an event, counted from the act’s own date',
      { deadlinePhrase: 'в течение 5 рабочих дней после приказа' },
      'его срок «в течение 5 рабочих дней после приказа» задаёт не акт.',
    ],
    ['none', { deadlinePhrase: ' ' }, 'его срок пуст.'],
    ['set by hand', { ...LETTER, manual }, 'контрольная дата назначена вручную, 20.11.2021.'],
    ['on request', { ...LETTER, scope: 'on_request' }, 'оно исполняется по запросу.'],
  ])('is told, where the term is %s', (_, measure, why) => {
    expect(said({ measure }, '2021-12-01')).toEqual([NAMED + why]);
  });

  test.each<[string, Fact['measure'], CalendarDate | undefined]>([
    ['where it sets the term', LETTER, '2021-12-01'],
    ['where it names no day', AUGUST, undefined],
    ['where it names the very day', AUGUST, '2021-08-31'],
    ['where it names one of several days', QUARTERLY, '2021-09-30'],
    ['where it names the day set by hand', { ...AUGUST, manual }, '2021-11-20'],
  ])('is not told, %s', (_, measure, dueDate) => {
    expect(said({ measure }, dueDate)).toEqual([]);
  });
});

describe('what is overdue without a counted row', () => {
  const told = (rows: readonly Row[]) =>
    assess({ measure: AUGUST, schools: [{}, {}], rows, day: OCTOBER, gives: [] })
      .findings.filter(({ code }) => code === 'overdue_without_row')
      .map(({ advice }) => advice);

  test('says which rows stand there already and are to be mended', () => {
    const wrong = { label: 'сентябрь', done: '2021-08-20' } as const;
    const mend = 'На листе «Исполнение» есть строки, которые не учтены';
    expect(told([])).toEqual(['Внесите строки на лист «Исполнение».']);
    expect(told([wrong])).toEqual([
      `${mend} (ОО № 1): исправьте их по замечаниям; остальные строки внесите.`,
    ]);
    expect(told([wrong, { ...wrong, school: 'ОО № 2' }])).toEqual([
      `${mend} (ОО № 1, ОО № 2): исправьте их по замечаниям.`,
    ]);
  });
});
