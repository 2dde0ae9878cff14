import type { BasicFilter } from '../../schema/objects.ts';

type Filter = Pick<BasicFilter, 'criteria' | 'filterSpecs' | 'sortSpecs'>;

/** As it is kept: the criteria in both spellings, by column and as a list; whichever is given tells the other. */
export function completeFilter<T extends Filter>(filter: T): T {
  const { criteria, filterSpecs } = filter;
  if (criteria && !filterSpecs) {
    const specs = Object.entries(criteria).map(([column, filterCriteria]) => ({
      columnIndex: Number(column),
      filterCriteria,
    }));
    return specs.length > 0 ? { ...filter, filterSpecs: specs } : filter;
  }
  if (!filterSpecs || filterSpecs.length === 0) return filter;
  const byColumn = filterSpecs.map(({ columnIndex = 0, filterCriteria = {} }) => [
    String(columnIndex),
    filterCriteria,
  ]);
  return { ...filter, criteria: Object.fromEntries(byColumn) };
}
