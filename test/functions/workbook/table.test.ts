import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../functions/workbook/layout.ts';
import { readTable } from '../../../functions/workbook/table.ts';
import { ACTS } from '../../../functions/workbook/worksheets/acts.ts';
import { JOURNAL } from '../../../functions/workbook/worksheets/journal.ts';

const HEADER = JOURNAL.columns.map(({ title }) => title);
const sheet = (rows: readonly (readonly Cell[])[]) => ({ sheetId: 5, title: 'Журнал', rows });
const rowOf = (cells: Readonly<Record<string, Cell>>, header: readonly string[] = HEADER) =>
  header.map((title) => cells[title] ?? null);

describe('a worksheet is read by its headers', () => {
  test('wherever the columns stand, under any known name', () => {
    const moved = [
      'Вид',
      'Содержание',
      ...HEADER.filter((title) => title !== 'Вид работы' && title !== 'Тема'),
    ];
    const { rows } = readTable(JOURNAL, sheet([moved, rowOf({ Вид: 'КПК', Содержание: 'курсы' }, moved)]));
    expect(rows[0]?.staff).toMatchObject({ kind: 'КПК', topic: 'курсы' });
  });

  test('below a title that people put above it', () => {
    const table = readTable(JOURNAL, sheet([['Журнал за 2026 год'], [], HEADER, rowOf({ Тема: 'ВПР' })]));
    expect([table.binding.headerRow, table.rows.map(({ rowIndex }) => rowIndex)]).toEqual([2, [3]]);
  });

  test('with the columns that staff added, word for word', () => {
    const wider = [...HEADER, 'Моё'];
    const { rows } = readTable(JOURNAL, sheet([wider, rowOf({ Тема: 'ВПР', Моё: 'важно' }, wider)]));
    expect(rows[0]?.staff['x:Моё']).toBe('важно');
  });

  test('far below an empty stretch', () => {
    const stretch = Array.from({ length: 500 }, () => []);
    const { rows } = readTable(JOURNAL, sheet([HEADER, ...stretch, rowOf({ Тема: 'ВПР' })]));
    expect(rows.map(({ rowIndex }) => rowIndex)).toEqual([501]);
  });

  test('unticked checkboxes and blanks make no row; an id left behind is a leftover', () => {
    const table = readTable(
      JOURNAL,
      sheet([HEADER, rowOf({ Тема: ' ', Руководителей: false }), rowOf({ ID: 'j1' })]),
    );
    expect([table.rows, table.leftovers.map(({ idCell }) => idCell)]).toEqual([[], ['j1']]);
  });

  test('a plain «Номер» binds as a synonym only where the column of its own name is absent', () => {
    const header = ACTS.columns.map(({ title }) => (title === 'Номер акта' ? 'Номер' : title));
    const { binding } = readTable(ACTS, { sheetId: 1, title: 'Внешние акты', rows: [header] });
    expect(binding.columns.get('number')).toBe(3);
  });

  test('a needed column that is gone is named in the refusal', () => {
    const header = HEADER.filter((title) => title !== 'Проверка' && title !== 'Дата');
    expect(() => readTable(JOURNAL, sheet([header]))).toThrow(
      'На листе «Журнал» нет столбцов «Дата», «Проверка».',
    );
  });
});
