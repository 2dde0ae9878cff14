import { expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import { composeRegion } from '../../../../../functions/domain/report/region/compose-region.ts';
import type { RegionMember } from '../../../../../functions/domain/report/region/region.ts';
import type {
  MeasureAggregate,
  ReportAggregates,
} from '../../../../../functions/domain/report/report-aggregates.ts';
import { linesOfText, printed } from '../printed.ts';
import { tableOf } from '../tables.ts';

const YEAR = { start: '2021-01-01', end: '2021-12-31', title: '2021 год' } as const;
const LAST = { start: '2020-01-01', end: '2020-12-31', title: '2020 год' } as const;

const measure = (
  number: string,
  byState: MeasureAggregate['byState'],
  due: Pick<MeasureAggregate, 'due' | 'dueDone'>,
): MeasureAggregate => ({
  number,
  title: `Мероприятие ${number}`,
  section: `Раздел ${number.slice(0, 1)}`,
  total: Object.values(byState).reduce((sum, count) => sum + count, 0),
  byState,
  ...due,
});

type Told = Pick<ReportAggregates, 'schools' | 'asOf' | 'measures'>;

const reported = (workbook: string, told: Told, span: ReportAggregates['span'] = YEAR): RegionMember => ({
  workbook,
  aggregates: { schema: 'report-aggregates-1', institution: '', span, ...told },
});

const MEMBERS: readonly RegionMember[] = [
  reported('Округ Б', {
    schools: 3,
    asOf: '2021-10-01',
    measures: [measure('1.1', { done: 2, done_late: 1, overdue: 1 }, { due: 4, dueDone: 3 })],
  }),
  reported('Округ А', {
    schools: 2,
    asOf: '2021-10-15',
    measures: [
      measure('1.1', { done: 1, done_late: 0, not_started: 1 }, { due: 1, dueDone: 1 }),
      measure('2.1', { done_late: 0, waiting_act: 2 }, { due: 0, dueDone: 0 }),
    ],
  }),
  // Before work done late was told apart.
  reported('Округ В', {
    schools: 1,
    asOf: '2021-10-01',
    measures: [measure('1.1', { done: 1 }, { due: 1, dueDone: 1 })],
  }),
  { workbook: 'Округ Г', aggregates: null },
  reported(
    'Округ Д',
    {
      schools: 9,
      asOf: '2020-12-31',
      measures: [measure('1.1', { done: 9, done_late: 0 }, { due: 9, dueDone: 9 })],
    },
    LAST,
  ),
];

const compose = (members: readonly RegionMember[], date: CalendarDate = '2021-11-10') =>
  composeRegion({ number: 3, date, revision: 1, requisites: {} as never, members });

/*
 * By hand: А, Б and В report on 2021. Due 4 + 1 + 1 = 6, done of them 3 + 1 + 1 = 5: 83.3 %; one of them late. 2.1
 * stands in А alone.
 */
test('the whole report of a region', () =>
  expect(printed(compose(MEMBERS))).toEqual(
    linesOfText(`
# Общие сведения
По состоянию на 15.10.2021, а по части муниципалитетов на более ранние дни (на 01.10.2021 — Округ Б, Округ В), за отчётный период — 2021 год — из 5 муниципалитетов отчитались 3; на сопровождении 6 школ.
Срок наступил по 6 исполнениям, из них выполнено и подтверждено 5 (83,3 %), в том числе с опозданием 1.
Не отчитались: Округ Г.
Отчитались за другой период и не сложены: Округ Д.
# По муниципалитетам
[members] position | workbook | report | schools | total | done | done_late | done_unproved | in_progress | not_started | overdue | waiting_act | on_request | no_deadline | not_required | due | dueDone | percent
1 | Округ А | на 15.10.2021 | 2 | 4 | 1 | 0 | 0 | 0 | 1 | 0 | 2 | 0 | 0 | 0 | 1 | 1 | 100
2 | Округ Б | на 01.10.2021 | 3 | 4 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 4 | 3 | 75
3 | Округ В | на 01.10.2021 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 100
4 | Округ Г | не отчитался | – | – | – | – | – | – | – | – | – | – | – | – | – | – | –
5 | Округ Д | за другой период | – | – | – | – | – | – | – | – | – | – | – | – | – | – | –
== – | Всего | – | 6 | 9 | 4 | 1 | 0 | 0 | 1 | 1 | 2 | 0 | 0 | 0 | 6 | 5 | 83.3
# Исполнение по мероприятиям
[states] number | title | total | done | done_late | done_unproved | in_progress | not_started | overdue | waiting_act | on_request | no_deadline | not_required | due | dueDone | percent
## Раздел 1
1.1 | Мероприятие 1.1 | 7 | 4 | 1 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 6 | 5 | 83.3
= – | Итого по разделу | 7 | 4 | 1 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 6 | 5 | 83.3
## Раздел 2
2.1 | Мероприятие 2.1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | –
= – | Итого по разделу | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | –
== – | Всего | 9 | 4 | 1 | 0 | 0 | 1 | 1 | 2 | 0 | 0 | 0 | 6 | 5 | 83.3
# Пояснения
Числа — суммы последних сформированных сводных отчётов муниципалитетов; процент считается от сложенных чисел. Мероприятия складываются, если совпадают номер и наименование.
[region_notes] where | text
Округ Б | Отчёт по состоянию на 01.10.2021, раньше других: более поздних сведений в сумме нет.
Округ В | Отчёт по состоянию на 01.10.2021, раньше других: более поздних сведений в сумме нет.
Округ В | Отчёт составлен прежней версией: выполненное с опозданием в нём не отделено от выполненного в срок.
Округ Д | Отчёт за 2020 год: с остальными не складывается.
2.1 Мероприятие 2.1 | Есть в отчётах не всех муниципалитетов: 1 из 3.
`),
  ));

test('a report of several is of the latest day that any of them knows, one of none of its own day', () => {
  const { asOf, span } = compose(MEMBERS);
  expect([asOf, span]).toEqual(['2021-10-15', YEAR]);
  const { parts: _, ...nothing } = compose([{ workbook: 'Округ Г', aggregates: null }]);
  expect(nothing).toEqual({
    schema: 'report-document-1',
    form: 'region',
    number: 3,
    date: '2021-11-10',
    asOf: '2021-11-10',
    span: { start: '2021-11-10', end: '2021-11-10', title: 'отчётов нет' },
    revision: 1,
    requisites: {},
  });
});

test('where all reports agree there is nothing to note', () => {
  const [own, other] = MEMBERS.slice(0, 1).flatMap((member) => [member, { ...member, workbook: 'Округ А' }]);
  if (!own || !other) throw new Error('both have reported');
  const { rows, emptyText, title } = tableOf(compose([own, other]), 'region_notes');
  expect([rows, emptyText, title]).toEqual([[], 'Различий нет.', 'Различия отчётов']);
});
