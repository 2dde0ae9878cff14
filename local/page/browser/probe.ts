import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetScrollManagerService } from '@univerjs/sheets-ui';
import type { PageBook, PageChart } from '../wire/book.ts';
import type { Grid } from './grid/univer.ts';
import { parseCell, showPlace } from './view/place/links.ts';
import { boxOf } from './view/place/reveal.ts';

/** What the page shows, for browser tests and for whoever looks for a fault in the console. */
export interface Probe {
  /** The number of the workbook's state that is shown. */
  sequence(): number;
  /** Titles of the tabs, hidden ones left out. */
  tabs(): string[];
  activeTab(): string | undefined;
  /** The text of a cell (`B5`) as it is shown; '' for an empty one. */
  text(tab: string, cell: string): string;
  /** The colour behind the text, as the rules of the tab make it; undefined where nothing colours it. */
  background(tab: string, cell: string): string | undefined;
  /** Rows of texts from the first to the last that is filled. */
  texts(tab: string): string[][];
  /** The charts that stand on the tab. */
  charts(tab: string): readonly PageChart[];
  /** Pixels; `row` counts from 1. */
  rowHeight(tab: string, row: number): number;
  /** How many rows of the open tab are scrolled away. */
  rowsAbove(): number;
  /** Where the cell of the open tab stands in the window, in pixels; undefined where it is out of view. */
  box(cell: string): ReturnType<typeof boxOf>;
  /** Goes to the cell as a click on its link does. */
  select(tab: string, cell: string): Promise<void>;
}

export function createProbe(grid: Grid, book: () => PageBook): Probe {
  const { workbook, injector } = grid;
  const find = (tab: string) => workbook.getSheets().find((sheet) => sheet.getName() === tab);
  const textAt = (tab: string, row: number, column: number): string => {
    const cell = find(tab)?.getCellRaw(row, column);
    return cell?.p?.body?.dataStream.replace(/\r\n$/u, '') ?? String(cell?.v ?? '');
  };
  return {
    sequence: () => book().sequence,
    tabs: () =>
      workbook
        .getSheets()
        .filter((sheet) => !sheet.isSheetHidden())
        .map((sheet) => sheet.getName()),
    activeTab: () => workbook.getActiveSheet()?.getName(),
    charts: (tab) => book().sheets.find(({ frame }) => frame.title === tab)?.frame.charts ?? [],
    text(tab, cell) {
      const place = parseCell(cell);
      return place ? textAt(tab, place.row, place.column) : '';
    },
    background(tab, cell) {
      const place = parseCell(cell);
      const shown = place && find(tab)?.getCell(place.row, place.column);
      return workbook.getStyles().getStyleByCell(shown || undefined)?.bg?.rgb ?? undefined;
    },
    texts(tab) {
      const sheet = find(tab);
      if (!sheet) return [];
      const rows = sheet.getCellMatrix().getLength();
      const columns = sheet.getColumnCount();
      const all = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => textAt(tab, row, column)),
      );
      return all.slice(0, all.findLastIndex((cells) => cells.some(Boolean)) + 1);
    },
    rowHeight: (tab, row) => find(tab)?.getRowHeight(row - 1) ?? 0,
    rowsAbove: () =>
      injector
        .get(IRenderManagerService)
        .getRenderById(workbook.getUnitId())
        ?.with(SheetScrollManagerService)
        .getCurrentScrollState()?.sheetViewStartRow ?? 0,
    box(cell) {
      const place = parseCell(cell);
      return place && boxOf(grid, place);
    },
    async select(tab, cell) {
      await showPlace(grid, find(tab)?.getSheetId() ?? '', cell);
    },
  };
}
