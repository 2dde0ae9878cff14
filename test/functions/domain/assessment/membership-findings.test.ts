import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { School, SchoolBank } from '../../../../functions/domain/records/records.ts';
import { records } from '../records/records-builder.ts';

const school = (number: number, bank?: SchoolBank, status: School['status'] = 'ШНОР'): School => ({
  rowId: `s${number}`,
  name: `ОО № ${number}`,
  status,
  ...(bank && { bank }),
});

/** What is found of when the schools joined and left, on a day of the period 2021. */
function told(schools: readonly School[], today: CalendarDate = '2021-05-01'): readonly string[] {
  return assessWorkbook(records({ schools }), today)
    .findings.filter(({ place }) => place.worksheet === 'schools')
    .map(({ code, severity, place, message, advice }) =>
      [code, severity, `${place.rowId ?? ''}.${place.column ?? ''}`, message, advice].join(' | '),
    );
}

const OLD = school(1, { yearIncluded: 2019 });
const asked = (row: string, year: number) =>
  `included_on_missing | reminder | ${row}.includedOn | Школа включена в список в ${year} году, позже других, а с какого ` +
  'дня — не указано: считаются все сроки. | Заполните «Включена с»: за то, что закончилось раньше, школа не отчитывается.';
const EXIT_UNKNOWN =
  'exit_date_missing | warning | s2.exitDate | Статус «вышла», а когда — не указано: в отчёт не входит и то, что школа ' +
  'должна была сделать до выхода. | Заполните «Дата выхода»: сроки по этот день учитываются, после него — нет.';
const REVERSED =
  'left_before_joined | error | s2.exitDate | Школа вышла из списка 01.03.2021, раньше, чем включена в него (02.03.2021). ' +
  '| Исправьте «Включена с» или «Дата выхода».';
const stillCounted = (day: string, status: string) =>
  `left_but_counted | warning | s2.status | «Дата выхода» — ${day}, а статус — «${status}»: сроки после этого дня не ` +
  'считаются. | Поставьте статус «вышла» или уберите дату выхода.';

test.each<[string, readonly School[], readonly string[]]>([
  ['of which nothing is entered', [school(1), school(2)], []],
  ['that came later than others', [OLD, school(2, { yearIncluded: 2021 })], [asked('s2', 2021)]],
  ['that came later, before the period', [OLD, school(2, { yearIncluded: 2020 })], []],
  [
    'that came in the period like all others',
    [school(1, { yearIncluded: 2021 }), school(2, { yearIncluded: 2021 })],
    [],
  ],
  ['that came in the period, when of others nobody says', [school(1), school(2, { yearIncluded: 2021 })], []],
  ['whose day is entered', [OLD, school(2, { yearIncluded: 2021, includedOn: '2021-03-01' })], []],
  [
    'whose letter says the day',
    [OLD, school(2, { yearIncluded: 2021, listBasis: 'письмо МОиН от 01.03.2021 № 15' })],
    [],
  ],
  [
    'whose letter is of another year',
    [OLD, school(2, { yearIncluded: 2021, listBasis: 'письмо МОиН от 01.03.2020 № 15' })],
    [asked('s2', 2021)],
  ],
  [
    'whose basis names two days',
    [OLD, school(2, { yearIncluded: 2021, listBasis: 'письмо от 01.03.2021, приказ от 02.03.2021' })],
    [asked('s2', 2021)],
  ],
  [
    'whose basis names a day that no calendar has',
    [OLD, school(2, { yearIncluded: 2021, listBasis: 'письмо от 31.02.2021' })],
    [asked('s2', 2021)],
  ],
  ['that is not counted is not asked', [OLD, school(2, { yearIncluded: 2021 }, 'группа риска')], []],
  ['that will come is not asked yet', [OLD, school(2, { yearIncluded: 2022 })], []],

  ['that leaves tomorrow', [school(2, { exitDate: '2021-05-02' })], []],
  [
    'that leaves today',
    [school(2, { exitDate: '2021-05-01' }, '500+')],
    [stillCounted('01.05.2021', '500+')],
  ],
  ['that left', [school(2, { exitDate: '2021-03-01' })], [stillCounted('01.03.2021', 'ШНОР')]],
  ['that left and is said to have', [school(2, { exitDate: '2021-03-01' }, 'вышла')], []],
  ['that is not counted and left', [school(2, { exitDate: '2021-03-01' }, 'группа риска')], []],
  ['that left, nobody says when', [school(2, {}, 'вышла')], [EXIT_UNKNOWN]],
  ['of which it is said only that it left', [school(2, undefined, 'вышла')], [EXIT_UNKNOWN]],

  [
    'that left on the day on which it came',
    [school(2, { includedOn: '2021-03-01', exitDate: '2021-03-01' }, 'вышла')],
    [],
  ],
  [
    'that left before it came',
    [school(2, { includedOn: '2021-03-02', exitDate: '2021-03-01' }, 'вышла')],
    [REVERSED],
  ],
  [
    'that left before it came, by its letter',
    [school(2, { listBasis: 'письмо от 02.03.2021', exitDate: '2021-03-01' }, 'вышла')],
    [REVERSED],
  ],
])('a school %s', (_, schools, findings) => expect(told(schools)).toEqual(findings));
