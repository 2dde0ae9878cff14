import { expect, test } from '@jest/globals';
import { namePart, nameTable } from '../../../../functions/workbook/report/sheet-names.ts';

test('a part has a short name and its number', () => {
  expect(namePart({ key: 'summary', title: 'Исполнение по мероприятиям' }, 1)).toBe('2. По мероприятиям');
});

test('a part of a later day is cut after a whole word', () => {
  const title = 'Собеседования, консультации, мероприятия и курсы';
  expect(namePart({ key: 'new', title }, 5)).toBe('6. Собеседования, консультации');
});

test('a table has the number of the sheet before it', () => {
  expect(nameTable({ key: 'states', title: '' }, '2. По мероприятиям')).toBe('2. Состояния');
  expect(nameTable(undefined, '2. По мероприятиям')).toBe('2. По мероприятиям');
});
