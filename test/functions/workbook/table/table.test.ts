import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import type { Worksheet } from '../../../../functions/workbook/worksheets/spec.ts';
import { parseTable, type Table } from '../../../../functions/workbook/table/table.ts';
import type { RawSheet } from '../../../../functions/workbook/table/bind-columns.ts';
import { ACTS } from '../../../../functions/workbook/worksheets/acts.ts';
import { JOURNAL } from '../../../../functions/workbook/worksheets/journal.ts';
import { SCHOOLS } from '../../../../functions/workbook/worksheets/schools.ts';

const HEADER = JOURNAL.columns.map(({ title }) => title);
const sheet = (rows: readonly (readonly Cell[])[]) => ({ sheetId: 5, title: 'Журнал', rows });
const rowOf = (cells: Readonly<Record<string, Cell>>, header: readonly string[] = HEADER) =>
  header.map((title) => cells[title] ?? null);

function readWhole(worksheet: Worksheet, raw: RawSheet): Table {
  const table = parseTable(worksheet, raw);
  if (table.kind !== 'complete') throw new Error('the sheet was not read');
  return table;
}

describe('a worksheet is read by its headers', () => {
  test('wherever the columns stand, under any known name', () => {
    const moved = [
      'Вид',
      'Содержание',
      ...HEADER.filter((title) => title !== 'Вид работы' && title !== 'Тема'),
    ];
    const { rows } = readWhole(JOURNAL, sheet([moved, rowOf({ Вид: 'КПК', Содержание: 'курсы' }, moved)]));
    expect(rows[0]?.staff).toMatchObject({ kind: 'КПК', topic: 'курсы' });
  });

  test('below a title that people put above it', () => {
    const table = readWhole(JOURNAL, sheet([['Журнал за 2026 год'], [], HEADER, rowOf({ Тема: 'ВПР' })]));
    expect([table.binding.headerRow, table.rows.map(({ rowIndex }) => rowIndex)]).toEqual([2, [3]]);
  });

  test('by the upper of two headers, also where one of its names was changed: the rows between them stay', () => {
    const renamed = HEADER.map((title) => (title === 'Тема' ? 'Графа 20' : title));
    const table = readWhole(
      JOURNAL,
      sheet([
        renamed,
        rowOf({ Школа: 'ОО № 1' }),
        rowOf({ Школа: 'ОО № 2' }),
        HEADER,
        rowOf({ Школа: 'ОО № 3' }),
      ]),
    );
    expect([table.binding.headerRow, table.rows.map(({ rowIndex }) => rowIndex)]).toEqual([0, [1, 2, 4]]);
  });

  test('with the columns that staff added, word for word', () => {
    const wider = [...HEADER, 'Моё'];
    const { rows } = readWhole(JOURNAL, sheet([wider, rowOf({ Тема: 'ВПР', Моё: 'важно' }, wider)]));
    expect(rows[0]?.staff['x:Моё']).toBe('важно');
  });

  test('far below an empty stretch', () => {
    const stretch = Array.from({ length: 500 }, () => []);
    const { rows } = readWhole(JOURNAL, sheet([HEADER, ...stretch, rowOf({ Тема: 'ВПР' })]));
    expect(rows.map(({ rowIndex }) => rowIndex)).toEqual([501]);
  });

  test('unticked checkboxes and blanks make no row; an id left behind is a leftover', () => {
    const table = readWhole(
      JOURNAL,
      sheet([HEADER, rowOf({ Тема: ' ', Руководителей: false }), rowOf({ ID: 'j1' })]),
    );
    expect([table.rows, table.leftovers.map(({ idCell }) => idCell)]).toEqual([[], ['j1']]);
  });

  test('a plain «Номер» binds as a synonym only where the column of its own name is absent', () => {
    const header = ACTS.columns.map(({ title }) => (title === 'Номер акта' ? 'Номер' : title));
    const { binding } = readWhole(ACTS, { sheetId: 1, title: 'Внешние акты', rows: [header] });
    expect(binding.columns.get('number')).toBe(header.indexOf('Номер'));
  });

  test('without a column that nothing can do without it is unreadable, which is no table without rows', () => {
    const header = HEADER.filter((title) => !['Проверка', 'Дата', 'ID'].includes(title));
    expect(parseTable(JOURNAL, sheet([header, rowOf({ Тема: 'ВПР' }, header)]))).toEqual({
      kind: 'unreadable',
      missing: JOURNAL.columns.filter(({ key }) => key === 'date' || key === 'id'),
    });
    expect(parseTable(JOURNAL, sheet([]))).toMatchObject({ kind: 'unreadable' });
  });

  test('without any other column it is read, and the column is named', () => {
    const header = HEADER.filter((title) => title !== 'Проверка' && title !== 'Тема');
    const { binding, rows } = readWhole(JOURNAL, sheet([header, rowOf({ Дата: 46000 }, header)]));
    expect(binding.missing.map(({ key }) => key)).toEqual(['check', 'topic']);
    expect(rows[0]?.staff).not.toHaveProperty('topic');
  });
});

