import type { ForeignTable } from '../../layout/layout.ts';
import { textAt, titleOfTable } from './foreign-table.ts';
import { filledCells, type BodyRow } from './split-table.ts';

/** A text of the table that is in no item and in no heading. */
export interface UntakenCell {
  readonly place: string;
  /** What its column is called. */
  readonly column: string;
  readonly text: string;
  /** `above`: over the header. `column`: of a column that is not taken. `numbers`: the row «1 | 2 | 3». */
  readonly why: 'above' | 'column' | 'numbers';
}

/** What the rest of a row has that no item took; `taken`: columns. The same text merged over columns is told once. */
export function untakenOf(
  table: ForeignTable,
  { index, row, header }: BodyRow,
  taken: ReadonlySet<number>,
): UntakenCell[] {
  const said = new Set([...taken].map((column) => textAt(row, column)));
  return row.flatMap((_, column): UntakenCell[] => {
    const text = textAt(row, column);
    if (text === '' || taken.has(column) || said.has(text)) return [];
    said.add(text);
    return [{ place: placeOfRow(table, index), column: header.texts[column] ?? '', text, why: 'column' }];
  });
}

/** What stands in rows that are no body. */
export function aside(
  table: ForeignTable,
  rows: readonly Pick<BodyRow, 'index' | 'row'>[],
  why: UntakenCell['why'],
): UntakenCell[] {
  return rows.flatMap(({ index, row }) =>
    filledCells(row).map((text) => ({ place: placeOfRow(table, index), column: '', text, why })),
  );
}

/** «Лист «План», строка 5». */
export function placeOfRow(table: ForeignTable, index: number): string {
  return [titleOfTable(table), `строка ${index + 1}`].filter((part) => part !== '').join(', ');
}
