import { expect, test } from '@jest/globals';
import { findSchool } from '../../../../../functions/domain/report/parts/card-part.ts';

const SCHOOLS = ['ОО № 1', 'оо №  2', 'ОО № 2', 's1'].map((name, index) => ({
  rowId: `s${index + 1}`,
  name,
  status: 'ШНОР' as const,
}));

test.each([
  ['its name', 'ОО № 1', 's1'],
  ['its name with blanks around it', '  ОО № 1 ', 's1'],
  ['its name written otherwise', 'OO №1', 's1'],
  ['its very name, before one that only looks the same', 'ОО № 2', 's3'],
  ['the first of those that look the same', 'Оо № 2', 's2'],
  ['its row', 's3', 's3'],
  ['its row, before a school of such a name below it', 's1', 's1'],
])('a school is found by %s', (_, wanted, rowId) => {
  expect(findSchool(SCHOOLS, wanted).rowId).toBe(rowId);
});

test.each([undefined, '', '  ', 'ОО № 7', 's7'])('none is found by «%s»', (wanted) => {
  expect(() => findSchool(SCHOOLS, wanted)).toThrow(expect.objectContaining({ name: 'ReportSchoolError' }));
});
