import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { composeReport, type ReportInput } from '../../../../functions/domain/report/compose-document.ts';
import type { ReportDocument } from '../../../../functions/domain/report/report-document.ts';
import { linesOfText, printed, printedTable } from './printed.ts';
import { SMALL } from './small-workbook.ts';
import { tableOf } from './tables.ts';

const DAY = '2021-10-15';
const QUARTER = { kind: 'quarter', year: 2021, quarter: 3 } as const;
const SEPTEMBER = { kind: 'month', year: 2021, month: 9 } as const;

function compose(form: ReportInput['form'], span?: ReportInput['span']): ReportDocument {
  const assessment = assessWorkbook(SMALL, DAY);
  return composeReport({ form, number: 1, date: DAY, revision: 1, assessment, span, school: 'ОО № 2' });
}

/*
 * Each form of the small workbook, whole. By hand: 3.2 is done by № 1 and overdue at № 2, whose mark «в работе» is no
 * proof; of 4.2 № 1 has done the III quarter five days late and № 2 the I in time, the others that are past are overdue
 * (from 31.03. to 15.10.: 198 days). Due in the year: 2 + 3 × 2 = 8, done 3: 37.5 %; in the III quarter 4, done 2.
 */
test('the full report of a quarter', () => {
  expect(printed(compose('full', QUARTER))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — III квартал 2021 года (с 01.07.2021 по 30.09.2021) — на сопровождении 2 школы (учитываемые статусы: «ШНОР», «500+»). Регламентом установлено 6 мероприятий в 5 разделах; в отчёт входят 4 исполнения.
Из 2 мероприятий, вошедших в отчёт, полностью исполнено и подтверждено — 0, с просрочкой хотя бы по одному исполнению — 2.
Срок наступил по 4 исполнениям, из них выполнено и подтверждено 2 (50 %), в том числе с опозданием 1.
Всего по отчёту: выполнено — 1; выполнено с опозданием — 1; просрочено — 2.
Всего на 15.10.2021 просрочено 5 исполнений, в том числе 3 — с контрольной датой вне отчётных дней: в числа за отчётный период они не входят.
По журналу за отчётный период: консультации — 1; КПК — 1; прочее — 1.
На курсы повышения квалификации направлено: педагогов — 2.
Контрольная дата не определена по мероприятиям: 3.1; в процент и в просрочку они не входят.
# Исполнение по мероприятиям
[measures] number | title | deadline | control | total | done | done_late | in_progress | overdue | percent | evidence | note
## Раздел 1
1.3 | Консультации | В течение года | по запросу | 0 | 0 | 0 | 0 | 0 | – |  | в журнале 2 записи <regulation r1.3>
## Раздел 3 — 2 исполнения, выполнено 1, просрочено 1; 50 % от наступивших
3.2 | Сбор планов | Сентябрь | 30.09.2021 | 2 | 1 | 0 | 0 | 1 | 50 | приказ — 1 | в журнале 1 запись {total 0–1, due 0–1, dueDone 0, percent 0–1, done 0, overdue 1} <regulation r3.2>
## Раздел 4 — 2 исполнения, выполнено 1, в том числе с опозданием 1, просрочено 1; 50 % от наступивших
4.2 | КПК | Ежеквартально | 31.03.2021; 30.06.2021; 30.09.2021; 31.12.2021 | 2 | 0 | 1 | 0 | 1 | 50 | приказ — 1 | {total 2–3, due 2–3, dueDone 2, percent 2–3, done_late 2, overdue 3} <regulation r4.2>
== – | Всего | – | – | 4 | 1 | 1 | 0 | 2 | 50 |  | {total 0–3, due 0–3, dueDone 0–1 of details_schools, percent 0–3, done 0, done_late 2, overdue 2–3 of details_schools}
Процент — доля выполненного и подтверждённого, в срок и с опозданием, среди исполнений, контрольная дата которых наступила; «ожидает акта», «по запросу» и «срок не определён» в него не входят. Ответственный по всем мероприятиям — УО. В отчётном периоде нет сроков и работы по мероприятиям: 2.2, 3.1, 5.1.
# Исполнение по школам
[matrix] position | school | m3.2 | m4.2 | total | done | done_late | overdue | due | percent
1 | ОО № 1 | done | done_late | 2 | 1 | 1 | 0 | 2 | 100 {m3.2 0, m4.2 2, total 0–1 of details_schools, done 0, done_late 2, due 0–1 of details_schools, percent 0–1 of details_schools} <schools s1>
2 | ОО № 2 | overdue | overdue | 2 | 0 | 0 | 2 | 2 | 0 {m3.2 1, m4.2 3, total 2–3 of details_schools, overdue 2–3 of details_schools, due 2–3 of details_schools, percent 2–3 of details_schools} <schools s2>
== – | Всего по школам | – | – | 4 | 1 | 1 | 2 | 4 | 50 {total 0–3, done 0, done_late 2, overdue 2–3 of details_schools, due 0–3, percent 0–3}
Если срок повторяется, показано худшее состояние; пустая клетка — школа этого не исполняет.
# Просрочено и исполнено с нарушением срока
[overdue_groups] title | control | days | count | names
3.2 | 30.09.2021 | 15 | 1 | ОО № 2
4.2 | 31.03.2021 | 198 | 1 | ОО № 1
4.2 | 30.06.2021 | 107 | 2 | ОО № 1, ОО № 2
4.2 | 30.09.2021 | 15 | 1 | ОО № 2
Всего на 15.10.2021 просрочено 5 исполнений, в том числе 3 — с контрольной датой вне отчётных дней: в числа за отчётный период они не входят.
[done_late_groups] title | control | days | count | names
4.2 | 30.09.2021 | 5 | 1 | ОО № 1
# Исполнение по состояниям и месяцам
[states] number | title | total | done | done_late | done_unproved | in_progress | not_started | overdue | waiting_act | on_request | no_deadline | not_required | due | dueDone | percent
## Раздел 1
1.3 | Консультации | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | – <regulation r1.3>
= – | Итого по разделу | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | –
## Раздел 3
3.2 | Сбор планов | 2 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 2 | 1 | 50 {total 0–1, due 0–1, dueDone 0, percent 0–1, done 0, overdue 1} <regulation r3.2>
= – | Итого по разделу | 2 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 2 | 1 | 50 {total 0–1, due 0–1, dueDone 0, percent 0–1, done 0, overdue 1}
## Раздел 4
4.2 | КПК | 2 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 2 | 1 | 50 {total 2–3, due 2–3, dueDone 2, percent 2–3, done_late 2, overdue 3} <regulation r4.2>
= – | Итого по разделу | 2 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 2 | 1 | 50 {total 2–3, due 2–3, dueDone 2, percent 2–3, done_late 2, overdue 3}
== – | Всего | 4 | 1 | 1 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 4 | 2 | 50 {total 0–3, due 0–3, dueDone 0–1 of details_schools, percent 0–3, done 0, done_late 2, overdue 2–3 of details_schools}
(states)
[months] month | total | done | done_late | done_unproved | in_progress | not_started | overdue | waiting_act | on_request | no_deadline | not_required
сентябрь 2021 | 4 | 1 | 1 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 {total 0–3, done 0, done_late 2, overdue 2–3 of details_schools}
== Всего | 4 | 1 | 1 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 {total 0–3, done 0, done_late 2, overdue 2–3 of details_schools}
(months)
[overdue] position | school | measure | title | occurrence | control | state | days
1 | ОО № 1 | 4.2 | КПК | I квартал 2021 | 2021-03-31 | overdue | 198 <regulation r4.2>
2 | ОО № 1 | 4.2 | КПК | II квартал 2021 | 2021-06-30 | overdue | 107 <regulation r4.2>
3 | ОО № 2 | 4.2 | КПК | II квартал 2021 | 2021-06-30 | overdue | 107 <regulation r4.2>
4 | ОО № 2 | 3.2 | Сбор планов |  | 2021-09-30 | overdue | 15 <executions e2>
5 | ОО № 2 | 4.2 | КПК | III квартал 2021 | 2021-09-30 | overdue | 15 <regulation r4.2>
# Расшифровка
Каждое учтённое исполнение — одной строкой: по мероприятиям, внутри мероприятия по состояниям и школам.
[details] position | measure | school | occurrence | state | control | due | days | doneOn | evidence
1 | 3.2 | ОО № 1 |  | done | 2021-09-30 | да | – | 2021-09-20 | приказ № 7 от 20.09.2021 <executions e1>
2 | 3.2 | ОО № 2 |  | overdue | 2021-09-30 | да | 15 | – | <executions e2>
3 | 4.2 | ОО № 1 | III квартал 2021 | done_late | 2021-09-30 | да | 5 | 2021-10-05 | приказ № 8 от 05.10.2021 <executions e3>
4 | 4.2 | ОО № 2 | III квартал 2021 | overdue | 2021-09-30 | да | 15 | – | <regulation r4.2>
details_schools: 0 2 1 3
details_months: 0 2 1 3
details_states: 0 2 1 3
# Банк данных и показатели
[bank] position | school | status | listBasis | yearIncluded | riskFactors | studentsTotal | graduates9 | graduates11 | teachersTotal | vacancies
1 | ОО № 1 | ШНОР | письмо | 2021 | – | 120 | менее 10 | – | – | 1 <schools s1>
2 | ОО № 2 | 500+ | – | – | – | – | – | – | – | – <schools s2>
== – | Итого по показанным числам | – | – | – | – | 120 | – | – | – | 1
[indicators] position | school | vprMath | vprRussian | ogeFail | egeBelow | trainedShare | objectivity | plan | updatedOn
1 | ОО № 1 | 30.5 | – | скрыто | – | – | – | от 01.02.2021 № 4 | 2021-09-01 <schools s1>
2 | ОО № 2 | – | – | – | – | – | – | – | – <schools s2>
Численность от 1 до 9 человек показана как «менее 10». Доля скрыта, если в группе меньше 10 человек или её численность не указана: для КПК это педагоги, для ОГЭ — выпускники 9 класса, для ЕГЭ — выпускники 11 класса, для ВПР — все обучающиеся. Итог сложен только из показанных чисел, поэтому скрытое по нему не вычислить.
# Собеседования, консультации, мероприятия и курсы
[work_months] title | entries | kind1 | kind2 | kind3 | kind4 | kind5 | kind6 | leaders | teachers
июль 2021 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 2 {entries 0 of details_journal, teachers 0 of details_journal, kind4 0 of details_journal}
сентябрь 2021 | 2 | 0 | 1 | 0 | 0 | 0 | 1 | 2 | 0 {entries 1–2 of details_journal, leaders 1–2 of details_journal, kind2 1 of details_journal, kind6 2 of details_journal}
== Всего | 3 | 0 | 1 | 0 | 1 | 0 | 1 | 2 | 2 {entries 0–2 of details_journal, leaders 0–2 of details_journal, teachers 0–2 of details_journal, kind2 1 of details_journal, kind4 0 of details_journal, kind6 2 of details_journal}
[work_schools] title | entries | kind1 | kind2 | kind3 | kind4 | kind5 | kind6 | leaders | teachers
ОО № 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 2 {entries 0 of details_journal, teachers 0 of details_journal, kind4 0 of details_journal}
ОО № 3 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 2 | 0 {entries 2 of details_journal, leaders 2 of details_journal, kind6 2 of details_journal}
для всех школ | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 {entries 1 of details_journal, kind2 1 of details_journal}
== Всего | 3 | 0 | 1 | 0 | 1 | 0 | 1 | 2 | 2 {entries 0–2 of details_journal, leaders 0–2 of details_journal, teachers 0–2 of details_journal, kind2 1 of details_journal, kind4 0 of details_journal, kind6 2 of details_journal}
Своих записей в журнале нет у школ: ОО № 1.
[work_topics] title | entries | kind1 | kind2 | kind3 | kind4 | kind5 | kind6 | leaders | teachers
тема не указана | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 {entries 1 of details_journal, kind2 1 of details_journal}
ФГОС | 2 | 0 | 0 | 0 | 1 | 0 | 1 | 2 | 2 {entries 0–1 of details_journal_schools, leaders 0–1 of details_journal_schools, teachers 0–1 of details_journal_schools, kind4 0 of details_journal, kind6 2 of details_journal}
== Всего | 3 | 0 | 1 | 0 | 1 | 0 | 1 | 2 | 2 {entries 0–2 of details_journal, leaders 0–2 of details_journal, teachers 0–2 of details_journal, kind2 1 of details_journal, kind4 0 of details_journal, kind6 2 of details_journal}
Число участников не указано в записях журнала: 1.
[details_journal] position | date | kind | measure | school | topic | leaders | teachers | evidence
1 | 2021-07-05 | КПК | 3.2 | ОО № 2 | ФГОС | – | 2 | <journal j1>
2 | 2021-09-05 | консультация | 1.3 | для всех школ |  | – | – | акт № 1 от 06.09.2021 <journal j2>
3 | 2021-09-10 | выезд | 1.3 | ОО № 3 | ФГОС | 2 | – | <journal j4>
details_journal_kinds: 0 1 2
details_journal_schools: 0 2 1
details_journal_topics: 1 0 2
# Пояснения
Что изменилось, не показано: сводного отчёта за те же дни, с которым можно сравнить, ещё не было.
В отчёт входят исполнения, контрольная дата которых приходится на дни с 01.07.2021 по 30.09.2021; остальные, в том числе без контрольной даты, не входят и перечислены ниже.
Учтено то, что датировано не позднее 15.10.2021: исполнения, документы, внешние акты и записи журнала с более поздней датой не приняты. Сведения без даты взяты такими, какими они были при составлении отчёта.
Исполнение считается наступившим в свой контрольный день. «Просрочено» — со дня после контрольной даты, а если она нерабочая, то по правилу переноса из листа «Настройки»; дни просрочки — календарные, от контрольной даты.
[deadlines] number | deadline | control | explanation
1.3 | В течение года | по запросу | «В течение года», по запросу: исполняется, когда школа обратится; контрольной даты нет. <regulation r1.3>
2.2 | Ежегодно | 20.10.2021 | Контрольная дата 20.10.2021 (ср) назначена вручную: Решение (начальник). По тексту срока вышло бы 31.12.2021 (пт). <regulation r2.2>
3.1 | когда получится | срок не понят | «когда получится» → срок не понят; контрольной даты нет. <regulation r3.1>
3.2 | Сентябрь | 30.09.2021 | «Сентябрь» → 01.09.2021–30.09.2021, контрольная дата 30.09.2021 (чт). <regulation r3.2>
4.2 | Ежеквартально | 31.03.2021; 30.06.2021; 30.09.2021; 31.12.2021 | «Ежеквартально» → 4 срока: 31.03.2021, 30.06.2021, 30.09.2021, 31.12.2021. <regulation r4.2>
5.1 | Согласно приказу МОиН Челябинской области | ожидает акта | «Согласно приказу МОиН Челябинской области» → ожидает документа (приказ МОиН Челябинской области); до этого просрочки нет. <regulation r5.1>
[awaited] number | title | awaited
5.1 | Оценка руководителей | «Согласно приказу МОиН Челябинской области» → ожидает документа (приказ МОиН Челябинской области); до этого просрочки нет. <regulation r5.1>
[excluded] what | count | why
Школы со статусом «вышла»: ОО № 3 | 1 | Статус не входит в параметр «Учитывать статусы».
Повторные строки «Исполнения» | 1 | Та же школа, мероприятие и срок уже есть; учтена строка, где назван срок и есть документ, из равных — внесённая первой.
Исполнения с контрольной датой в другое время | 7 | Контрольная дата вне отчётных дней.
Исполнения без контрольной даты (мероприятия 1.3, 3.1, 5.1) | 6 | Ожидают акта, идут по запросу или срок не понят: входят только в отчёт за весь период.
Записи журнала за другое время | 1 | Дата записи вне отчётных дней.
`),
  );
});

test('the brief of the year', () => {
  expect(printed(compose('brief'))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021) — на сопровождении 2 школы (учитываемые статусы: «ШНОР», «500+»). Регламентом установлено 6 мероприятий в 5 разделах; в отчёт входит 17 исполнений.
Из 6 мероприятий, вошедших в отчёт, полностью исполнено и подтверждено — 0, с просрочкой хотя бы по одному исполнению — 2.
Срок наступил по 8 исполнениям, из них выполнено и подтверждено 3 (37,5 %), в том числе с опозданием 1.
Всего по отчёту: выполнено — 2; выполнено с опозданием — 1; не наступил срок — 3; просрочено — 5.
Отдельно, вне процента: ожидает акта — 2; по запросу — 1; срок не определён — 2; не требуется — 1.
По журналу за отчётный период: консультации — 2; КПК — 1; прочее — 1.
На курсы повышения квалификации направлено: педагогов — 2.
Контрольная дата не определена по мероприятиям: 3.1; в процент и в просрочку они не входят.
# Исполнение по мероприятиям
[measures] number | title | deadline | control | total | done | done_late | in_progress | overdue | percent | evidence | note
## Раздел 1 — 2 исполнения, выполнено 0
1.3 | Консультации | В течение года | по запросу | 2 | 0 | 0 | 0 | 0 | – |  | по запросу: 1; не требуется: 1; в журнале 3 записи <regulation r1.3>
## Раздел 2 — 1 исполнение, выполнено 0
2.2 | Банк данных | Ежегодно | 20.10.2021 | 1 | 0 | 0 | 0 | 0 | – |  | дата назначена вручную; не наступил срок: 1 <regulation r2.2>
## Раздел 3 — 4 исполнения, выполнено 1, просрочено 1; 50 % от наступивших
3.1 | Анализ | когда получится | срок не понят | 2 | 0 | 0 | 0 | 0 | – |  | срок не определён: 2 <regulation r3.1>
3.2 | Сбор планов | Сентябрь | 30.09.2021 | 2 | 1 | 0 | 0 | 1 | 50 | приказ — 1 | в журнале 1 запись <regulation r3.2>
## Раздел 4 — 8 исполнений, выполнено 2, в том числе с опозданием 1, просрочено 4; 33,3 % от наступивших
4.2 | КПК | Ежеквартально | 31.03.2021; 30.06.2021; 30.09.2021; 31.12.2021 | 8 | 1 | 1 | 0 | 4 | 33.3 | приказ — 1, ссылка — 1 | не наступил срок: 2 <regulation r4.2>
## Раздел 5 — 2 исполнения, выполнено 0
5.1 | Оценка руководителей | Согласно приказу МОиН Челябинской области | ожидает акта | 2 | 0 | 0 | 0 | 0 | – |  | ожидает акта: 2 <regulation r5.1>
== – | Всего | – | – | 17 | 2 | 1 | 0 | 5 | 37.5 |  |
Процент — доля выполненного и подтверждённого, в срок и с опозданием, среди исполнений, контрольная дата которых наступила; «ожидает акта», «по запросу» и «срок не определён» в него не входят. Ответственный по всем мероприятиям — УО.
# Просрочено и исполнено с нарушением срока
[overdue_groups] title | control | days | count | names
3.2 | 30.09.2021 | 15 | 1 | ОО № 2
4.2 | 31.03.2021 | 198 | 1 | ОО № 1
4.2 | 30.06.2021 | 107 | 2 | ОО № 1, ОО № 2
4.2 | 30.09.2021 | 15 | 1 | ОО № 2
[done_late_groups] title | control | days | count | names
4.2 | 30.09.2021 | 5 | 1 | ОО № 1
`),
  );
});

