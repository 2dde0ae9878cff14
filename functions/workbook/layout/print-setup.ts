import type { PrintSetup } from './layout.ts';

/** Pixels that a landscape page takes at a size one can still read. */
const PAGE_WIDTH = 1300;

/** A wide table, printed on as many pages side by side as keep it legible; its head is on each page. */
export function printTable(columnWidths: readonly number[], repeatRows: number): PrintSetup {
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  return { landscape: true, repeatRows, pagesWide: Math.max(1, Math.round(total / PAGE_WIDTH)) };
}
