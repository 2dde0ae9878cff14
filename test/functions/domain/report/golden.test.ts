import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { statesShown } from '../../../../functions/domain/report/tables/figure-states.ts';
import { composeReport, type ReportInput } from '../../../../functions/domain/report/compose-document.ts';
import {
  GOLDEN_DAY_2020_21,
  GOLDEN_DAY_2021,
  goldenRecords2020to21,
  goldenRecords2021,
} from '../../../support/golden-workbook.ts';
import { linesOf, tableOf } from './tables.ts';

/*
 * Derived by hand, nothing copied from a run. The marks of golden-workbook.ts, a letter a school (1 to 6, then 9, 10),
 * with the control date that the deadline has in 2021, as of 15.10.2021 (a Friday). № 9 has joined on 01.07.2021: what
 * ended before is not owed (–). № 10 has left on 30.06.2021: what falls due later is not owed, nor what has no date.
 *
 *        control     marks    9 10  due   state of each
 *   1.1  09.03.2021  DDDDUX   –  T  6     the later letter, of 01.03. + 5 working days (2, 3, 4, 5, 9; the 8th is a day
 *                                         off); T: done on 12.03., 3 days late
 *   1.2  31.12.2021  DDWNW.   N  –  0     «в течение года»: 2 done, 2 in progress, 3 not begun; D of № 10 is not owed
 *   1.3  on request  DW....   .  –  0     1 done; without a date the mark «в работе» is still «по запросу»: 6
 *   2.1  31.08.2021  DDDBWE   T  –  7     3 done; B: done in 2020, so not for this period: overdue, as W; E: its document
 *                                         is of 01.11., so not proved; T: done on 14.10., late
 *   2.2  01.10.2021  D              1     by hand, for the municipality
 *   3.1  31.08.2021  DDDDDL   D  –  7     6 done; L: done on 20.10., so overdue on 15.10.
 *   3.2  30.09.2021  DTUNWX   D  –  6     2 done, T: on 08.10., late; 1 not proved, 2 overdue, 1 not required (not in
 *                                         the denominator)
 *   4.1  31.12.2021  WWWDNN   W  –  0
 *   4.2  31.03.2021  DDDDDT   –  D  7     each quarter, labelled «I квартал»; T: on 15.04., late
 *        30.06.2021  DDDD.U   –  N  7     «2 кв. 2021»; no row: overdue, as N of № 10 on the day on which it left; D of
 *                                         № 9 is not owed
 *        30.09.2021  DDW..X   T  –  6     «3-й квартал»: 2 done, 1 late, 3 overdue (the row of № 4 without a label among
 *                                         them; «сентябрь» of № 5 is no quarter), 1 not required
 *        31.12.2021  W.....   .  –  0     1 in progress, 6 not begun
 *   5.1  none        DX....   .  –  0     no order yet: 1 done, 1 not required, 5 wait
 *   5.2  none        DW....   .  –  0     «07.12-19.20.» is no date: 1 done, 6 without a deadline
 */
const SUMMARY_2021 = [
  //    all done late unproved inprog notbegun overdue waits request nodate notreq due duedone %
  '1.1 7 4 1 1 0 0 0 0 0 0 1 6 5 83.3',
  '1.2 7 2 0 0 2 3 0 0 0 0 0 0 0 –',
  '1.3 7 1 0 0 0 0 0 0 6 0 0 0 0 –',
  '– 21 7 1 1 2 3 0 0 6 0 1 6 5 83.3',
  '2.1 7 3 1 1 0 0 2 0 0 0 0 7 4 57.1',
  '2.2 1 1 0 0 0 0 0 0 0 0 0 1 1 100',
  '– 8 4 1 1 0 0 2 0 0 0 0 8 5 62.5',
  '3.1 7 6 0 0 0 0 1 0 0 0 0 7 6 85.7',
  '3.2 7 2 1 1 0 0 2 0 0 0 1 6 3 50',
  '– 14 8 1 1 0 0 3 0 0 0 1 13 9 69.2',
  '4.1 7 1 0 0 4 2 0 0 0 0 0 0 0 –',
  '4.2 28 12 2 1 1 6 5 0 0 0 1 20 14 70',
  '– 35 13 2 1 5 8 5 0 0 0 1 20 14 70',
  '5.1 7 1 0 0 0 0 0 5 0 0 1 0 0 –',
  '5.2 7 1 0 0 0 0 0 0 0 6 0 0 0 –',
  '– 14 2 0 0 0 0 0 5 0 6 1 0 0 –',
  '– 92 34 5 4 7 11 10 5 6 6 4 47 33 70.2',
];

