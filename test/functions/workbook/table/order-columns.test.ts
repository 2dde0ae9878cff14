import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeSteps } from '../../../../functions/workbook/layout/column-step.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { arrangeColumns } from '../../../../functions/workbook/table/arrange-columns.ts';
import { planColumnOrder } from '../../../../functions/workbook/table/order-columns.ts';
import { WORKSHEETS_IN_ORDER, WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import type { Worksheet } from '../../../../functions/workbook/worksheets/spec.ts';

/** The header after the sheet's columns were brought into order; what is put in bears its title. */
function headerAfter(worksheet: Worksheet, header: readonly string[]): readonly string[] {
  const arrangement = arrangeColumns(worksheet, { sheetId: 1, title: worksheet.title, rows: [header] });
  if (!arrangement) throw new Error('the header was not found');
  const { steps, headers } = planColumnOrder(worksheet, arrangement);
  return takeSteps(header, steps, '').map(
    (title, column) => headers.find((each) => each.column === column)?.title ?? title,
  );
}

const titlesOf = ({ columns }: Worksheet, owner: 'staff' | 'server') =>
  columns.filter((column) => column.owner === owner).map(({ title }) => title);

describe('the columns of an older workbook', () => {
  test('get the verdict beside the school and the measure, and the id at the end', () => {
    const header = ['ID', 'Школа', '№ мероприятия', 'Отметка', 'Контрольная дата', 'Состояние', 'Проверка'];
    expect(headerAfter(WORKSHEETS.executions, header).slice(0, 6)).toEqual([
      'Школа',
      '№ мероприятия',
      'Состояние',
      'Контрольная дата',
      'Проверка',
      'Мероприятие',
    ]);
    expect(headerAfter(WORKSHEETS.executions, header).at(-1)).toBe('ID');
  });

  test('of people’s own stay beside what they stood beside, and the last ones last', () => {
    const header = ['ID', 'Дата', 'Тип дня', 'Наше', 'Основание', 'Проверка', '', 'Ещё'];
    expect(headerAfter(WORKSHEETS.calendar, header)).toEqual([
      'Дата',
      'Тип дня',
      'Проверка',
      'Наше',
      'Основание',
      'ID',
      '',
      'Ещё',
    ]);
  });

  test('in whatever order they stand: the staff’s pass each other nowhere, and a second time nothing moves', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORKSHEETS_IN_ORDER).chain((worksheet) => {
          const all = [...worksheet.columns.map(({ title }) => title), 'Наше', 'Ещё наше', ''];
          const header = fc
            .shuffledSubarray(all, { minLength: 4 })
            .filter((titles) => titles.includes('ID') && titles.at(-1) !== '');
          return fc.tuple(fc.constant(worksheet), header);
        }),
        ([worksheet, header]) => {
          const after = headerAfter(worksheet, header);
          const servers = new Set(titlesOf(worksheet, 'server'));
          expect(after.filter((title) => header.includes(title) && !servers.has(title))).toEqual(
            header.filter((title) => !servers.has(title)),
          );
          expect(new Set(after)).toEqual(
            new Set([...header, ...worksheet.columns.map(({ title }) => title)]),
          );
          expect(headerAfter(worksheet, after)).toEqual(after);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('as they are described need no step', () => {
    for (const worksheet of WORKSHEETS_IN_ORDER) {
      const rows: Cell[][] = [worksheet.columns.map(({ title }) => title)];
      const arrangement = arrangeColumns(worksheet, { sheetId: 1, title: worksheet.title, rows });
      expect(arrangement && planColumnOrder(worksheet, arrangement)).toEqual({ steps: [], headers: [] });
    }
  });
});
