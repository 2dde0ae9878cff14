import { Image, IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { PageBook, PageChart } from '../../wire/book.ts';
import { drawChart } from '../../wire/chart-picture.ts';
import { findSheet } from '../grid/mirror.ts';
import type { Grid } from '../grid/univer.ts';

/** Pictures of the charts on the sheet that is looked at, at their cells; they scroll with them and are not edited. */
export function showCharts(grid: Grid, book: () => PageBook): void {
  const { injector, workbook } = grid;
  const render = injector.get(IRenderManagerService).getRenderById(workbook.getUnitId());
  if (!render) return;
  const { scene } = render;
  const skeletons = render.with(SheetSkeletonManagerService);
  let standing: Image[] = [];
  let shown = '';
  // Rows grow and shrink after the sheet is first painted, and the pictures move with them.
  skeletons.currentSkeleton$.subscribe((current) => {
    const sheet = current && findSheet(book(), Number(current.sheetId));
    const charts = sheet?.frame.charts ?? [];
    const placed = charts.map((chart) => ({ chart, ...placeOf(current?.skeleton, chart) }));
    const text = JSON.stringify([current?.sheetId, placed]);
    if (text === shown) return;
    shown = text;
    for (const image of standing) image.dispose();
    standing = placed.map(({ chart, left, top }, index) => {
      const { width, height } = chart;
      const url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawChart(chart))}`;
      const image = new Image(`chart-${index}`, { url, left, top, width, height, evented: false });
      scene.addObject(image);
      return image;
    });
  });
}

interface Measured {
  readonly rowHeightAccumulation: readonly number[];
  readonly columnWidthAccumulation: readonly number[];
  readonly rowHeaderWidth: number;
  readonly columnHeaderHeight: number;
}

function placeOf(skeleton: Measured | undefined, { row, column }: PageChart): { left: number; top: number } {
  if (!skeleton) return { left: 0, top: 0 };
  return {
    left: skeleton.rowHeaderWidth + (skeleton.columnWidthAccumulation[column - 1] ?? 0),
    top: skeleton.columnHeaderHeight + (skeleton.rowHeightAccumulation[row - 1] ?? 0),
  };
}