/**
 * 63 executions: 10 measures × 6 schools, 2.2, and 1.1 and 3.2 of № 7, which left on 01.02.2021 without having done
 * either; 1.1 (01.10.2020) and 3.2 (30.09.2020) have fallen due. All others did 1.1 on 05.10., four days late.
 */
const SUMMARY_2020_21 = [
  '1.1 7 0 6 0 0 0 1 0 0 0 0 7 6 85.7',
  '1.2 6 1 0 1 1 2 0 0 0 0 1 0 0 –',
  '1.3 6 0 0 0 0 0 0 0 6 0 0 0 0 –',
  '– 19 1 6 1 1 2 1 0 6 0 1 7 6 85.7',
  '2.1 6 0 0 0 0 6 0 0 0 0 0 0 0 –',
  '2.2 1 0 0 0 0 1 0 0 0 0 0 0 0 –',
  '– 7 0 0 0 0 7 0 0 0 0 0 0 0 –',
  '3.1 6 0 0 0 1 5 0 0 0 0 0 0 0 –',
  '3.2 7 3 0 1 0 0 3 0 0 0 0 7 3 42.9',
  '– 13 3 0 1 1 5 3 0 0 0 0 7 3 42.9',
  '4.1 6 2 0 0 2 2 0 0 0 0 0 0 0 –',
  '4.2 6 6 0 0 0 0 0 0 0 0 0 0 0 –',
  '– 12 8 0 0 2 2 0 0 0 0 0 0 0 –',
  '5.1 6 0 0 0 0 0 0 6 0 0 0 0 0 –',
  '5.2 6 1 0 0 1 3 0 0 0 0 1 0 0 –',
  '– 12 1 0 0 1 3 0 6 0 0 1 0 0 –',
  '– 63 13 6 2 5 19 4 6 6 0 2 14 9 64.3',
];

function compose2021(asked: Partial<ReportInput> = {}) {
  const assessment = assessWorkbook(goldenRecords2021(), '2021-11-10');
  return composeReport({
    form: 'full',
    number: 1,
    date: '2021-11-10',
    revision: 5,
    asOf: GOLDEN_DAY_2021,
    assessment,
    ...asked,
  });
}

function compose2020to21(form: ReportInput['form'] = 'full') {
  const assessment = assessWorkbook(goldenRecords2020to21(), '2021-06-10');
  return composeReport({
    form,
    number: 1,
    date: '2021-06-10',
    revision: 5,
    asOf: GOLDEN_DAY_2020_21,
    assessment,
  });
}

const STATES_SHOWN = statesShown({});
const FIGURES = ['number', 'total', ...STATES_SHOWN, 'due', 'dueDone', 'percent'];

