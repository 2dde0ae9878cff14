import type { PageChart } from './book.ts';

const FONT = 'Arial, sans-serif';
const MARGIN = 12;
const TITLE_HEIGHT = 30;
const LEGEND_HEIGHT = 26;
const LABEL_HEIGHT = 34;
/** Share of the width that the labels of bars get, and pixels of a letter. */
const LABEL_SHARE = 0.34;
const LETTER = 6;
/** Share of its place that a bar fills. */
const BAR_SHARE = 0.68;

/** The chart as an SVG image. */
export function drawChart(chart: PageChart): string {
  const { title, width, height } = chart;
  const plot = chart.kind === 'bar' ? drawBars(chart) : drawColumns(chart);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FONT}" font-size="11">` +
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="#fff" stroke="#c8ced6"/>` +
    `<text x="${MARGIN}" y="21" font-size="14" font-weight="bold" fill="#1f2933">${escape(title)}</text>` +
    `${plot}${drawLegend(chart)}</svg>`
  );
}

function drawBars({ labels, series, width, height }: PageChart): string {
  const left = Math.round(width * LABEL_SHARE);
  const step = (height - TITLE_HEIGHT - LEGEND_HEIGHT - MARGIN) / Math.max(labels.length, 1);
  const scale = (width - left - MARGIN) / largest({ labels, series });
  const letters = Math.floor((left - MARGIN) / LETTER);
  return labels
    .map((label, index) => {
      const top = TITLE_HEIGHT + index * step + (step * (1 - BAR_SHARE)) / 2;
      const middle = TITLE_HEIGHT + (index + 0.5) * step;
      let x = left;
      const parts = series.map(({ colour, values }) => {
        const size = (values[index] ?? 0) * scale;
        const part = drawPart(
          { x, y: top, width: size, height: step * BAR_SHARE },
          colour,
          values[index] ?? 0,
        );
        x += size;
        return part;
      });
      return `<text x="${left - 6}" y="${middle + 4}" text-anchor="end">${escape(cut(label, letters))}</text>${parts.join('')}`;
    })
    .join('');
}

function drawColumns({ labels, series, width, height }: PageChart): string {
  const bottom = height - LEGEND_HEIGHT - LABEL_HEIGHT;
  const step = (width - 2 * MARGIN) / Math.max(labels.length, 1);
  const scale = (bottom - TITLE_HEIGHT - MARGIN) / largest({ labels, series });
  return labels
    .map((label, index) => {
      const left = MARGIN + index * step + (step * (1 - BAR_SHARE)) / 2;
      let y = bottom;
      const parts = series.map(({ colour, values }) => {
        const size = (values[index] ?? 0) * scale;
        y -= size;
        return drawPart({ x: left, y, width: step * BAR_SHARE, height: size }, colour, values[index] ?? 0);
      });
      const text = escape(cut(label, Math.floor(step / LETTER)));
      const middle = MARGIN + (index + 0.5) * step;
      return `<text x="${middle}" y="${bottom + 16}" text-anchor="middle">${text}</text>${parts.join('')}`;
    })
    .join('');
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smaller ones would not hold their figure. */
const LEAST_FOR_FIGURE = 13;

function drawPart({ x, y, width, height }: Area, colour: string, value: number): string {
  if (width <= 0 || height <= 0) return '';
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}" stroke="#fff"/>`;
  if (width < LEAST_FOR_FIGURE || height < LEAST_FOR_FIGURE) return box;
  const [middle, base] = [x + width / 2, y + height / 2 + 4];
  return `${box}<text x="${middle}" y="${base}" text-anchor="middle" fill="${inkOn(colour)}">${value}</text>`;
}

/** White on dark, black on light. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red * 0.3 + green * 0.59 + blue * 0.11 > 150 ? '#000' : '#fff';
}

function drawLegend({ series, height }: PageChart): string {
  let x = MARGIN;
  return series
    .map(({ title, colour }) => {
      const at = x;
      x += 26 + title.length * LETTER;
      return (
        `<rect x="${at}" y="${height - 20}" width="11" height="11" fill="${colour}"/>` +
        `<text x="${at + 15}" y="${height - 10}">${escape(title)}</text>`
      );
    })
    .join('');
}

function largest({ labels, series }: Pick<PageChart, 'labels' | 'series'>): number {
  const sums = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  return Math.max(1, ...sums);
}

function cut(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
