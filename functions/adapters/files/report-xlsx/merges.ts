import type { Worksheet } from 'exceljs';
import type { CellRange, SheetLayout } from '../../../workbook/layout/layout.ts';

/** The merges that cover cells of a row (from 0), in the layout's order. */
export type MergesOfRow = (row: number) => readonly CellRange[];

/** A report's tab has thousands of merges: by rows, so that no row looks through all of them. */
export function indexMerges({ merges, rows }: SheetLayout): MergesOfRow {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of merges)
    for (let row = merge.startRow; row < (merge.endRow ?? rows.length); row++)
      byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  return (row) => byRow.get(row) ?? [];
}

type Ranges = Record<string, unknown>;

/**
 * Merges the layout's cells. exceljs compares every merge with all before it, a second for a report's tab; here it is
 * shown those of the same rows, the only ones that could overlap. Throws where some do.
 */
export function mergeCells(worksheet: Worksheet, layout: SheetLayout, mergesOf: MergesOfRow): void {
  const inner = worksheet as unknown as { _merges: Ranges };
  const done = new Map<CellRange, Ranges>();
  for (const merge of layout.merges) {
    const { startRow, startColumn, endRow = layout.rows.length } = merge;
    const near = new Set(
      Array.from({ length: endRow - startRow }, (_, row) => mergesOf(startRow + row)).flat(),
    );
    const before = Object.assign({}, ...[...near].map((each) => done.get(each))) as Ranges;
    inner._merges = { ...before };
    worksheet.mergeCells(
      startRow + 1,
      startColumn + 1,
      endRow,
      merge.endColumn ?? layout.columnWidths.length,
    );
    done.set(merge, Object.fromEntries(Object.entries(inner._merges).filter(([name]) => !(name in before))));
  }
  inner._merges = Object.assign({}, ...done.values()) as Ranges;
}
