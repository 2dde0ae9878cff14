import { expect, test } from '@jest/globals';
import {
  compareExecutions,
  compareFigures,
  comparePercents,
  type Parts,
} from '../../../../../functions/domain/report/parts/compare-reports.ts';
import type { ReportRow } from '../../../../../functions/domain/report/report-document.ts';

type Cells = ReportRow['cells'];

const row = (...cells: Cells): ReportRow => ({ level: 'row', cells });
const total = (...cells: Cells): ReportRow => ({ level: 'total', cells });
const SECTION: ReportRow = { level: 'group', cells: ['Раздел 3', null, null, null, null] };
const subtotal = (...cells: Cells): ReportRow => ({ level: 'subtotal', cells });

function part(table: string, keys: readonly string[], rows: readonly ReportRow[]): Parts {
  const columns = keys.map((key) => ({ key, title: '', kind: 'text', width: 10 }) as const);
  return [
    {
      key: 'before it',
      title: '',
      blocks: [
        { kind: 'text', style: 'body', text: '' },
        {
          kind: 'table',
          table: { key: 'measures', title: '', columns, rows: [total(null, 7)], emptyText: '' },
        },
      ],
    },
    {
      key: 'own',
      title: '',
      blocks: [{ kind: 'table', table: { key: table, title: '', columns, rows, emptyText: '' } }],
    },
  ];
}

const states = (...rows: readonly ReportRow[]) =>
  part('states', ['number', 'title', 'total', 'done', 'percent'], rows);
const details = (...rows: readonly ReportRow[]) =>
  part('details', ['measure', 'school', 'occurrence', 'state'], rows);

const PLANS = row('3.2', 'Сбор планов', 2, 1, 50);

test.each<[string, Parts, Parts, string]>([
  [
    'both have one',
    states(total(null, 'Всего', 3, 2, 66.7)),
    states(total(null, 'Всего', 3, 1, 33.3)),
    'Процент выполнения: было 33,3 %, стало 66,7 %.',
  ],
  [
    'it is the same',
    states(total(null, 'Всего', 2, 1, 50)),
    states(PLANS, total(null, 'Всего', 2, 1, 50)),
    'Процент выполнения: было 50 %, стало 50 %.',
  ],
  ['there was none', states(total(null, 'Всего', 2, 1, 50)), states(total(null, 'Всего', 2, 0, null)), ''],
  ['there is none', states(total(null, 'Всего', 2, 0, null)), states(total(null, 'Всего', 2, 1, 50)), ''],
  ['no total was printed', states(total(null, 'Всего', 2, 1, 50)), states(PLANS), ''],
  ['no table was printed', states(total(null, 'Всего', 2, 1, 50)), details(), ''],
  ['the row is short', states(total(null, 'Всего', 2, 1, 50)), states(total(null, 'Всего')), ''],
])('the percentages, where %s', (_, now, before, text) => expect(comparePercents(now, before)).toBe(text));

test.each<[string, Parts, Parts, readonly string[]]>([
  ['nothing changed', states(PLANS), states(PLANS), []],
  [
    'a figure changed',
    states(row('3.2', 'Сбор планов', 2, 2, 100)),
    states(PLANS),
    ['3.2 Сбор планов: выполнено 1 → 2'],
  ],
  [
    'a measure is new',
    states(PLANS),
    states(),
    ['3.2 Сбор планов: всего исполнений 0 → 2', '3.2 Сбор планов: выполнено 0 → 1'],
  ],
  [
    'a measure is gone',
    states(),
    states(PLANS),
    ['3.2 Сбор планов: всего исполнений 2 → 0', '3.2 Сбор планов: выполнено 1 → 0'],
  ],
  [
    'no table was printed',
    states(PLANS),
    details(PLANS),
    ['3.2 Сбор планов: всего исполнений 0 → 2', '3.2 Сбор планов: выполнено 0 → 1'],
  ],
  [
    'its title and the look of its number changed',
    states(row('3.2.', 'Планы', 2, 1, 50)),
    states(row(' 3.2', 'Сбор планов', 3, 1, 50)),
    ['3.2. Планы: всего исполнений 3 → 2'],
  ],
  [
    'the total changed',
    states(total(null, 'Всего', 3, 1, 33.3)),
    states(total(null, 'Всего', 2, 1, 50)),
    [' Всего: всего исполнений 2 → 3'],
  ],
  ['a row has neither number nor title', states(row(null, null, 1)), states(), [' : всего исполнений 0 → 1']],
  [
    'a section and what it comes to changed',
    states(SECTION, subtotal('–', 'Итого по разделу', 2)),
    states(subtotal('–', 'Итого по разделу', 1)),
    [],
  ],
  [
    'a figure was masked',
    states(row('3.2', 'Сбор планов', 'менее 10', 1)),
    states(PLANS),
    ['3.2 Сбор планов: всего исполнений 2 → 0'],
  ],
])('the figures, where %s', (_, now, before, lines) =>
  expect(
    compareFigures(now, before).map(
      ({ number, title, figure, was, is }) => `${number} ${title}: ${figure} ${was} → ${is}`,
    ),
  ).toEqual(lines),
);

test.each<[string, Parts, Parts, readonly string[]]>([
  [
    'nothing changed',
    details(row('3.2', 'ОО № 1', '', 'done')),
    details(row('3.2', 'ОО № 1', '', 'done')),
    [],
  ],
  [
    'a state changed',
    details(row('4.2', 'ОО № 1', 'I квартал', 'done')),
    details(row('4.2', 'ОО № 1', 'I квартал', 'overdue')),
    ['4.2, ОО № 1, I квартал: overdue → done'],
  ],
  [
    'another occurrence is done',
    details(row('4.2', 'ОО № 1', 'I квартал', 'done'), row('4.2', 'ОО № 1', 'II квартал', 'overdue')),
    details(row('4.2', 'ОО № 1', 'II квартал', 'overdue'), row('4.2', 'ОО № 1', 'I квартал', 'done')),
    [],
  ],
  [
    'a school has joined',
    details(row('3.2', 'ОО № 2', '', 'not_started')),
    details(),
    ['3.2, ОО № 2, : null → not_started'],
  ],
  [
    'a school has left',
    details(),
    details(row('3.2', 'ОО № 2', '', 'overdue')),
    ['3.2, ОО № 2, : overdue → null'],
  ],
  [
    'only names are written otherwise',
    details(row('3.2.', 'оо №  1', 'I КВАРТАЛ', 'done')),
    details(row('3.2', 'ОО № 1', 'I квартал', 'done')),
    [],
  ],
  [
    'names are written otherwise and the state changed',
    details(row('3.2', 'оо № 1', null, 'done')),
    details(row('3.2', 'ОО № 1', '', 'overdue')),
    ['3.2, оо № 1, : overdue → done'],
  ],
  [
    'no details were printed',
    details(row('3.2', 'ОО № 1', '', 'done')),
    states(),
    ['3.2, ОО № 1, : null → done'],
  ],
  ['nobody is named', details(row('3.2', null, null, 'done')), states(), ['3.2, , : null → done']],
  [
    'the number of one and the school of another make the same text',
    details(row('1', '2 3', '', 'done'), row('1 2', '3', '', 'overdue')),
    details(row('1', '2 3', '', 'done'), row('1 2', '3', '', 'overdue')),
    [],
  ],
])('the executions, where %s', (_, now, before, lines) =>
  expect(
    compareExecutions(now, before).map(
      ({ measure, school, occurrence, was, is }) => `${measure}, ${school}, ${occurrence}: ${was} → ${is}`,
    ),
  ).toEqual(lines),
);
