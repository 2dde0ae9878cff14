import type { ReportTable } from '../../../domain/report/report-document.ts';
import type { ConditionalRule } from '../../layout/layout.ts';
import { lineOf, type DrawnRow } from '../drawn-row.ts';
import { isLong, type Grid } from '../grid.ts';
import { SMALL } from './row-styles.ts';
import { rowDrawer, wideOnes, type LinkToSource } from './row.ts';
import { planStateRules } from './state-rules.ts';
import { drawHead } from './table-head.ts';
import { formatLegend } from '../words.ts';

/** A table as rows of a sheet; `header` of them are its head. */
export interface DrawnTable {
  readonly rows: readonly DrawnRow[];
  readonly header: number;
  /** Counted from the first of `rows`. */
  readonly rules: readonly ConditionalRule[];
}

/** Head, rows and, under them, what shortened words mean; one sentence where there are no rows. */
export function drawTable(table: ReportTable, grid: Grid, linkToSource: LinkToSource): DrawnTable {
  const { widths } = grid;
  const { columns } = table;
  if (table.rows.length === 0) return { rows: [lineOf(widths, table.emptyText)], header: 0, rules: [] };
  const spans = grid.spansOf(table);
  // Where every column is one of the sheet's own there is nothing to merge, however many rows there are.
  const isMerged = !isLong(table) || wideOnes(spans).length === 0;
  const header = drawHead({ columns, widths, spans });
  const drawRow = rowDrawer({ columns, widths, spans, isMerged, linkToSource });
  const legend = formatLegend(table);
  return {
    header: header.length,
    rules: planStateRules(columns, spans, { start: header.length, count: table.rows.length }),
    rows: [
      ...header,
      ...table.rows.map(drawRow),
      ...(legend === undefined ? [] : [lineOf(widths, legend, { size: SMALL, italic: true })]),
    ],
  };
}
