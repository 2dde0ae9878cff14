import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import { arrangeColumns } from '../../../../functions/workbook/table/arrange-columns.ts';
import { describeGap, gapsOf } from '../../../../functions/workbook/table/gaps.ts';
import { parseTable, type Table } from '../../../../functions/workbook/table/table.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { feedsFigures, type Worksheet } from '../../../../functions/workbook/worksheets/spec.ts';

type Grid = readonly (readonly Cell[])[];

const { journal: JOURNAL, executions: EXECUTIONS, schools: SCHOOLS } = WORKSHEETS;
const headerOf = ({ columns }: Worksheet) => columns.map(({ title }) => title);
const rowsOf = (worksheet: Worksheet, ...records: readonly Readonly<Record<string, Cell>>[]): Grid =>
  records.map((record) => worksheet.columns.map(({ key }) => record[key] ?? null));
const sheetOf = (rows: Grid) => ({ sheetId: 1, title: 'Лист', rows });

const ENTRIES = rowsOf(
  JOURNAL,
  { id: 'j1-0a1', date: 46_300, kind: 'собеседование', measure: '1.2', school: 'ОО № 1', topic: 'Итоги' },
  { id: 'j2-0b2', date: 46_301, kind: 'КПК', measure: '2.1', topic: 'Курсы' },
  { id: 'j3-0c3', date: 46_302, kind: 'консультация', measure: '1.3', school: 'ОО № 2' },
);
const HEADER = headerOf(JOURNAL);

function readWhole(rows: Grid, worksheet = JOURNAL): Table {
  const table = parseTable(worksheet, sheetOf(rows));
  if (table.kind !== 'complete') throw new Error('the sheet was not read');
  return table;
}

describe('a header that moved', () => {
  const [first = [], second = [], third = []] = ENTRIES;

  test.each<[string, Grid, number, readonly string[], readonly string[]]>([
    ['below one record', [first, HEADER, second, third], 1, ['j2-0b2', 'j3-0c3'], ['j1-0a1']],
    ['below all', [first, second, third, HEADER], 3, [], ['j1-0a1', 'j2-0b2', 'j3-0c3']],
    [
      'below records and titles',
      [['Наш журнал', '2026'], first, HEADER, second, third],
      2,
      ['j2-0b2', 'j3-0c3'],
      ['j1-0a1'],
    ],
    [
      'below a record without an id yet',
      [[...first.slice(0, -1), null], HEADER, second],
      1,
      ['j2-0b2'],
      [''],
    ],
    [
      'more than ten rows down, under titles',
      [...Array.from({ length: 14 }, () => ['Отчёт за год']), HEADER, first, second],
      14,
      ['j1-0a1', 'j2-0b2'],
      [],
    ],
    [
      'more than ten rows down, by a sort',
      [...Array.from({ length: 12 }, () => first), HEADER, second],
      12,
      ['j2-0b2'],
      Array.from({ length: 12 }, () => 'j1-0a1'),
    ],
  ])('%s is found, and the records above it are named', (_, rows, ...found) => {
    const { binding, rows: below, above } = readWhole(rows);
    const ids = [below, above].map((those) => those.map(({ idCell }) => idCell));
    expect([binding.headerRow, ...ids]).toEqual(found);
  });

  test('is told with the rows above it and what to do', () => {
    const [gap] = gapsOf(readWhole([first, second, HEADER, third]));
    expect(gap && describeGap(gap, 2)).toEqual({
      message:
        'Выше заголовка (строка 3) стоят строки 1–2. Их система не читает, но хранит, какими приняла их раньше: ' +
        'ничего не удалено.',
      advice: 'Перетащите строку заголовков (3) выше них.',
    });
  });

  test.each<[string, Grid]>([
    ['again among the records', [HEADER, first, HEADER, second]],
    ['again, one column to the right', [HEADER, first, ['', ...HEADER.slice(0, -1)], second]],
    ['again, one column to the left', [HEADER, first, HEADER.slice(1), second]],
    [
      'again in capitals and without its id',
      [HEADER, first, [...HEADER.slice(0, -1).map((each) => each.toUpperCase()), null]],
    ],
    ['twice at the top', [HEADER, HEADER, first, second]],
  ])('%s makes no record', (_, rows) => {
    const table = readWhole(rows);
    expect([table.rows, table.above].flat().map(({ idCell }) => idCell)).toEqual(
      rows.flatMap((row) => row.filter((cell) => /^j\d/u.test(String(cell)))),
    );
  });
});

