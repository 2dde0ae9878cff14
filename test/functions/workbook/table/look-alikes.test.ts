import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import { describeLookAlike, findLookAlikes } from '../../../../functions/workbook/table/look-alikes.ts';
import { parseTable } from '../../../../functions/workbook/table/table.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import type { StaffWorksheetKey } from '../../../../functions/domain/records/worksheet-key.ts';

type Cells = Readonly<Record<string, Cell>>;

/** What is told of a sheet with one column more, a record and its cell there a line. */
function tell(key: StaffWorksheetKey, header: string, rows: readonly (readonly [cells: Cells, own: Cell])[]) {
  const { columns } = WORKSHEETS[key];
  const grid = rows.map(([cells, own]) => [...columns.map((column) => cells[column.key] ?? null), own]);
  const sheet = {
    sheetId: 1,
    title: 'Лист',
    rows: [[...columns.map(({ title }) => title), header], ...grid],
  };
  const table = parseTable(WORKSHEETS[key], sheet);
  return table.kind === 'complete'
    ? findLookAlikes(table).map((each) => describeLookAlike(each).message)
    : [];
}

/** Behind all that are described. */
const OWN = columnLetters(WORKSHEETS.executions.columns.length);
const ROW = { id: 'e1-0a1', school: 'ОО № 1', measure: '1.1' };

describe('a column of people’s own that says something else than ours is told', () => {
  test.each<readonly [what: string, header: string, ours: Cells, says: readonly [own: Cell, column: string]]>(
    [
      ['a mark where ours is empty', 'Отметка об исполнении', {}, ['выполнено', 'Отметка']],
      ['a mark where ours says another', 'Итог', { mark: 'в работе' }, [' ВЫПОЛНЕНО', 'Отметка']],
      ['work that goes on', 'Наш контроль', { mark: 'выполнено' }, ['в работе', 'Отметка']],
      ['a day beside ours', 'Дата исполнения (факт)', { doneOn: 46_300 }, [46_310, 'Дата исполнения']],
      ['a number of a document', 'Номер документа, исправленный', {}, ['12-р', 'Номер документа']],
      ['a time', 'За какой срок — уточнение', { occurrence: 'I квартал' }, ['II квартал', 'За какой срок']],
      ['under a synonym', 'Отметка о выполнении: методист', {}, ['сделано', 'Отметка']],
    ],
  )('%s', (_, header, ours, [own, column]) => {
    expect(tell('executions', header, [[{ ...ROW, ...ours }, own]])).toEqual([
      `В столбце «${header}» (${OWN}) написано не то, что в «${column}» (строка 2): система читает только «${column}».`,
    ]);
  });

  test('with the first row and how many more', () => {
    const rows = ['выполнено', 'не начато', 'выполнено', 'в работе'].map(
      (own, index) => [{ ...ROW, id: `e${index + 1}-0a1` }, own] as const,
    );
    expect(tell('executions', 'Свод', rows)).toEqual([
      `В столбце «Свод» (${OWN}) написано не то, что в «Отметка» (строка 2 и ещё 2): система читает только «Отметка».`,
    ]);
  });

  test('on other sheets too', () => {
    const school = { name: 'ОО № 1', status: 'ШНОР' };
    expect(tell('schools', 'Новое', [[school, 'вышла']])).toEqual([
      'В столбце «Новое» (AE) написано не то, что в «Статус» (строка 2): система читает только «Статус».',
    ]);
  });
});

describe('nothing is told of a column', () => {
  test.each<readonly [what: string, header: string, ours: Cells, own: Cell]>([
    ['that says the same', 'Отметка об исполнении', { mark: 'выполнено' }, 'Выполнено'],
    ['that says the same day', 'Дата исполнения (факт)', { doneOn: 46_300 }, 46_300],
    ['that is empty', 'Дата исполнения (факт)', { doneOn: 46_300 }, null],
    ['of remarks', 'Комментарий методиста', {}, 'будет выполнено в мае'],
    ['of a choice that rows are born with', 'Свод', { mark: 'выполнено' }, 'не начато'],
    ['whose header only begins with the same letters', 'Дата исполнениямер', {}, 46_300],
    ['that goes on after a word of everyday', 'Школа (краткое имя)', {}, 'первая'],
  ])('%s', (_, header, ours, own) => {
    expect(tell('executions', header, [[{ ...ROW, ...ours }, own]])).toEqual([]);
  });

  test('that bears the very header: that is told as a double', () => {
    expect(tell('executions', 'Отметка', [[ROW, 'выполнено']])).toEqual([]);
  });
});
