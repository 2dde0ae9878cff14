import { ICommandService, type IRange, type Worksheet } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY, type IRender } from '@univerjs/engine-render';
import { SheetsScrollRenderController } from '@univerjs/sheets-ui';
import type { Grid } from '../../grid/univer.ts';
import { planScroll, type Lines } from './plan-scroll.ts';

/** Whoever goes to a row reads on below it. */
const LEAD = { rows: 1 / 4, columns: 1 / 3 } as const;

/** Wherever one goes to, by a link, the name box, a search: the cell is seen whole, clear of what is frozen. */
export function revealPlaces(grid: Grid): void {
  grid.injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (id !== 'sheet.operation.scroll-to-cell') return;
    const { range } = params as { readonly range: IRange };
    const seen = lookAt(grid);
    if (!seen) return;
    const { render, rows, columns } = seen;
    const top = planScroll(rows, numberOf(range.startRow), LEAD.rows);
    const left = planScroll(columns, numberOf(range.startColumn), LEAD.columns);
    if (top !== rows.first || left !== columns.first)
      render.with(SheetsScrollRenderController).scrollToCell(top, left);
  });
}

/** Whole rows and columns come without numbers. */
function numberOf(index: number): number {
  return Number.isNaN(index) ? 0 : index;
}

/** The cell of the open tab on the screen, in pixels of the window; undefined where it is not in view. */
export function boxOf(
  grid: Grid,
  { row, column }: { readonly row: number; readonly column: number },
):
  | { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  | undefined {
  const seen = lookAt(grid);
  if (!seen) return undefined;
  const [y, x] = [startOf(seen.rows, row), startOf(seen.columns, column)];
  if (x === undefined || y === undefined) return undefined;
  const canvas = seen.render.engine.getCanvasElement().getBoundingClientRect();
  const left = canvas.left + (seen.head.width + x) * seen.zoom;
  const top = canvas.top + (seen.head.height + y) * seen.zoom;
  const right = left + seen.columns.sizeOf(column) * seen.zoom;
  const bottom = top + seen.rows.sizeOf(row) * seen.zoom;
  return right <= canvas.right && bottom <= canvas.bottom ? { left, top, right, bottom } : undefined;
}

/** Pixels from the first line; undefined for one that is scrolled away. */
function startOf({ sizeOf, frozen, first, cut }: Lines, index: number): number | undefined {
  if (index < frozen) return sum(sizeOf, 0, index);
  return index < first ? undefined : sum(sizeOf, 0, frozen) + sum(sizeOf, first, index) - cut;
}

interface Seen {
  readonly render: IRender;
  readonly rows: Lines;
  readonly columns: Lines;
  readonly zoom: number;
  /** The letters of the columns and the numbers of the rows, in pixels without zoom. */
  readonly head: { readonly width: number; readonly height: number };
}

function lookAt({ injector, workbook }: Grid): Seen | undefined {
  const render = injector.get(IRenderManagerService).getRenderById(workbook.getUnitId());
  const worksheet = workbook.getActiveSheet();
  if (!render || !worksheet) return undefined;
  const view = render.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const { xSplit, ySplit } = worksheet.getFreeze();
  const zoom = worksheet.getZoomRatio();
  const { rowHeader, columnHeader } = worksheet.getConfig();
  const head = { width: rowHeader.width, height: columnHeader.height };
  const heights = heightsOf(worksheet);
  const widths = widthsOf(worksheet);
  return {
    render,
    zoom,
    head,
    rows: {
      sizeOf: heights,
      frozen: ySplit,
      room: render.engine.height / zoom - head.height - sum(heights, 0, ySplit),
      ...firstInView(heights, ySplit, view?.viewportScrollY ?? 0),
    },
    columns: {
      sizeOf: widths,
      frozen: xSplit,
      room: render.engine.width / zoom - head.width - sum(widths, 0, xSplit),
      ...firstInView(widths, xSplit, view?.viewportScrollX ?? 0),
    },
  };
}

/** A sheet has no more. */
const MOST_LINES = 200_000;

/** By what is painted: the grid's own account of it is at times ahead of the picture. */
function firstInView(
  sizeOf: (index: number) => number,
  frozen: number,
  scrolled: number,
): Pick<Lines, 'first' | 'cut'> {
  let [first, cut] = [frozen, scrolled];
  for (; cut > 0 && cut >= sizeOf(first) && first < MOST_LINES; first += 1) cut -= sizeOf(first);
  return { first, cut };
}

function heightsOf(worksheet: Worksheet): (row: number) => number {
  return (row) => (worksheet.getRowVisible(row) ? worksheet.getRowHeight(row) : 0);
}

function widthsOf(worksheet: Worksheet): (column: number) => number {
  return (column) => (worksheet.getColVisible(column) ? worksheet.getColumnWidth(column) : 0);
}

function sum(sizeOf: (index: number) => number, start: number, end: number): number {
  let all = 0;
  for (let index = start; index < end; index++) all += sizeOf(index);
  return all;
}
