import { expect, test } from '@jest/globals';
import {
  STAFF_WORKSHEETS,
  type StaffWorksheetKey,
} from '../../../../functions/domain/records/worksheet-key.ts';
import {
  findRow,
  findTarget,
  isAddress,
  parseRowName,
} from '../../../../functions/use-cases/history/row-target.ts';
import type { Standing } from '../../../../functions/use-cases/sync/reading/read-standing.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { BOOK, idOf } from './accepted.ts';

const perWorksheet = <Value>(of: (key: StaffWorksheetKey) => Value) =>
  Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, of(key)])) as Record<StaffWorksheetKey, Value>;

/** «Журнал» was renamed by staff; «Исполнение» has a row in its line 3 and one in line 5 that nobody accepted. */
const STANDING = {
  tables: perWorksheet((key) => ({ title: key === 'journal' ? 'Наш журнал' : WORKSHEETS[key].title })),
  rows: {
    ...perWorksheet(() => []),
    executions: [
      { id: 'e1', rowIndex: 2 },
      { id: '', rowIndex: 4 },
    ],
    journal: [{ id: 'j1', rowIndex: 1 }],
  },
} as unknown as Standing;

const answer = (find: () => unknown): unknown => {
  try {
    return find();
  } catch (error) {
    return (error as Error).message.split('. ')[0];
  }
};

const E17 = idOf('executions', 17);

test.each([
  ['an id', E17, { worksheet: 'executions', rowId: E17 }],
  ['of another worksheet', idOf('schools', 3), { worksheet: 'schools', rowId: idOf('schools', 3) }],
  ['with blanks and in capitals', ` ${E17.toUpperCase()} `, { worksheet: 'executions', rowId: E17 }],
  [
    'with all letters of a Russian keyboard that look the same',
    'е20-9ас',
    { worksheet: 'executions', rowId: 'e20-9ac' },
  ],
  [
    'of «Календарь», whose letter is Russian as well',
    idOf('calendar', 1).replace('k', 'К'),
    { worksheet: 'calendar', rowId: idOf('calendar', 1) },
  ],
  ['a number that its check does not fit', E17.replace('17', '18'), undefined],
  ['a place', 'Исполнение!3', undefined],
  ['nothing', '', undefined],
])('the name of a row: %s', (_, text, row) => expect(parseRowName(text, BOOK)).toEqual(row));

test.each([
  ['Исполнение!3', true],
  ['Исполнение:3', true],
  ["'Исполнение'!A3", true],
  ['  исполнение ! b3  ', true],
  ['Внешние акты!12', true],
  ['Исполнение!1234567', true],
  ['Исполнение!12345678', false],
  ['Исполнение!', false],
  ['!3', false],
  ['Исполнение 3', false],
  ['Исполнение!3 и далее', false],
  ['Исполнение!Ж3', false],
  ['e17-4fa', false],
])('whether «%s» is a place: %s', (text, is) => expect(isAddress(text)).toBe(is));

test.each([
  ['Исполнение!3', { worksheet: 'executions', rowId: 'e1' }],
  [" 'исполнение'!a3 ", { worksheet: 'executions', rowId: 'e1' }],
  ['Выполнение:3', { worksheet: 'executions', rowId: 'e1' }],
  ['Наш журнал!2', { worksheet: 'journal', rowId: 'j1' }],
  ['Журнал!2', { worksheet: 'journal', rowId: 'j1' }],
  ['Исполнение!4', 'В строке «Исполнение!4» нет номера в столбце «ID»: она пуста или ещё не принята'],
  ['Исполнение!5', 'В строке «Исполнение!5» нет номера в столбце «ID»: она пуста или ещё не принята'],
  ['Контроль!3', 'Строка «Контроль!3» не найдена'],
  ['не место', 'Строка «не место» не найдена'],
])('the row that stands at %s', (text, row) => expect(answer(() => findRow(text, STANDING))).toEqual(row));

test.each([
  ['nothing named', undefined, { worksheets: STAFF_WORKSHEETS }],
  ['a worksheet', 'исполнение', { worksheets: ['executions'] }],
  ['a worksheet as staff call it', 'Наш журнал', { worksheets: ['journal'] }],
  ['a worksheet as it was called', 'Акты', { worksheets: ['acts'] }],
  ['an id', E17, { worksheets: ['executions'], rowId: E17 }],
  ['a place', 'Исполнение!3', { worksheets: ['executions'], rowId: 'e1' }],
  [
    'a place without a row',
    'Исполнение!9',
    'В строке «Исполнение!9» нет номера в столбце «ID»: она пуста или ещё не принята',
  ],
  ['anything else', 'всё', '«всё» — не строка и не лист'],
])('what is to be restored: %s', (_, text, target) =>
  expect(answer(() => findTarget(text, BOOK, STANDING))).toEqual(target),
);

test('where nothing is meant the worksheets are named', () =>
  expect(() => findTarget('всё', BOOK, STANDING)).toThrow('или лист целиком: «Школы», «Регламент»,'));