test('what is wrong with the data, of the year', () => {
  expect(printed(compose('data_quality'))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021) — в данных 2 ошибки, от которых могут быть неверны числа отчётов.
# Замечания и то, что не вошло в отчёты
[findings] severity | message | where | advice | count
Ошибка | Строка повторяет другую: ОО № 1, мероприятие 3.2 уже записано в другой строке. | «Исполнение»: строка e5 | Перенесите недостающее в одну строку, а лишнюю удалите: в отчёт входит та, где назван срок и есть документ, а из равных — внесённая раньше. | 1 <executions e5>
Ошибка | Срок «когда получится» не понят. «когда получится» → срок не понят: напишите его иначе, например «до 15.09», «сентябрь» или «ежемесячно до 5 числа». | «Регламент»: 3.1 | Запишите срок иначе, например «до 15 сентября», или заполните «Контрольная дата вручную», «Причина» и «Кем назначена». | 1 <regulation r3.1>
Предупреждение | День не назван: контроль поставлен на конец каждого промежутка. | «Регламент»: 4.2 | Проверьте контрольную дату; если нужна другая, заполните «Контрольная дата вручную», «Причина» и «Кем назначена». | 1 <regulation r4.2>
Напоминание | В банке данных не заполнено: «Педагогов», «Прошли КПК, %», «ВПР русский «2», %». | «Школы»: ОО № 1 | Заполните показатели: без них раздел отчёта о школе неполон. | 1 <schools s1>
[excluded] what | count | why
Школы со статусом «вышла»: ОО № 3 | 1 | Статус не входит в параметр «Учитывать статусы».
Повторные строки «Исполнения» | 1 | Та же школа, мероприятие и срок уже есть; учтена строка, где назван срок и есть документ, из равных — внесённая первой.
`),
  );
});

test('the list of the overdue, of a month', () => {
  expect(printed(compose('overdue', SEPTEMBER))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — сентябрь 2021 года (с 01.09.2021 по 30.09.2021) — на сопровождении 2 школы (учитываемые статусы: «ШНОР», «500+»). Регламентом установлено 6 мероприятий в 5 разделах; в отчёт входят 4 исполнения.
Просрочено 5 исполнений у 2 школ; под угрозой — 1.
# Просрочено и под угрозой
[overdue] position | school | measure | title | occurrence | control | state | days
1 | ОО № 1 | 4.2 | КПК | I квартал 2021 | 2021-03-31 | overdue | 198 <regulation r4.2>
2 | ОО № 1 | 4.2 | КПК | II квартал 2021 | 2021-06-30 | overdue | 107 <regulation r4.2>
3 | ОО № 2 | 4.2 | КПК | II квартал 2021 | 2021-06-30 | overdue | 107 <regulation r4.2>
4 | ОО № 2 | 3.2 | Сбор планов |  | 2021-09-30 | overdue | 15 <executions e2>
5 | ОО № 2 | 4.2 | КПК | III квартал 2021 | 2021-09-30 | overdue | 15 <regulation r4.2>
В списке всё, что просрочено на 15.10.2021; из них с контрольной датой вне отчётных дней — 3.
[at_risk] position | school | measure | title | occurrence | control | state | days
1 | муниципалитет | 2.2 | Банк данных |  | 2021-10-20 | not_started | -5 <regulation r2.2>
`),
  );
});

