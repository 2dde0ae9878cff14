import { findOwnColumns, type OwnColumn } from './own-columns.ts';
import type { Column, Worksheet } from '../worksheets/spec.ts';
import { findHeader, type Header } from './find-header.ts';
import { normaliseHeader } from './header-names.ts';
import { placesOf, type Places } from './places.ts';
import type { Cell } from '../layout/layout.ts';

/** The grid of a sheet as it was read. */
export interface RawSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Which column of the sheet holds what. */
export interface Binding {
  /** Zero-based row of the header: people put titles above it. */
  readonly headerRow: number;
  /** Zero-based column by key; a column that is gone is absent. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of the staff's own, kept word for word. */
  readonly extra: readonly OwnColumn[];
  /** Described columns that the sheet lacks. */
  readonly missing: readonly Column[];
  /** Described columns whose header stands on the sheet once more: the left one is read, the other is own. */
  readonly repeated: readonly RepeatedColumn[];
  /** What stands now where columns that are missing stood before, by their keys. */
  readonly strays: ReadonlyMap<string, Stray>;
  /** Keys of the columns that the sheet had before. */
  readonly before: ReadonlySet<string>;
  /** Where the columns stand, to be remembered. */
  readonly places: Places;
}

/** Zero-based; of a described column or one of the staff's own, undefined where the sheet has none. */
export function placeOfColumn({ columns, extra }: Binding, key: string): number | undefined {
  return columns.get(key) ?? extra.find((each) => each.key === key)?.index;
}

export interface RepeatedColumn {
  readonly column: Column;
  /** Zero-based columns: where it is read, and where the other stands. */
  readonly index: number;
  readonly other: number;
}

/** The header of nobody else that took a lost one's place: it was renamed, or its cell was emptied. */
export interface Stray {
  /** Zero-based column. */
  readonly index: number;
  /** '' for an empty cell. */
  readonly header: string;
}

/** Binds by header and synonyms, wherever the columns stand; `known`: how they stood before. */
export function bindColumns(worksheet: Worksheet, sheet: RawSheet, known?: Places): Binding {
  const header = findHeader(worksheet, sheet.rows, known) ?? {
    headerRow: 0,
    columns: new Map(),
    headers: [],
  };
  const { headerRow, columns, headers } = header;
  const missing = worksheet.columns.filter(({ key }) => !columns.has(key));
  return {
    headerRow,
    columns,
    extra: findOwnColumns(headers, new Set(columns.values()), sheet.rows.slice(headerRow + 1)),
    missing,
    repeated: findRepeated(worksheet, header),
    strays: findStrays(missing, header, known),
    before: new Set(known?.columns),
    places: placesOf(headerRow, headers, columns),
  };
}

function findRepeated(worksheet: Worksheet, { headers, columns }: Header): readonly RepeatedColumn[] {
  const names = headers.map(normaliseHeader);
  return worksheet.columns.flatMap((column) => {
    const index = columns.get(column.key);
    if (index === undefined) return [];
    const other = names.indexOf(names[index] ?? '', index + 1);
    return other < 0 ? [] : [{ column, index, other }];
  });
}

/** Where another column of the description has moved in, the lost one was deleted: nothing of it is left there. */
export function findStrays(
  missing: readonly Column[],
  { headers, columns }: Header,
  known: Places | undefined,
): ReadonlyMap<string, Stray> {
  const bound = new Set(columns.values());
  const remembered = new Set(known?.columns);
  return new Map(
    missing.flatMap(({ key }): [string, Stray][] => {
      const index = known?.columns.indexOf(key) ?? -1;
      const header = headers[index]?.trim() ?? '';
      // An own column that stood elsewhere before has only moved up.
      if (index < 0 || bound.has(index) || remembered.has(`x:${header}`)) return [];
      return [[key, { index, header }]];
    }),
  );
}
