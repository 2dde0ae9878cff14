import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { WorkbookRecords } from '../../../../../functions/domain/records/records.ts';
import { composeReport } from '../../../../../functions/domain/report/compose-document.ts';
import { linesOfText, printed } from '../printed.ts';
import { SMALL } from '../small-workbook.ts';

const QUARTER = { kind: 'quarter', year: 2021, quarter: 3 } as const;

const card = (school: string, changes: Partial<WorkbookRecords> = {}, span?: typeof QUARTER) =>
  printed(
    composeReport({
      form: 'school_card',
      number: 1,
      date: '2021-10-15',
      revision: 1,
      assessment: assessWorkbook({ ...SMALL, ...changes }, '2021-10-15'),
      school,
      span,
    }),
  );

test('the card of the year: a measure’s terms by their days, whatever their state', () =>
  expect(card(' s1 ')).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021) — школа «ОО № 1», статус «ШНОР»; в карточку входит 8 исполнений.
Срок наступил по 4 исполнениям, из них выполнено и подтверждено 2 (50 %), в том числе с опозданием 1.
# Карточка школы: ОО № 1
[card] measure | title | control | state | days | doneOn | evidence
1.3 | Консультации | – | not_required | – | – | <executions e6>
3.1 | Анализ | – | no_deadline | – | – | <regulation r3.1>
3.2 | Сбор планов | 2021-09-30 | done | – | 2021-09-20 | приказ № 7 от 20.09.2021 <executions e1>
4.2 | КПК: I квартал 2021 | 2021-03-31 | overdue | 198 | – | <regulation r4.2>
4.2 | II квартал 2021 | 2021-06-30 | overdue | 107 | – | <regulation r4.2>
4.2 | III квартал 2021 | 2021-09-30 | done_late | 5 | 2021-10-05 | приказ № 8 от 05.10.2021 <executions e3>
4.2 | IV квартал 2021 | 2021-12-31 | not_started | – | – | <regulation r4.2>
5.1 | Оценка руководителей | – | waiting_act | – | – | <regulation r5.1>
Банк данных: основание включения — письмо; включена — 2021; обучающихся — 120; выпускников 9 класса — менее 10; вакансий — 1.
Доля низких результатов: ВПР, математика — 30,5 %; ОГЭ — скрыто.
Кроме того: план школы — от 01.02.2021 № 4; сведения обновлены — 01.09.2021.
По журналу со школой: консультации — 1 (участников: руководителей — 1).
Кроме того, для всех школ: консультации — 1.
`),
  ));

test('the card of a quarter says what of its own is overdue besides', () =>
  expect(card('оо №  2', {}, QUARTER)).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — III квартал 2021 года (с 01.07.2021 по 30.09.2021) — школа «ОО № 2», статус «500+»; в карточку входят 2 исполнения.
Срок наступил по 2 исполнениям, из них выполнено и подтверждено 0 (0 %).
Всего на 15.10.2021 просрочено 3 исполнения, в том числе 1 — с контрольной датой вне отчётных дней: в числа за отчётный период они не входят.
# Карточка школы: ОО № 2
[card] measure | title | control | state | days | doneOn | evidence
3.2 | Сбор планов | 2021-09-30 | overdue | 15 | – | <executions e2>
4.2 | КПК: III квартал 2021 | 2021-09-30 | overdue | 15 | – | <regulation r4.2>
По журналу со школой: КПК — 1 (участников: педагогов — 2).
Кроме того, для всех школ: консультации — 1.
`),
  ));

test('a card without work and figures says so, and no more', () =>
  expect(card('ОО № 2', { journal: [], measures: [] }).slice(4)).toEqual([
    '[card] Исполнений в отчётном периоде нет.',
    'Записей о работе со школой в журнале за отчётный период нет.',
  ]));

test('a card is called by the official name of its school', () => {
  const schools = SMALL.schools.map((each) => ({ ...each, bank: { officialName: `МБОУ «${each.name}»` } }));
  expect(card('ОО № 2', { schools })[3]).toBe('# Карточка школы: МБОУ «ОО № 2»');
});