test('the register', () => {
  expect(printed(compose('data_bank'))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 в реестре 3 школы, из них на сопровождении — 2 (учитываемые статусы: «ШНОР», «500+»).
# Банк данных и показатели
[bank] position | school | status | listBasis | yearIncluded | riskFactors | studentsTotal | graduates9 | graduates11 | teachersTotal | vacancies
1 | ОО № 1 | ШНОР | письмо | 2021 | – | 120 | менее 10 | – | – | 1 <schools s1>
2 | ОО № 2 | 500+ | – | – | – | – | – | – | – | – <schools s2>
== – | Итого по показанным числам | – | – | – | – | 120 | – | – | – | 1
[indicators] position | school | vprMath | vprRussian | ogeFail | egeBelow | trainedShare | objectivity | plan | updatedOn
1 | ОО № 1 | 30.5 | – | скрыто | – | – | – | от 01.02.2021 № 4 | 2021-09-01 <schools s1>
2 | ОО № 2 | – | – | – | – | – | – | – | – <schools s2>
Численность от 1 до 9 человек показана как «менее 10». Доля скрыта, если в группе меньше 10 человек или её численность не указана: для КПК это педагоги, для ОГЭ — выпускники 9 класса, для ЕГЭ — выпускники 11 класса, для ВПР — все обучающиеся. Итог сложен только из показанных чисел, поэтому скрытое по нему не вычислить.
[uncounted] position | school | status | exitDate | exitBasis
1 | ОО № 3 | вышла | 2021-02-01 | приказ № 3 <schools s3>
`),
  );
});

test('the card of a school', () => {
  expect(printed(compose('school_card'))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021) — школа «ОО № 2», статус «500+»; в карточку входит 8 исполнений.
Срок наступил по 4 исполнениям, из них выполнено и подтверждено 1 (25 %).
# Карточка школы: ОО № 2
[card] measure | title | control | state | days | doneOn | evidence
1.3 | Консультации | – | on_request | – | – | <regulation r1.3>
3.1 | Анализ | – | no_deadline | – | – | <regulation r3.1>
3.2 | Сбор планов | 2021-09-30 | overdue | 15 | – | <executions e2>
4.2 | КПК: I квартал 2021 | 2021-03-31 | done | – | 2021-03-30 | ссылка <executions e4>
4.2 | II квартал 2021 | 2021-06-30 | overdue | 107 | – | <regulation r4.2>
4.2 | III квартал 2021 | 2021-09-30 | overdue | 15 | – | <regulation r4.2>
4.2 | IV квартал 2021 | 2021-12-31 | not_started | – | – | <regulation r4.2>
5.1 | Оценка руководителей | – | waiting_act | – | – | <regulation r5.1>
По журналу со школой: КПК — 1 (участников: педагогов — 2).
Кроме того, для всех школ: консультации — 1.
`),
  );
});

