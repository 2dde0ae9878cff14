import type { ReportColumn } from '../../../domain/report/report-document.ts';
import { breakLongWords } from '../../layout/break-words.ts';
import type { CellStyle } from '../../layout/layout.ts';
import { HEADER_STYLE, PALETTE } from '../../layout/palette.ts';
import { textRow, widthOf, type DrawnRow } from '../drawn-row.ts';
import { spanAt, type GridSpan } from '../grid.ts';
import { SMALL } from './row-styles.ts';
import { heightOfText, LINE_OF_TEXT } from '../../layout/row-height.ts';

/** Dark letters on a light shade, as a printed paper has them. */
const HEADER: CellStyle = {
  ...HEADER_STYLE,
  size: SMALL,
  colour: '#000000',
  background: PALETTE.paperHeader,
};

export interface TableHead {
  readonly columns: readonly ReportColumn[];
  readonly widths: readonly number[];
  readonly spans: readonly GridSpan[];
}

/** One row of titles, or two where columns stand under common ones. */
export function drawHead({ columns, widths, spans }: TableHead): readonly DrawnRow[] {
  const runs = groupRuns(columns);
  const titles = columns.map(({ title }, index) => {
    const span = spanAt(spans, index);
    const text = breakLongWords(title, { ...HEADER, width: widthOf(widths, span) });
    return { ...span, text, style: HEADER };
  });
  if (runs.every(({ group }) => group === undefined)) return [fillBorders(textRow(widths, titles), titles)];
  const upper = runs.map(({ group, from, to }) => ({
    from: spanAt(spans, from).from,
    to: spanAt(spans, to - 1).to,
    text: group ?? titles[from]?.text ?? '',
    style: HEADER,
    isAlone: group === undefined,
  }));
  const grouped = upper.filter(({ isAlone }) => !isAlone);
  const lower = titles.filter((_title, index) => columns[index]?.group !== undefined);
  const top = fillBorders(textRow(widths, grouped), upper);
  const bottom = fillBorders(textRow(widths, lower), titles);
  const alone = upper.filter(({ isAlone }) => isAlone);
  return [withTallTitles(top, { alone, widths, below: bottom.height ?? LINE_OF_TEXT }), bottom];
}

/** Neighbours of one group; a column without a group is a run of its own. */
function groupRuns(columns: readonly ReportColumn[]) {
  const runs: { group: string | undefined; from: number; to: number }[] = [];
  columns.forEach(({ group }, index) => {
    const last = runs.at(-1);
    if (last && group !== undefined && last.group === group) last.to = index + 1;
    else runs.push({ group, from: index, to: index + 1 });
  });
  return runs;
}

type TitlePiece = GridSpan & { readonly text: string };

/** Titles without a group stand in both rows of the head. */
function withTallTitles(
  row: DrawnRow,
  { alone, widths, below }: { alone: readonly TitlePiece[]; widths: readonly number[]; below: number },
): DrawnRow {
  const cells = row.cells.map((cell, column) => {
    const title = alone.find(({ from }) => from === column);
    return title ? { value: title.text, style: HEADER } : cell;
  });
  const needed = alone.map((title) => heightOfText(title.text, { ...HEADER, width: widthOf(widths, title) }));
  return {
    cells,
    height: Math.max(row.height ?? LINE_OF_TEXT, Math.max(0, ...needed) - below),
    merges: [...(row.merges ?? []), ...alone.map(({ from, to }) => ({ from, to, rows: 2 }))],
  };
}

/** Borders must stand on every cell under a merge, else the printed frame has gaps. */
function fillBorders(row: DrawnRow, pieces: readonly GridSpan[]): DrawnRow {
  const isCovered = (column: number) => pieces.some(({ from, to }) => column >= from && column < to);
  return {
    ...row,
    cells: row.cells.map((cell, column) =>
      isCovered(column) && !cell.style ? { ...cell, style: HEADER } : cell,
    ),
  };
}
