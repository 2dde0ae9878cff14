import { expect, test } from '@jest/globals';
import {
  groupRow,
  positionField,
  tableOf,
  type Field,
} from '../../../../../functions/domain/report/tables/table-of.ts';

interface Item {
  readonly name: string;
  readonly count: number;
}

const FIELDS: readonly Field<Item>[] = [
  positionField(),
  { key: 'name', title: 'Имя', kind: 'text', width: 40, cell: ({ name }) => name },
  { key: 'count', title: 'Число', group: 'Всего', kind: 'count', width: 12, cell: ({ count }) => count },
];
const COLUMNS = [
  { key: 'position', title: '№', kind: 'count', width: 10 },
  { key: 'name', title: 'Имя', kind: 'text', width: 40 },
  { key: 'count', title: 'Число', group: 'Всего', kind: 'count', width: 12 },
];
const HEAD = { key: 'own', title: 'Своя', emptyText: 'Пусто.' };
const [ONE, TWO]: readonly Item[] = [
  { name: 'первый', count: 1 },
  { name: 'второй', count: 2 },
];
const items = [ONE, TWO].flatMap((item) => item ?? []);
const ROWS = [
  { level: 'row', cells: [1, 'первый', 1] },
  { level: 'row', cells: [2, 'второй', 2] },
];

test('a table has a column a field and a row an item', () =>
  expect(tableOf({ ...HEAD, fields: FIELDS, items })).toEqual({ ...HEAD, columns: COLUMNS, rows: ROWS }));

test('its total stands last, as cells or as the sum of the items', () => {
  const total = [null, 'Всего', 3];
  const sum = { name: 'Всего', count: 3 };
  expect(tableOf({ ...HEAD, fields: FIELDS, items, total }).rows).toEqual([
    ...ROWS,
    { level: 'total', cells: total },
  ]);
  expect(tableOf({ ...HEAD, fields: FIELDS, items, sum }).rows).toEqual([
    ...ROWS,
    { level: 'total', cells: [1, 'Всего', 3] },
  ]);
});

test('without rows there is no total', () => {
  const empty = { ...HEAD, fields: FIELDS, items: [] };
  expect([
    tableOf({ ...empty, total: [null] }).rows,
    tableOf({ ...empty, sum: items[0] as Item }).rows,
  ]).toEqual([[], []]);
});

test('rows lead where their items do, the sum too', () => {
  const leadsOf = ({ count }: Item) => ({ links: { count: { from: 0, to: count } } });
  expect(
    tableOf({ ...HEAD, fields: FIELDS, items, leadsOf, sum: { name: '', count: 3 } }).rows.map(
      ({ links }) => links,
    ),
  ).toEqual([1, 2, 3].map((to) => ({ count: { from: 0, to } })));
});

test('a row that names a group fills the table with blanks', () =>
  expect(groupRow('Раздел 1', 4)).toEqual({ level: 'group', cells: ['Раздел 1', null, null, null] }));
