import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { calendarYear, schoolYear } from '../../../../functions/domain/dates/period.ts';
import {
  MARKS,
  SCHOOL_STATUSES,
  type Execution,
  type JournalEntry,
  type Mark,
  type School,
  type WorkbookRecords,
} from '../../../../functions/domain/records/records.ts';
import { REGULATION_148_01 } from '../../../../functions/domain/records/regulation.ts';
import { planItem, records, SETTINGS } from '../records/records-builder.ts';

const day: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 700 })
  .map((days) => addDays('2020-06-01', days));

/** Schools are on the list most of the time. */
const earlier = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2020-06-01', days));
const later = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2021-04-01', days));

/** With a date of its own or none, so that every state comes about. */
const PHRASES = [
  'До сентября',
  'Ежеквартально',
  'Ежеквартально',
  'Согласно приказу МОиН',
  'по обстановке как-нибудь',
  '31.09.2021',
  '',
];

/** As people write them; of another time, of several times, and of none that is understood, too. */
const LABELS = [
  'I квартал',
  '2 кв. 2021',
  '3-й квартал',
  'за IV квартал',
  'август',
  'сентябрь 2021',
  '2021',
  '2020/21',
  '31.08.2021',
  'III квартал 2019',
  'по плану',
];

const evidence = fc.oneof(
  fc.constant({}),
  fc.constant({ link: 'https://example.org' }),
  fc.constant({ link: 'https://example.org' }),
  day.map((date) => ({ kind: 'приказ', number: '7', date })),
);

const school = fc.record({
  number: fc.integer({ min: 1, max: 7 }),
  status: fc.constantFrom('ШНОР', 'ШНОР', ...SCHOOL_STATUSES),
  bank: fc.option(
    fc.record(
      {
        yearIncluded: fc.integer({ min: 2019, max: 2022 }),
        studentsTotal: fc.integer({ min: 0, max: 30 }),
        graduates9: fc.integer({ min: 0, max: 30 }),
        ogeFail: fc.integer({ min: 0, max: 100 }),
        exitDate: later,
        includedOn: earlier,
        listBasis: fc.constantFrom('письмо', 'письмо от 01.03.2021 № 15', 'приказ от 15.11.2020 № 2'),
        updatedOn: day,
      },
      { requiredKeys: [] },
    ),
  ),
});

/** Most rows the controller has not touched. */
const control = fc.option(
  fc.record(
    {
      takenOffOn: day,
      returned: fc.constant('нет подписи'),
      postponedTo: day,
      postponementGround: fc.constant('письмо школы'),
    },
    { requiredKeys: [] },
  ),
  { freq: 2 },
);

const execution = fc.record({
  school: fc.integer({ min: 1, max: 7 }),
  measure: fc.constantFrom(...REGULATION_148_01.map(({ number }) => number), '9.9'),
  occurrence: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, fc.constantFrom(...LABELS)),
  mark: fc.oneof({ weight: 2, arbitrary: fc.constant<Mark>('выполнено') }, fc.constantFrom(...MARKS)),
  doneOn: fc.option(day, { freq: 4 }),
  evidence,
  control,
});

/** Few schools and topics and a busy month, so that entries share them. */
const entry = fc.record({
  date: fc.oneof(day, fc.constantFrom<CalendarDate[]>('2021-02-01', '2021-02-15', '2021-02-28')),
  kind: fc.constantFrom('собеседование', 'консультация', 'КПК', 'экскурсия'),
  measure: fc.constantFrom('1.2', '4.2'),
  school: fc.option(fc.integer({ min: 1, max: 4 })),
  topic: fc.constantFrom('', 'ВСОКО', 'План'),
  leaders: fc.option(fc.integer({ min: 0, max: 9 })),
  teachers: fc.option(fc.integer({ min: 0, max: 30 })),
  evidence,
});

/** Few titles and terms, so that some repeat one another. */
const ofPlan = fc.record({
  school: fc.integer({ min: 1, max: 7 }),
  title: fc.constantFrom('Клуб', 'Курсы', 'Лекторий'),
  deadline: fc.constantFrom('до 15 октября', 'март', ...PHRASES),
  mark: fc.constantFrom<Mark>('выполнено', ...MARKS),
  doneOn: fc.option(day, { freq: 4 }),
  evidence,
});

const act = fc.record({ date: day, dueDate: fc.option(day), measures: fc.subarray(['1.1', '5.1', '3.1']) });

const nameOf = (number: number): string => `ОО № ${number}`;

/** A workbook with doubled schools and rows, unread deadlines, acts, and dates on both sides of any day. */
export const anyRecords: fc.Arbitrary<WorkbookRecords> = fc
  .record({
    isSchoolYear: fc.boolean(),
    needsAcceptance: fc.boolean(),
    schools: fc.array(school, { maxLength: 8, size: 'max' }),
    executions: fc.array(execution, { maxLength: 60, size: 'max' }),
    journal: fc.array(entry, { maxLength: 40, size: 'max' }),
    acts: fc.array(act, { maxLength: 3 }),
    plans: fc.array(ofPlan, { maxLength: 12, size: 'max' }),
    phrases: fc.array(fc.option(fc.constantFrom(...PHRASES)), { minLength: 11, maxLength: 11 }),
  })
  .map(({ isSchoolYear, needsAcceptance, phrases, ...rows }) =>
    records({
      settings: {
        ...SETTINGS,
        period: isSchoolYear ? schoolYear(2020) : calendarYear(2021),
        control: { ...SETTINGS.control, needsAcceptance },
      },
      measures: REGULATION_148_01.map((item, index) => ({
        ...item,
        rowId: `r${index + 1}`,
        deadlinePhrase: phrases[index] ?? item.deadlinePhrase,
      })),
      schools: rows.schools.map(({ number, status, bank }, index): School => ({
        rowId: `s${index + 1}`,
        name: nameOf(number),
        status,
        ...(bank && { bank }),
      })),
      executions: rows.executions.map(
        ({ school: number, doneOn, control: marks, ...of }, index): Execution => ({
          rowId: `e${index + 1}`,
          school: of.measure === '2.2' ? null : nameOf(number),
          ...of,
          ...(doneOn && { doneOn }),
          ...(marks && { control: marks }),
        }),
      ),
      journal: rows.journal.map(({ school: number, leaders, teachers, ...of }, index): JournalEntry => ({
        rowId: `j${index + 1}`,
        school: number === null ? null : nameOf(number),
        ...of,
        ...(leaders !== null && { leaders }),
        ...(teachers !== null && { teachers }),
      })),
      schoolPlans: rows.plans.map(({ school: number, doneOn, ...of }, index) =>
        planItem({
          rowId: `m${index + 1}`,
          school: nameOf(number),
          ...of,
          ...(doneOn && { doneOn }),
        }),
      ),
      acts: rows.acts.map(({ dueDate, ...of }, index) => ({
        rowId: `a${index + 1}`,
        kind: 'приказ',
        issuer: 'МОиН',
        number: String(index + 1),
        ...of,
        ...(dueDate && { dueDate }),
      })),
    }),
  );

/** The last day that any record bears, or later. */
export const TODAY: CalendarDate = '2022-06-01';
export const anyDay = day;