function sentencesOf(document: ReturnType<typeof compose2021>): readonly string[] {
  return (document.parts[0]?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
}

describe('the golden workbook of the calendar year 2021, on 15.10.2021', () => {
  const report = compose2021();

  test('is told in sentences', () => {
    expect(sentencesOf(report)).toEqual([
      'По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021) — на сопровождении ' +
        '8 школ, из них выбыло из списка за период — 1 (учитываемые статусы: «ШНОР», «500+»). Регламентом установлено 11 мероприятий в 5 разделах; ' +
        'в отчёт входят 92 исполнения.',
      'Из 11 мероприятий, вошедших в отчёт, полностью исполнено и подтверждено — 1, с просрочкой хотя бы по одному исполнению — 4.',
      'Срок наступил по 47 исполнениям, из них выполнено и подтверждено 33 (70,2 %), в том числе с опозданием 5.',
      'Всего по отчёту: выполнено — 34; выполнено с опозданием — 5; выполнено, не подтверждено — 4; в работе — 7; ' +
        'не наступил срок — 11; просрочено — 10.',
      'Отдельно, вне процента: ожидает акта — 5; по запросу — 6; срок не определён — 6; не требуется — 4.',
      'По журналу за отчётный период: собеседования — 1; консультации — 1; мероприятия — 1; КПК — 1; прочее — 1.',
      // Of № 1 and № 2 the share is known and shown.
      'На курсы повышения квалификации направлено: педагогов — 2; прошли их по банку данных от 60 % до 75 % педагогов школы.',
      'Контрольная дата не определена по мероприятиям: 5.2; в процент и в просрочку они не входят.',
    ]);
  });

  test('says nothing of errors in the data but their number, which stands apart', () => {
    // № 3 twice; two repeats; «сентябрь»; the work of 2020; a day that there is not.
    expect(report.errors).toBe(6);
    expect(sentencesOf(compose2021({ form: 'data_quality' }))).toEqual([
      'По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021) — в данных 6 ошибок, от ' +
        'которых могут быть неверны числа отчётов.',
    ]);
  });

  test('gives the figures of every measure, section and in all', () => {
    expect(linesOf(tableOf(report, 'states'), FIGURES)).toEqual(SUMMARY_2021);
  });

  test('has the same figures in the form of the ministry', () => {
    const lines = linesOf(tableOf(report, 'measures'), [
      'number',
      'total',
      'done',
      'done_late',
      'in_progress',
      'overdue',
      'percent',
    ]);
    // Columns of the table above: all, done, late, in progress, overdue, %.
    // The figures of a section stand beside its title.
    const ofMeasures = SUMMARY_2021.filter(
      (line, index) => !line.startsWith('–') || index === SUMMARY_2021.length - 1,
    );
    const expected = ofMeasures.map((line) => {
      const cells = line.split(' ');
      return [0, 1, 2, 3, 5, 7, 14].map((position) => cells[position]).join(' ');
    });
    expect(lines).toEqual(expected);
  });

  test('shows each control date and what proves the work', () => {
    expect(
      linesOf(tableOf(report, 'measures'), ['number', 'control', 'evidence']).filter(
        (line) => !line.startsWith('–'),
      ),
    ).toEqual([
      '1.1 09.03.2021 приказ — 5',
      '1.2 31.12.2021 приказ — 2',
      '1.3 по запросу приказ — 1',
      '2.1 31.08.2021 приказ — 4',
      '2.2 01.10.2021 ссылка — 1',
      '3.1 31.08.2021 приказ — 6',
      '3.2 30.09.2021 приказ — 3',
      '4.1 31.12.2021 приказ — 1',
      '4.2 31.03.2021; 30.06.2021; 30.09.2021; 31.12.2021 приказ — 14',
      '5.1 ожидает акта приказ — 1',
      '5.2 такой даты нет приказ — 1',
    ]);
  });

  test('counts executions by the month of their control date', () => {
    // March: 1.1 and the I quarter; August: 2.1 and 3.1; September: 3.2 and the III quarter; December: 1.2, 4.1, IV.
    expect(linesOf(tableOf(report, 'months'), ['month', 'total', ...STATES_SHOWN])).toEqual([
      'март 2021 14 10 2 1 0 0 0 0 0 0 1',
      'июнь 2021 7 4 0 1 0 0 2 0 0 0 0',
      'август 2021 14 9 1 1 0 0 3 0 0 0 0',
      'сентябрь 2021 14 4 2 1 0 0 5 0 0 0 2',
      'октябрь 2021 1 1 0 0 0 0 0 0 0 0 0',
      'декабрь 2021 21 3 0 0 7 11 0 0 0 0 0',
      'без контрольной даты 21 3 0 0 0 0 0 5 6 6 1',
      'Всего 92 34 5 4 7 11 10 5 6 6 4',
    ]);
  });

  test('shows each school’s states and figures; of the quarters the worst state', () => {
    const keys = ['school', 'm1.1', 'm1.2', 'm1.3', 'm2.1', 'm3.1', 'm3.2', 'm4.1', 'm4.2', 'm5.1', 'm5.2'];
    expect(linesOf(tableOf(report, 'matrix'), keys).slice(0, 8)).toEqual([
      'ОО № 1 done done done done done done in_progress in_progress done done',
      'ОО № 2 done done on_request done done done_late in_progress not_started not_required no_deadline',
      'ОО № 3 done in_progress on_request done done done_unproved in_progress overdue waiting_act no_deadline',
      'ОО № 4 done not_started on_request overdue done overdue done overdue waiting_act no_deadline',
      'ОО № 5 done_unproved in_progress on_request overdue done overdue not_started overdue waiting_act no_deadline',
      'ОО № 6 not_required not_started on_request done_unproved overdue not_required not_started done_unproved waiting_act no_deadline',
      'ОО № 9 – not_started on_request done_late done done in_progress not_started waiting_act no_deadline',
      'ОО № 10 done_late – – – – – – overdue – –',
    ]);
    // Nine measures once and 4.2 four times: 13 a school. Due: 1.1, 2.1, 3.1, 3.2 and three quarters. № 9 owes all but
    // 1.1 and two quarters, № 10 only these.
    expect(
      linesOf(tableOf(report, 'matrix'), [
        'school',
        'total',
        'done',
        'done_late',
        'overdue',
        'due',
        'percent',
      ]),
    ).toEqual([
      'ОО № 1 13 11 0 0 7 100',
      'ОО № 2 13 7 1 0 7 100',
      'ОО № 3 13 5 0 1 7 71.4',
      'ОО № 4 13 5 0 3 7 57.1',
      'ОО № 5 13 2 0 4 7 28.6',
      'ОО № 6 13 0 1 1 4 25',
      'ОО № 9 10 2 2 0 4 100',
      'ОО № 10 3 1 1 1 3 66.7',
      'Всего по школам 91 33 5 10 46 69.6',
    ]);
  });

  test('names what is overdue, the longest first, and nothing at risk', () => {
    // 30.06. → 15.10.: 31 + 31 + 30 + 15; 31.08. →: 30 + 15; 30.09. →: 15.
    expect(linesOf(tableOf(report, 'overdue'), ['days', 'measure', 'school', 'occurrence'])).toEqual([
      '107 4.2 ОО № 5 II квартал 2021',
      '107 4.2 ОО № 10 II квартал 2021',
      '45 2.1 ОО № 4 ',
      '45 2.1 ОО № 5 ',
      '45 3.1 ОО № 6 ',
      '15 3.2 ОО № 4 ',
      '15 3.2 ОО № 5 ',
      '15 4.2 ОО № 3 III квартал 2021',
      '15 4.2 ОО № 4 III квартал 2021',
      '15 4.2 ОО № 5 III квартал 2021',
    ]);
    expect(tableOf(compose2021({ form: 'overdue' }), 'at_risk').rows).toEqual([]);
  });

  test('tells the overdue a line a measure and term, and what was done late with its days', () => {
    expect(
      linesOf(tableOf(report, 'overdue_groups'), ['title', 'control', 'days', 'count', 'names']),
    ).toEqual([
      '2.1 31.08.2021 45 2 ОО № 4, ОО № 5',
      '3.1 31.08.2021 45 1 ОО № 6',
      '3.2 30.09.2021 15 2 ОО № 4, ОО № 5',
      '4.2 30.06.2021 107 2 ОО № 5, ОО № 10',
      '4.2 30.09.2021 15 3 ОО № 3, ОО № 4, ОО № 5',
    ]);
    expect(linesOf(tableOf(report, 'done_late_groups'), ['title', 'control', 'days', 'names'])).toEqual([
      '1.1 09.03.2021 3 ОО № 10',
      '2.1 31.08.2021 44 ОО № 9',
      '3.2 30.09.2021 8 ОО № 2',
      '4.2 31.03.2021 15 ОО № 6',
      '4.2 30.09.2021 8 ОО № 9',
    ]);
  });

  test('hides small groups, and sums only what it shows', () => {
    const people = ['school', 'studentsTotal', 'graduates9', 'graduates11', 'teachersTotal', 'vacancies'];
    expect(linesOf(tableOf(report, 'bank'), people)).toEqual([
      'ОО № 1 120 14 10 15 1',
      'ОО № 2 95 менее 10 0 12 2',
      'ОО № 3 менее 10 менее 10 – менее 10 0',
      'ОО № 4 240 30 25 22 3',
      'ОО № 5 10 0 менее 10 менее 10 0',
      'ОО № 6 – 12 менее 10 менее 10 1',
      'ОО № 9 – – – – –',
      'ОО № 10 – – – – –',
      'Итого по показанным числам 465 56 35 49 7',
    ]);
    expect(
      linesOf(tableOf(report, 'indicators'), ['school', 'vprMath', 'ogeFail', 'egeBelow', 'trainedShare']),
    ).toEqual([
      'ОО № 1 30.5 20 10 60',
      'ОО № 2 – скрыто – 75',
      'ОО № 3 скрыто скрыто – скрыто',
      'ОО № 4 – 10 4 –',
      'ОО № 5 50 – скрыто –',
      'ОО № 6 скрыто 25 – –',
      'ОО № 9 – – – –',
      'ОО № 10 – – – –',
    ]);
  });

  test('counts the journal by month, school and topic, of the period and up to the day', () => {
    const keys = [
      'title',
      'entries',
      'kind1',
      'kind2',
      'kind3',
      'kind4',
      'kind5',
      'kind6',
      'leaders',
      'teachers',
    ];
    expect(linesOf(tableOf(report, 'work_months'), keys)).toEqual([
      'февраль 2021 2 1 1 0 0 0 0 1 3',
      'сентябрь 2021 3 0 0 1 1 0 1 6 22',
      'Всего 5 1 1 1 1 0 1 7 25',
    ]);
    expect(linesOf(tableOf(report, 'work_schools'), ['title', 'entries', 'leaders', 'teachers'])).toEqual([
      'ОО № 1 2 1 0',
      'ОО № 2 1 0 3',
      'ОО № 3 1 0 2',
      'для всех школ 1 6 20',
      'Всего 5 7 25',
    ]);
    expect(linesOf(tableOf(report, 'work_topics'), ['title', 'entries'])).toEqual([
      'ВСОКО 1',
      'План работы 2',
      'тема не указана 1',
      'ФГОС 1',
      'Всего 5',
    ]);
  });

  test('names what was left out and why', () => {
    expect(linesOf(tableOf(report, 'excluded'), ['count', 'what'])).toEqual([
      '1 Школы со статусом «вышла»: ОО № 7',
      '1 Школы со статусом «группа риска»: ОО № 8',
      '1 Повторные строки школ: ОО № 3',
      '1 Строки «Исполнения» по мероприятиям, которых нет в регламенте',
      '1 Строки «Исполнения» неучитываемых школ: ОО № 7',
      // A second row of 1.1, and one without a label beside the one that names its quarter.
      '2 Повторные строки «Исполнения»',
      '1 Строки «Исполнения», у которых «За какой срок» не называет срока мероприятия',
      '1 Строки «Исполнения» с датой исполнения до отчётного периода',
      // 1.2 of the school that has left, the II quarter of the one that came after it.
      '2 Строки «Исполнения» за сроки, когда школы не было в списке',
      '1 Записи журнала за другое время',
      '1 Отметки «выполнено» с более поздней датой',
      '1 Подтверждающие документы с более поздней датой',
      // 1.2 2, 1.3 1, 2.1 1, 3.2 1, 4.1 4, III quarter 2, IV 1, 5.2 1, ОО № 7 1; X in 1.1, 3.2, III quarter, 5.1.
      '18 Отметки «в работе» и «не требуется», возвраты и переносы',
      '1 Записи журнала с более поздней датой',
    ]);
  });

  test('says what waits for an act, and equal findings once', () => {
    expect(linesOf(tableOf(report, 'awaited'), ['number'])).toEqual(['5.1']);
    const findings = linesOf(tableOf(compose2021({ form: 'data_quality' }), 'findings'), ['count', 'where']);
    expect(findings).toContain('2 «Регламент»: 1.2, 4.1');
  });

  test('has every execution once in «Расшифровка»', () => {
    const details = linesOf(tableOf(report, 'details'), ['measure', 'school', 'occurrence']);
    expect(details).toHaveLength(92);
    expect(new Set(details).size).toBe(92);
  });

  test('says of what was done late how many days', () => {
    // 9 → 12.03.; 31.08. → 14.10.: 30 + 14; 30.09. → 08.10.; 31.03. → 15.04.
    const lines = linesOf(tableOf(report, 'details'), ['state', 'measure', 'school', 'occurrence', 'days']);
    expect(lines.filter((line) => line.startsWith('done_late'))).toEqual([
      'done_late 1.1 ОО № 10  3',
      'done_late 2.1 ОО № 9  44',
      'done_late 3.2 ОО № 2  8',
      'done_late 4.2 ОО № 6 I квартал 2021 15',
      'done_late 4.2 ОО № 9 III квартал 2021 8',
    ]);
  });

  test.each([
    // However its label is written each row is of its quarter; № 4 has one row without a label.
    ['I', ['1 done', '2 done', '3 done', '4 done', '5 done', '6 done_late', '10 done']],
    ['II', ['1 done', '2 done', '3 done', '4 done', '5 overdue', '6 done_unproved', '10 overdue']],
    ['III', ['1 done', '2 done', '3 overdue', '4 overdue', '5 overdue', '6 not_required', '9 done_late']],
    ['IV', ['1 in_progress', ...[2, 3, 4, 5, 6, 9].map((school) => `${school} not_started`)]],
  ])('binds the rows of the %s quarter', (quarter, states) => {
    const keys = ['measure', 'occurrence', 'school', 'state'];
    const head = `4.2 ${quarter} квартал 2021 ОО № `;
    const bound = linesOf(tableOf(report, 'details'), keys).flatMap((line) =>
      line.startsWith(head) ? [line.slice(head.length)] : [],
    );
    expect(bound.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(states);
  });

  test('of the III quarter counts what was due in it', () => {
    // 2.1, 3.1, 3.2 and the III quarter of 4.2: 28. Left out: 43 due at other times and 21 without a date.
    const quarter = compose2021({ span: { kind: 'quarter', year: 2021, quarter: 3 } });
    expect(linesOf(tableOf(quarter, 'states'), FIGURES).at(-1)).toBe('– 28 13 3 2 0 0 8 0 0 0 2 26 16 61.5');
    expect(linesOf(tableOf(quarter, 'excluded'), ['count', 'what'])).toEqual(
      expect.arrayContaining([
        '43 Исполнения с контрольной датой в другое время',
        '21 Исполнения без контрольной даты (мероприятия 1.3, 5.1, 5.2)',
      ]),
    );
    expect(quarter.span).toEqual({ start: '2021-07-01', end: '2021-09-30', title: 'III квартал 2021 года' });
  });

  test('on 30.06.2021 knows nothing of what was done later', () => {
    // 2.1, 2.2, 3.1, 3.2, the III quarter and the letters D of 5.1 and 5.2 were done later. On its control date the
    // II quarter is due and not yet overdue. № 9 is not on the list yet; № 10 owes 1.1 and two quarters: 6 × 13 + 3 + 1.
    const past = compose2021({ asOf: '2021-06-30' });
    expect(linesOf(tableOf(past, 'states'), FIGURES).at(-1)).toBe('– 82 18 2 2 10 30 0 5 5 6 4 20 16 80');
    const list = compose2021({ asOf: '2021-06-30', form: 'overdue' });
    expect(linesOf(tableOf(list, 'at_risk'), ['days', 'measure', 'school'])).toEqual([
      '0 4.2 ОО № 5',
      '0 4.2 ОО № 10',
    ]);
  });
});

describe('the golden workbook of the school year 2020/21, on 20.05.2021', () => {
  const report = compose2020to21();

  test('gives the figures of every measure, section and in all', () => {
    expect(linesOf(tableOf(report, 'states'), FIGURES)).toEqual(SUMMARY_2020_21);
  });

  test('waits for the order that comes later, and names what is overdue and at risk', () => {
    expect(linesOf(tableOf(report, 'awaited'), ['number'])).toEqual(['5.1']);
    // 30.09.2020 → 20.05.2021: 31 + 30 + 31 + 31 + 28 + 31 + 30 + 20.
    expect(linesOf(tableOf(report, 'overdue'), ['days', 'measure', 'school'])).toEqual([
      '232 3.2 ОО № 4',
      '232 3.2 ОО № 6',
      '232 3.2 ОО № 7',
      '231 1.1 ОО № 7',
    ]);
    expect(linesOf(tableOf(compose2020to21('overdue'), 'at_risk'), ['days', 'measure', 'school'])).toEqual([
      '-11 2.2 муниципалитет',
    ]);
  });

  test('says that all did 1.1 four days late, and one has left without having done it', () => {
    const lines = linesOf(tableOf(report, 'details'), ['measure', 'school', 'state', 'days']);
    expect(lines.filter((line) => line.startsWith('1.1'))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((school) => `1.1 ОО № ${school} done_late 4`),
      '1.1 ОО № 7 overdue 231',
    ]);
  });

  test('counts executions by month', () => {
    const lines = linesOf(tableOf(report, 'months'), ['month', 'total', ...STATES_SHOWN]);
    expect(lines).toEqual([
      'сентябрь 2020 7 3 0 1 0 0 3 0 0 0 0',
      'октябрь 2020 7 0 6 0 0 0 1 0 0 0 0',
      'май 2021 1 0 0 0 0 1 0 0 0 0 0',
      'август 2021 36 10 0 1 5 18 0 0 0 0 2',
      'без контрольной даты 12 0 0 0 0 0 0 6 6 0 0',
      'Всего 63 13 6 2 5 19 4 6 6 0 2',
    ]);
  });
});
