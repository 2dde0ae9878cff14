import type { ColumnKind, ReportColumn, ReportRow, ReportTable } from '../domain/report/report-document.ts';
import { breakLongWords } from './break-words.ts';
import type { CellStyle, ConditionalRule } from './layout.ts';
import { BODY_STYLE, HEADER_STYLE, PALETTE } from './palette.ts';
import { lineOf, textRow, widthOf, type DraftCell, type DraftRow } from './report-draft.ts';
import { isLong, type Grid, type Span } from './report-grid.ts';
import { planStateRules } from './report-state-rules.ts';
import { formatLegend, styleOfKind, toSheetValue } from './report-words.ts';
import { heightOfText, LINE_OF_TEXT } from './row-height.ts';

const SMALL = 9;
const HEADER: CellStyle = { ...HEADER_STYLE, size: SMALL };
const BODY: CellStyle = { ...BODY_STYLE, size: SMALL };
const LEVELS: Readonly<Record<ReportRow['level'], CellStyle>> = {
  row: BODY,
  group: { ...BODY, bold: true, background: PALETTE.section },
  subtotal: { ...BODY, bold: true, background: PALETTE.section },
  total: { ...BODY, bold: true, background: PALETTE.total },
};

/** A table as rows of a sheet; `header` of them are its head. */
export interface DrawnTable {
  readonly rows: readonly DraftRow[];
  readonly header: number;
  /** Counted from the first of `rows`. */
  readonly rules: readonly ConditionalRule[];
}

interface Drawing {
  readonly table: ReportTable;
  readonly widths: readonly number[];
  readonly spans: readonly Span[];
  readonly isMerged: boolean;
}

/** The link of the workbook's row that a report's row shows; undefined where it cannot be reached. */
export type LinkToSource = (source: NonNullable<ReportRow['source']>) => string | undefined;

/** Head, rows and, under them, what shortened words mean; one sentence where there are no rows. */
export function drawTable(table: ReportTable, grid: Grid, linkToSource: LinkToSource): DrawnTable {
  const { widths } = grid;
  if (table.rows.length === 0) return { rows: [lineOf(widths, table.emptyText)], header: 0, rules: [] };
  const spans = grid.spansOf(table);
  // Where every column is one of the sheet's own there is nothing to merge, however many rows there are.
  const isMerged = !isLong(table) || wideOnes(spans).length === 0;
  const drawing = { table, widths, spans, isMerged };
  const header = headerRows(drawing);
  const legend = formatLegend(table);
  return {
    header: header.length,
    rules: planStateRules(table.columns, spans, { start: header.length, count: table.rows.length }),
    rows: [
      ...header,
      ...table.rows.map((row) => drawRow(drawing, row, linkToSource)),
      ...(legend === undefined ? [] : [lineOf(widths, legend, { size: SMALL, italic: true })]),
    ],
  };
}

function headerRows({ table: { columns }, widths, spans }: Drawing): readonly DraftRow[] {
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

type TitlePiece = Span & { readonly text: string };

/** Titles without a group stand in both rows of the head. */
function withTallTitles(
  row: DraftRow,
  { alone, widths, below }: { alone: readonly TitlePiece[]; widths: readonly number[]; below: number },
): DraftRow {
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
function fillBorders(row: DraftRow, pieces: readonly Span[]): DraftRow {
  const isCovered = (column: number) => pieces.some(({ from, to }) => column >= from && column < to);
  return {
    ...row,
    cells: row.cells.map((cell, column) =>
      isCovered(column) && !cell.style ? { ...cell, style: HEADER } : cell,
    ),
  };
}

function spanAt(spans: readonly Span[], index: number): Span {
  return spans[index] ?? { from: index, to: index + 1 };
}

function drawRow(drawing: Drawing, row: ReportRow, linkToSource: LinkToSource): DraftRow {
  if (row.level === 'group') return drawGroup(drawing, String(row.cells[0] ?? ''));
  const { table, widths, spans, isMerged } = drawing;
  const source = row.source && linkToSource(row.source);
  const cells: DraftCell[] = [];
  let height = LINE_OF_TEXT;
  table.columns.forEach((column, index) => {
    const span = spanAt(spans, index);
    const value = toSheetValue(row.cells[index] ?? null, column);
    const isWord = typeof value === 'string' && column.kind !== 'text' && column.kind !== 'state';
    const style = styleOf(row.level, column.kind, { isMerged, isWord });
    const leadsTo = value === null ? undefined : row.links?.[column.key];
    const link = index === 0 ? source : undefined;
    cells.push({ value, style, ...(leadsTo && { leadsTo }), ...(link && !leadsTo && { link }) });
    for (let covered = span.from + 1; covered < span.to; covered++) cells.push(blankOf(style));
    if (isMerged && typeof value === 'string')
      height = Math.max(height, heightOfText(value, { ...style, width: widthOf(widths, span) }));
  });
  return isMerged ? { cells, height, merges: wideOnes(spans) } : { cells };
}

const blanks = new WeakMap<CellStyle, DraftCell>();

/** One cell for all that are covered by another of the style. */
function blankOf(style: CellStyle): DraftCell {
  const blank = blanks.get(style) ?? { value: null, style };
  blanks.set(style, blank);
  return blank;
}

const merged = new WeakMap<readonly Span[], readonly Span[]>();

/** One list for all rows of a table. */
function wideOnes(spans: readonly Span[]): readonly Span[] {
  const known = merged.get(spans) ?? spans.filter(({ from, to }) => to - from > 1);
  merged.set(spans, known);
  return known;
}

function drawGroup({ widths, spans }: Drawing, title: string): DraftRow {
  const end = spans.at(-1)?.to ?? 1;
  const style = LEVELS.group;
  const row = textRow(widths, [{ from: 0, to: end, text: title, style }]);
  const cells = row.cells.slice(0, end).map(({ value }) => ({ value, style }));
  return { ...row, cells };
}

const styles = new Map<string, CellStyle>();

/** One object for equal styles: comparing them is then nearly free, which counts with tens of thousands of rows. */
function styleOf(level: ReportRow['level'], kind: ColumnKind, cell: CellTraits): CellStyle {
  const key = `${level} ${kind} ${cell.isMerged} ${cell.isWord}`;
  const style = styles.get(key) ?? planStyle(level, kind, cell);
  styles.set(key, style);
  return style;
}

interface CellTraits {
  readonly isMerged: boolean;
  /** A word in the place of a figure («менее 10»), which is no number to any program. */
  readonly isWord: boolean;
}

function planStyle(level: ReportRow['level'], kind: ColumnKind, { isMerged, isWord }: CellTraits): CellStyle {
  const flows = !isMerged && (isWord || kind === 'state');
  return {
    ...LEVELS[level],
    ...styleOfKind(kind),
    ...(isWord && { format: 'text' }),
    ...(!isMerged && { wrap: false, border: 'rows' }),
    ...(flows && { align: 'left' }),
  };
}