test.each([
  [
    'months',
    `
[months] month | total | done | done_late | done_unproved | in_progress | not_started | overdue | waiting_act | on_request | no_deadline | not_required
март 2021 | 2 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 {total 0–1 of details_months, done 7, overdue 9}
июнь 2021 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 {total 10–11, overdue 10–11}
сентябрь 2021 | 4 | 1 | 1 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 {total 4–7 of details_months, done 5, done_late 8, overdue 6–7 of details_months}
октябрь 2021 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 {total 2, not_started 2}
декабрь 2021 | 2 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 {total 13–14, not_started 13–14}
без контрольной даты | 6 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 1 | 2 | 1 {total 11–16 of details_months, waiting_act 15–16, on_request 0, no_deadline 3–4, not_required 1}
== Всего | 17 | 2 | 1 | 0 | 0 | 3 | 5 | 2 | 1 | 2 | 1 {total 0–16, done 0–1 of details_states, done_late 8, not_started 8–10 of details_months, overdue 6–10 of details_states, waiting_act 15–16, on_request 0, no_deadline 3–4, not_required 1}
`,
  ],
  [
    'matrix',
    `
[matrix] position | school | m1.3 | m3.1 | m3.2 | m4.2 | m5.1 | total | done | done_late | overdue | due | percent
1 | ОО № 1 | not_required | no_deadline | done | overdue | waiting_act | 8 | 1 | 1 | 2 | 4 | 50 {m1.3 1, m3.1 3, m3.2 5, m4.2 9, m5.1 15, total 0–7 of details_schools, done 5, done_late 8, overdue 9–10, due 0–3 of details_schools, percent 0–3 of details_schools} <schools s1>
2 | ОО № 2 | on_request | no_deadline | overdue | overdue | waiting_act | 8 | 1 | 0 | 3 | 4 | 25 {m1.3 0, m3.1 4, m3.2 6, m4.2 11, m5.1 16, total 8–15 of details_schools, done 7, overdue 9–11 of details_schools, due 8–11 of details_schools, percent 8–11 of details_schools} <schools s2>
== – | Всего по школам | – | – | – | – | – | 16 | 2 | 1 | 5 | 8 | 37.5 {total 0–15 of details_schools, done 0–1 of details_states, done_late 8, overdue 6–10 of details_states, due 5–12, percent 5–12}
`,
  ],
  [
    'details',
    `
[details] position | measure | school | occurrence | state | control | due | days | doneOn | evidence
1 | 1.3 | ОО № 2 |  | on_request | – | нет | – | – | <regulation r1.3>
2 | 1.3 | ОО № 1 |  | not_required | – | нет | – | – | <executions e6>
3 | 2.2 | муниципалитет |  | not_started | 2021-10-20 | нет | – | – | <regulation r2.2>
4 | 3.1 | ОО № 1 |  | no_deadline | – | нет | – | – | <regulation r3.1>
5 | 3.1 | ОО № 2 |  | no_deadline | – | нет | – | – | <regulation r3.1>
6 | 3.2 | ОО № 1 |  | done | 2021-09-30 | да | – | 2021-09-20 | приказ № 7 от 20.09.2021 <executions e1>
7 | 3.2 | ОО № 2 |  | overdue | 2021-09-30 | да | 15 | – | <executions e2>
8 | 4.2 | ОО № 2 | I квартал 2021 | done | 2021-03-31 | да | – | 2021-03-30 | ссылка <executions e4>
9 | 4.2 | ОО № 1 | III квартал 2021 | done_late | 2021-09-30 | да | 5 | 2021-10-05 | приказ № 8 от 05.10.2021 <executions e3>
10 | 4.2 | ОО № 1 | I квартал 2021 | overdue | 2021-03-31 | да | 198 | – | <regulation r4.2>
11 | 4.2 | ОО № 1 | II квартал 2021 | overdue | 2021-06-30 | да | 107 | – | <regulation r4.2>
12 | 4.2 | ОО № 2 | II квартал 2021 | overdue | 2021-06-30 | да | 107 | – | <regulation r4.2>
13 | 4.2 | ОО № 2 | III квартал 2021 | overdue | 2021-09-30 | да | 15 | – | <regulation r4.2>
14 | 4.2 | ОО № 1 | IV квартал 2021 | not_started | 2021-12-31 | нет | – | – | <regulation r4.2>
15 | 4.2 | ОО № 2 | IV квартал 2021 | not_started | 2021-12-31 | нет | – | – | <regulation r4.2>
16 | 5.1 | ОО № 1 |  | waiting_act | – | нет | – | – | <regulation r5.1>
17 | 5.1 | ОО № 2 |  | waiting_act | – | нет | – | – | <regulation r5.1>
details_schools: 5 8 9 10 1 3 13 15 7 6 11 12 0 4 14 16 2
details_months: 7 9 10 11 5 8 6 12 2 13 14 15 16 0 3 4 1
details_states: 5 7 8 2 13 14 6 9 10 11 12 15 16 0 3 4 1
`,
  ],
])('the table %s of the full report of the year', (key, text) => {
  expect(printedTable(tableOf(compose('full'), key))).toEqual(linesOfText(text));
});
