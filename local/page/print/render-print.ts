import { shownText } from '../wire/shown-text.ts';
import { Html, html } from '../html.ts';
import type { Box, PageChart, PageSheet } from '../wire/book.ts';
import { drawChart } from '../wire/chart-picture.ts';
import { cssOf, isInside, type Place } from './look.ts';
import { findBounds, heightOf, widthOf, type Bounds } from './sheet-bounds.ts';

/** The sheet as a table for paper: its frozen rows stand again on each page, charts lie over their cells. */
export function renderPrint(sheet: PageSheet): Html {
  const { frame } = sheet;
  const bounds = findBounds(sheet);
  const { rows, columns, width } = bounds;
  if (rows.length === 0) return html`<p>Лист пуст: печатать нечего.</p>`;
  const head = rows.filter((row) => row < frame.frozenRows);
  const body = rows.filter((row) => row >= frame.frozenRows);
  const draw = (row: number) => renderRow(sheet, bounds, row);
  // Rows of a list are told apart by the grid; a page laid out as a document has lines of its own.
  const lines = head.length > 0 && !frame.hidesGridlines ? 'lined' : '';
  return html`<table style="width:${String(width)}px" class="${lines}">
    <colgroup>
      ${columns.map((column) => html`<col style="width:${String(widthOf(frame, column))}px" />`)}
    </colgroup>
    <thead>
      ${head.map(draw)}
    </thead>
    <tbody>
      ${body.map(draw)}
    </tbody>
  </table>`;
}

function renderRow(sheet: PageSheet, bounds: Bounds, row: number): Html {
  const cells = bounds.columns.map((column) => renderCell(sheet, bounds, { row, column }));
  return html`<tr style="height:${String(heightOf(sheet.frame, row))}px">
    ${cells}
  </tr>`;
}

function renderCell(sheet: PageSheet, bounds: Bounds, place: Place): Html {
  const { frame, rows } = sheet;
  const { row, column } = place;
  const box = frame.merges.find((each) => isInside(each, place));
  const [firstRow, firstColumn] = box
    ? [firstIn(bounds.rows, box.startRow), firstIn(bounds.columns, box.startColumn)]
    : [row, column];
  if (firstRow !== row || firstColumn !== column) return html``;
  const cell = rows[box?.startRow ?? row]?.[box?.startColumn ?? column] ?? null;
  const charts = frame.charts.filter((chart) => chart.row === row && chart.column === column);
  const beside = shownText(rows[row]?.[box?.endColumn ?? column + 1]);
  // A long text goes on over empty cells, and stops before what stands there.
  const name = beside === '' || charts.length > 0 ? '' : 'clipped';
  const text = html`<span>${shownText(cell)}</span>`;
  return html`<td class="${name}" style="${cssOf(cell, frame, place)}" ${spanOf(box, bounds)}>
    ${text}${charts.map(renderChart)}
  </td>`;
}

/** The first line that is not hidden. */
function firstIn(lines: readonly number[], start: number): number | undefined {
  return lines.find((line) => line >= start);
}

function spanOf(box: Box | undefined, { rows, columns }: Bounds): Html {
  if (!box) return html``;
  const { startRow, endRow, startColumn, endColumn } = box;
  const count = (lines: readonly number[], start: number, end: number) =>
    String(lines.filter((line) => line >= start && line < end).length);
  return html`rowspan="${count(rows, startRow, endRow)}" colspan="${count(columns, startColumn, endColumn)}"`;
}

function renderChart(chart: PageChart): Html {
  // The picture is made of figures and of texts that it has made harmless itself.
  return html`<div class="chart">${new Html(drawChart(chart))}</div>`;
}