describe('nothing typed is dropped, and nothing that was not typed makes a row', () => {
  const wider = (...titles: readonly string[]) => [...HEADER, ...titles];

  test('of two equal headers of the staff each column keeps its own values', () => {
    const header = wider('Моё', 'Моё', 'x2:Моё');
    const line = [...rowOf({ Тема: 'ВПР' }), 'первое', 'второе', 'третье'];
    const { rows } = readWhole(JOURNAL, sheet([header, line]));
    expect(rows[0]?.staff).toMatchObject({ 'x:Моё': 'первое', 'x2:Моё': 'второе', 'x:x2:Моё': 'третье' });
  });

  test('of a doubled column the left one is read, the right one is kept beside it, and both are named', () => {
    const header = ['Тема', ...HEADER];
    const line = ['новая', ...rowOf({ Тема: 'прежняя' })];
    const { rows, binding } = readWhole(JOURNAL, sheet([header, line]));
    expect(rows[0]?.staff).toMatchObject({ topic: 'новая', 'x:Тема': 'прежняя' });
    expect(binding.repeated.map(({ column, index, other }) => [column.key, index, other])).toEqual([
      ['topic', 0, 1 + HEADER.indexOf('Тема')],
    ]);
  });

  test('what was typed under an empty header or beyond the last one is kept by its place', () => {
    const line = [...rowOf({ Тема: 'ВПР' }), null, 'рядом'];
    const { rows, binding } = readWhole(JOURNAL, sheet([HEADER, [], line]));
    expect(rows[0]?.staff).toMatchObject({ 'x@P': 'рядом' });
    expect(binding.extra).toEqual([{ key: 'x@P', index: HEADER.length + 1 }]);
  });

  test('a text typed beside the table alone is a row of its own', () => {
    const { rows } = readWhole(JOURNAL, sheet([HEADER, [...rowOf({}), 'позвонить в школу']]));
    expect(rows.map(({ staff }) => staff['x@O'])).toEqual(['позвонить в школу']);
  });

  test.each<[string, readonly Cell[]]>([
    ['the staff’s own numbering, filled down', [...rowOf({}), 17]],
    ['an unticked checkbox', rowOf({ Руководителей: false })],
    ['a row of empty texts', rowOf({ Тема: '', Примечание: '  ' })],
    ['an empty row at the end', []],
  ])('%s makes no row', (_, line) => {
    expect(readWhole(JOURNAL, sheet([wider('№ п/п'), line])).rows).toEqual([]);
  });

  test('a dropdown that was filled down with its first choice makes no rows; any other choice does', () => {
    const header = SCHOOLS.columns.map(({ title }) => title);
    const lines = ['ШНОР', 'ШНОР', 'вышла'].map((Статус) => rowOf({ Статус }, header));
    const table = readWhole(SCHOOLS, { sheetId: 1, title: 'Школы', rows: [header, ...lines] });
    expect(table.rows.map(({ rowIndex }) => rowIndex)).toEqual([3]);
  });

  test('the header pasted among the rows, or standing twice, is no record, and no id of it is cleared', () => {
    const synonyms = HEADER.map((title) => (title === 'Тема' ? 'Содержание' : title));
    const lines = [HEADER, HEADER, rowOf({ Тема: 'ВПР' }), synonyms, [...HEADER.slice(0, -1), 'j7']];
    const { rows, leftovers, binding } = readWhole(JOURNAL, sheet(lines));
    expect([binding.headerRow, rows.map(({ rowIndex }) => rowIndex), leftovers]).toEqual([0, [2], []]);
  });

  test('a record that happens to repeat two headers stays a record', () => {
    const { rows } = readWhole(JOURNAL, sheet([HEADER, rowOf({ Тема: 'Тема', Школа: 'Школа' })]));
    expect(rows.length).toBe(1);
  });

  test('of merged cells the upper left one has the value; the rows below stand without it', () => {
    const lines = [rowOf({ Школа: 'ОО № 1 (демо)', Тема: 'а' }), rowOf({ Тема: 'б' })];
    const { rows } = readWhole(JOURNAL, sheet([HEADER, ...lines]));
    expect(rows.map(({ staff }) => [staff['school'], staff['topic']])).toEqual([
      ['ОО № 1 (демо)', 'а'],
      [null, 'б'],
    ]);
  });

  test('the largest cell of the vendor and a thousand columns arrive whole', () => {
    const long = 'ы'.repeat(50_000);
    const many = Array.from({ length: 1000 }, (_, n) => `Столбец ${n}`);
    const line = [...rowOf({ Тема: long }), ...many.map((_, n) => n)];
    const { rows } = readWhole(JOURNAL, sheet([wider(...many), line]));
    expect([rows[0]?.staff['topic'], rows[0]?.staff['x:Столбец 999']]).toEqual([long, 999]);
  });
});