describe('a header that is gone', () => {
  const known = readWhole([HEADER, ...ENTRIES]).binding.places;
  const arrange = (rows: Grid, places = known) => arrangeColumns(JOURNAL, sheetOf(rows), places);
  const titlesIn = (rows: Grid, places = known) => arrange(rows, places)?.columns.map(({ title }) => title);
  const ENGLISH = ['ID', 'When', 'Kind', 'Measure', 'School', 'Topic'].map((each) => `${each} (en)`);

  test('leaves an unreadable sheet, even where a record says a word of it', () => {
    expect(parseTable(JOURNAL, sheetOf(ENTRIES))).toMatchObject({ kind: 'unreadable' });
    const wordy = rowsOf(JOURNAL, { id: 'j4-0d4', kind: 'Тема', note: 'Документ' });
    expect(parseTable(JOURNAL, sheetOf([...wordy, ...ENTRIES]))).toMatchObject({ kind: 'unreadable' });
  });

  test.each<[string, Grid, number, 'inserted' | 'filled']>([
    ['deleted: a row is inserted above the first record', ENTRIES, 0, 'inserted'],
    ['emptied: its own row is filled', [[], ...ENTRIES], 0, 'filled'],
    ['pasted over by a record: inserted above it', [ENTRIES[1] ?? [], ...ENTRIES], 0, 'inserted'],
    ['in another language: inserted below it', [ENGLISH, ...ENTRIES], 1, 'inserted'],
  ])('%s', (_, rows, headerRow, restored) => {
    expect(arrange(rows)).toMatchObject({ headerRow, restored, added: [] });
    expect(titlesIn(rows)).toEqual(HEADER);
  });

  test('stands again over the columns as people had arranged them, their own among them', () => {
    const swap = ([a = null, b = null, ...rest]: readonly Cell[]) => [b, 'наше', a, ...rest];
    const header = swap(HEADER).map((each) => (each === 'наше' ? 'Наше' : String(each)));
    const places = readWhole([header, ...ENTRIES.map(swap)]).binding.places;
    expect(titlesIn(ENTRIES.map(swap), places)).toEqual(header);
  });

  test('is nobody’s guess where the columns have moved since, or nothing is known of the rows', () => {
    const moved = ENTRIES.map(([id, date, ...rest]) => [date ?? null, ...rest, id ?? null]);
    expect(arrange(moved)).toBeUndefined();
    expect(
      arrangeColumns(
        JOURNAL,
        sheetOf([
          ['Что-то', 'своё'],
          ['1', '2'],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe('a column that feeds figures', () => {
  const DONE = rowsOf(EXECUTIONS, { id: 'e1-0a1', school: 'ОО № 1', measure: '1.1', mark: 'выполнено' });
  const header = headerOf(EXECUTIONS);
  const MARK = columnLetters(header.indexOf('Отметка'));
  const { places } = readWhole([header, ...DONE], EXECUTIONS).binding;
  const gapsIn = (titles: readonly Cell[], rows = DONE) => {
    const table = parseTable(EXECUTIONS, sheetOf([titles, ...rows]), places);
    return table.kind === 'complete' ? gapsOf(table).map((gap) => describeGap(gap, 0).message) : [];
  };
  const renamed = (title: string, to: string) => header.map((each) => (each === title ? to : each));

  test('is known by its type, or because the description says so: no list of columns stands elsewhere', () => {
    const silent = EXECUTIONS.columns.filter((column) => column.owner === 'staff' && !feedsFigures(column));
    expect(silent.map(({ title }) => title)).toEqual(['Исполнитель (должность)', 'Примечание']);
    expect(SCHOOLS.columns.filter(feedsFigures).map(({ key }) => key)).toContain('vacancies');
  });

  test.each([
    'Отметка',
    'Дата исполнения',
    'Вид документа',
    'Номер документа',
    'Ссылка',
    'За какой срок',
    'Школа',
  ])('«%s» renamed is lost, and what stands in its place is told', (title) => {
    const [told] = gapsIn(renamed(title, 'Моё'));
    expect(told).toContain(`Нет столбца «${title}»: он стоял в `);
    expect(told).toContain('там теперь «Моё».');
  });

  test('whose header cell was emptied is lost', () => {
    expect(gapsIn(renamed('Отметка', ''))[0]).toContain(`он стоял в ${MARK}1, ячейка заголовка пуста`);
  });

  test('that was deleted is lost, without a place', () => {
    const without = (row: readonly Cell[]) => row.toSpliced(header.indexOf('Отметка'), 1);
    expect(gapsIn(without(header), DONE.map(without))[0]).toContain(
      'Нет столбца «Отметка». Прежние значения',
    );
  });

  test.each(['Отметка\u200b', 'ОТМЕТКА ', 'Oтметкa', 'От\u00adметка', 'Отметка.', 'Статус'])(
    'is known as «%s»',
    (to) => {
      expect(gapsIn(renamed('Отметка', to))).toEqual([]);
    },
  );

  test('is not taken for an own column that stood beside it and happens to be called by a synonym', () => {
    const both = [...header, 'Статус'];
    const rows = DONE.map((row) => [...row, 'согласовано']);
    const beside = readWhole([both, ...rows], EXECUTIONS).binding.places;
    const lost = both.map((each) => (each === 'Отметка' ? 'Отм.' : each));
    const table = parseTable(EXECUTIONS, sheetOf([lost, ...rows]), beside);
    expect(table.kind === 'complete' && gapsOf(table).map(({ kind }) => kind)).toEqual(['column_lost']);
    expect(table.kind === 'complete' && table.rows[0]?.staff).toMatchObject({ 'x:Статус': 'согласовано' });
  });

  test('that stands twice is a gap only where the two disagree', () => {
    const twice = [...header, 'Отметка'];
    const withCopy = (copy: Cell) => DONE.map((row) => [...row, copy]);
    expect(gapsIn(twice, withCopy('выполнено'))).toEqual([]);
    expect(gapsIn(twice, withCopy(null))).toEqual([]);
    expect(gapsIn(twice, withCopy('в работе'))[0]).toContain(
      `Столбец «Отметка» стоит дважды, ${MARK} и ${columnLetters(header.length)}`,
    );
  });
});
