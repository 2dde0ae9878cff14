import type { BasicFilter, FilterCriteria } from '../../schema/objects.ts';
import { closeRange } from './boxes.ts';
import { planCondition } from '../describe/conditions.ts';
import { formatCellValue } from '../locale/format-value.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import type { Cell, Sheet } from '../types.ts';

type Test = (cell: Cell | undefined) => boolean;

/** The rows that the filter of the sheet hides; its first row is the header. */
export function filteredRows(
  sheet: Sheet,
  { rules, now }: { rules: LocaleRules; now: Date },
): ReadonlySet<number> {
  const filter = sheet.basicFilter;
  const tests = filter ? testsOf(filter, rules, now) : [];
  const hidden = new Set<number>();
  if (!filter || tests.length === 0) return hidden;
  const { startRow, endRow } = closeRange(sheet, filter.range ?? {});
  for (let row = startRow + 1; row < endRow; row++)
    if (tests.some(({ column, shows }) => !shows(sheet.rows[row]?.[column]))) hidden.add(row);
  return hidden;
}

function testsOf(
  { filterSpecs = [] }: BasicFilter,
  rules: LocaleRules,
  now: Date,
): { column: number; shows: Test }[] {
  return filterSpecs.flatMap(({ columnIndex = 0, filterCriteria = {} }) => {
    const shows = testOf(filterCriteria, rules, now);
    return shows ? [{ column: columnIndex, shows }] : [];
  });
}

function testOf(criteria: FilterCriteria, rules: LocaleRules, now: Date): Test | undefined {
  const { hiddenValues, condition } = criteria;
  const isMet = condition?.type ? planCondition(condition, rules, now) : undefined;
  if (!hiddenValues && !isMet) return undefined;
  const hidden = new Set(hiddenValues);
  return (cell) => {
    const text = cell ? formatCellValue(cell, rules) : '';
    return !hidden.has(text) && (isMet?.(cell) ?? true);
  };
}
