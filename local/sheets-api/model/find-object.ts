import type { Draft, MutableSheet } from './draft.ts';

/** The lists of a sheet whose entries a request names by id alone. */
type Listed = 'filterViews' | 'bandedRanges' | 'charts' | 'slicers' | 'protectedRanges';

export interface Found<List extends Listed> {
  readonly sheet: MutableSheet;
  readonly entry: MutableSheet[List][number];
}

/** The entry with the id, and its sheet for writing; ids are unique over all sheets. */
export function findObject<List extends Listed>(
  draft: Draft,
  list: List,
  has: (entry: MutableSheet[List][number]) => boolean,
): Found<List> | undefined {
  for (const { properties, [list]: entries } of draft.sheets) {
    const entry = (entries as readonly MutableSheet[List][number][]).find(has);
    if (entry) return { sheet: draft.edit(properties.sheetId), entry };
  }
  return undefined;
}

/** The list with one entry replaced, or without it. */
export function replaced<T>(entries: readonly T[], before: T, after?: T): T[] {
  return entries.flatMap((entry) => (entry === before ? (after === undefined ? [] : [after]) : [entry]));
}
