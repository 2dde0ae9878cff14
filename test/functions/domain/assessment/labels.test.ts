import { expect, test } from '@jest/globals';
import { spansOf } from '../../../../functions/domain/assessment/label-spans.ts';
import {
  parseLabel,
  type LabelName,
  type NamedDay,
} from '../../../../functions/domain/assessment/parse-label.ts';

const pointOf = (point: number | NamedDay): string =>
  typeof point === 'number' ? String(point) : `${point.day}.${point.month}.${point.year ?? '–'}`;

/** `quarter 3–3 of 2021`, `month 9–9 of 2021/22`, `days 15.9.–‥15.9.–`. */
function nameOf({ unit, from, to, year, schoolYear }: LabelName): string {
  const of = schoolYear === null ? (year ?? 'any year') : `${schoolYear}/${schoolYear - 1999}`;
  return `${unit} ${pointOf(from)}‥${pointOf(to)} of ${of}`;
}

/** What a label says, and the days that it can mean about 1 May 2021. */
function told(label: string): readonly string[] {
  const name = parseLabel(label);
  if (!name) return ['nothing'];
  return [nameOf(name), ...spansOf(name, '2021-05-01').map(({ start, end }) => `${start}–${end}`)];
}

const TABLE = `
 = nothing
- = nothing
III квартал = quarter 3‥3 of any year, 2020-07-01–2020-09-30, 2021-07-01–2021-09-30, 2022-07-01–2022-09-30
III квартал 21 = quarter 3‥3 of 2021, 2021-07-01–2021-09-30
итоги: III квартал 2021 = quarter 3‥3 of 2021, 2021-07-01–2021-09-30
I–II квартал 2021 = quarter 1‥2 of 2021, 2021-01-01–2021-06-30
I, II квартал = nothing
III–I квартал = nothing
I квартал 2021/22 = quarter 1‥1 of 2021/22, 2022-01-01–2022-03-31
III квартал 2021/22 = quarter 3‥3 of 2021/22, 2021-07-01–2021-09-30
IV квартал 2021/22 = quarter 4‥4 of 2021/22, 2021-10-01–2021-12-31
I четверть = school_quarter 1‥1 of any year, 2020-09-01–2020-10-31, 2021-09-01–2021-10-31, 2022-09-01–2022-10-31
IV четверть 2021/22 = school_quarter 4‥4 of 2021/22, 2022-04-01–2022-05-31
I полугодие 2021 = half_year 1‥1 of 2021, 2021-01-01–2021-06-30, 2021-09-01–2021-12-31
I полугодие 2021/22 = half_year 1‥1 of 2021/22, 2021-09-01–2021-12-31
II полугодие 2021/22 = half_year 2‥2 of 2021/22, 2022-01-01–2022-05-31
2 полугодие 2020-2021 уч. г. = half_year 2‥2 of 2020/21, 2021-01-01–2021-05-31
I триместр 2021 = trimester 1‥1 of 2021, 2021-09-01–2021-11-30, 2021-09-01–2021-11-15
II триместр 2021 = trimester 2‥2 of 2021, 2021-12-01–2022-02-28, 2021-11-16–2022-02-20
III триместр 2021/22 = trimester 3‥3 of 2021/22, 2022-03-01–2022-05-31, 2022-02-21–2022-05-31
сентябрь = month 9‥9 of any year, 2020-09-01–2020-09-30, 2021-09-01–2021-09-30, 2022-09-01–2022-09-30
сентябрь'21 = month 9‥9 of 2021, 2021-09-01–2021-09-30
сентябрь 10 г. = month 9‥9 of 2010, 2010-09-01–2010-09-30
сентябрь 09 = nothing
отчёт за сентябрь 2021 = month 9‥9 of 2021, 2021-09-01–2021-09-30
сентябрь 2021/22 = month 9‥9 of 2021/22, 2021-09-01–2021-09-30
август 2021/22 = month 8‥8 of 2021/22, 2022-08-01–2022-08-31
сентябрь 2020 2021/22 = nothing
сентябрь, октябрь = nothing
ноябрь 2021 – март 2022 = month 11‥3 of 2021, 2021-11-01–2022-03-31
декабрь – февраль 2021 = month 12‥2 of 2020, 2020-12-01–2021-02-28
год = year 1‥1 of any year
учебный год = year 1‥1 of any year
2021 год = year 1‥1 of 2021, 2021-01-01–2021-12-31
2021/22 = year 1‥1 of 2021/22, 2021-09-01–2022-08-31
2021/23 = nothing
2021–2023 годы = nothing
15.09 = days 15.9.–‥15.9.– of any year, 2020-09-15–2020-09-15, 2021-09-15–2021-09-15, 2022-09-15–2022-09-15
29.02 = days 29.2.–‥29.2.– of any year, 2020-02-29–2020-02-29
31.04 = days 31.4.–‥31.4.– of any year
до 15.09.2021 = days 15.9.2021‥15.9.2021 of 2021, 2021-09-15–2021-09-15
01.09–05.09.2021 = days 1.9.2021‥5.9.2021 of 2021, 2021-09-01–2021-09-05
05.09–01.09 = days 5.9.–‥1.9.– of any year
28.12.2021–05.01.2022 = days 28.12.2021‥5.1.2022 of 2022, 2021-12-28–2022-01-05
за неделю 06.09.2021–12.09.2021 = days 6.9.2021‥12.9.2021 of 2021, 2021-09-06–2021-09-12
последний день сентября = nothing
еженедельно = nothing
`;
const ROWS = TABLE.slice(1, -1)
  .split('\n')
  .map((line) => line.split(' = '))
  .map(([label = '', said = '']) => [label, said.split(', ')] as const);

test.each(ROWS)('«%s»', (label, said) => expect(told(label)).toEqual(said));

test.each([
  [99, 'month 9‥9 of 2021'],
  [100, 'month 9‥9 of 2021'],
  [101, 'nothing'],
])('of a label of %i signs', (length, said) =>
  expect(told(`сентябрь${' '.repeat(length - 12)}2021`)[0]).toBe(said),
);
