import { describe, expect, test } from '@jest/globals';
import { parseLabel } from '../../../../functions/domain/assessment/parse-label.ts';
import { layoutWorksheet } from '../../../../functions/workbook/table/worksheet-layout.ts';
import { EXECUTIONS } from '../../../../functions/workbook/worksheets/executions.ts';

describe('«За какой срок»', () => {
  const layout = layoutWorksheet(EXECUTIONS, []);
  const at = EXECUTIONS.columns.findIndex(({ key }) => key === 'occurrence');
  const column = EXECUTIONS.columns[at];
  const offered = layout.validations.find(({ range }) => range.startColumn === at)?.rule;

  test('offers the parts of the year in which measures recur, and stays text', () => {
    expect(offered).toMatchObject({
      kind: 'one_of',
      values: expect.arrayContaining(['III квартал', 'II полугодие', 'сентябрь']) as unknown,
    });
    expect(layout.columnStyles[at]).toMatchObject({ format: 'text' });
  });

  test('understands all that it offers and all that its help teaches', () => {
    const values = offered?.kind === 'one_of' ? offered.values : [];
    const taught = [...(column?.note ?? '').matchAll(/«([^»]+)»/gu)].flatMap(([, label]) => label ?? []);
    expect(taught.length).toBeGreaterThan(3);
    expect([...values, ...taught].filter((label) => !parseLabel(label))).toEqual([]);
  });
});
