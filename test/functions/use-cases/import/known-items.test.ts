import { describe, expect, test } from '@jest/globals';
import type { Measure } from '../../../../functions/domain/records/regulation.ts';
import { findKnown, separateRepeats } from '../../../../functions/use-cases/import/known-items.ts';
import type { PlanItem } from '../../../../functions/workbook/foreign-plan/parse-plan.ts';

const itemOf = (number: string, section: string, title = 'Семинар'): PlanItem => ({
  number,
  section,
  title,
  deadlinePhrase: 'октябрь',
  responsible: '',
});
const measureOf = (number: string, section: string, title?: string): Measure => ({
  ...itemOf(number, section, title),
  rowId: `r-${number}`,
  scope: 'municipality',
});
const known = (items: readonly PlanItem[], measures: readonly Measure[]) => {
  const found = findKnown(items, measures);
  return items.map((item) => found.has(item));
};

describe('an item of a foreign plan', () => {
  test('is another one in another section', () => {
    expect(known([itemOf('1', 'Кадры'), itemOf('1', 'Работа с детьми')], [measureOf('1', 'Кадры')])).toEqual([
      true,
      false,
    ]);
  });

  test('is the same under the number that it was given anew, and where its section is written otherwise', () => {
    expect(known([itemOf('3.2', 'Кадры')], [measureOf('3.2-2', 'Раздел I. КАДРЫ')])).toEqual([true]);
    expect(known([itemOf('3.2', '')], [measureOf('3.2', '3. Работа с ШНОР')])).toEqual([true]);
  });

  test('stays two where the plan means two: each measure stands for one', () => {
    const items = [itemOf('1.1', 'Кадры'), itemOf('1.5', 'Кадры')];
    expect(known(items, [measureOf('1.5', 'Кадры')])).toEqual([false, true]);
    expect(known(items, [measureOf('1.1', 'Кадры'), measureOf('1.5', 'Кадры')])).toEqual([true, true]);
  });

  test('is one where the file says it twice, number and section included', () => {
    const items = [itemOf('1', 'А'), itemOf('1', 'А'), itemOf('2', 'А'), itemOf('1', 'Б')];
    const { once, repeated } = separateRepeats(items);
    expect([once, repeated]).toEqual([[items[0], items[2], items[3]], [items[1]]]);
  });
});
