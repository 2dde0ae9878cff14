import { expect, test } from '@jest/globals';
import { arrangeColumns } from '../../../../functions/workbook/table/arrange-columns.ts';
import { EXECUTIONS } from '../../../../functions/workbook/worksheets/executions.ts';

const CONTROL = [
  'Снято с контроля',
  'Возвращено',
  'Срок перенесён на',
  'Основание переноса',
  'Причина',
  'Принятые меры',
];

test('a workbook laid out before control gets its columns at the end, and no other moves', () => {
  const before = EXECUTIONS.columns.map(({ title }) => title).filter((title) => !CONTROL.includes(title));
  const arranged = arrangeColumns(EXECUTIONS, { rows: [before], sheetId: 1, title: 'Исполнение' });
  expect(arranged?.columns.map(({ title }) => title)).toEqual([...before, ...CONTROL]);
  expect(arranged?.added).toEqual(CONTROL);
  const control = EXECUTIONS.columns.filter(({ title }) => CONTROL.includes(title));
  expect(control.every(({ isOptional }) => isOptional)).toBe(true);
});
