import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ReportTable } from '../../../domain/report/report-document.ts';
import { breakLongWords } from '../../../workbook/layout/break-words.ts';
import { roomFor, type TextBox } from '../../../workbook/layout/row-height.ts';
import { countLines } from '../../../workbook/layout/text-width.ts';
import { PALETTE } from '../../../workbook/layout/palette.ts';
import { planKeptRows } from '../../../workbook/report/blocks.ts';
import { formatLegend } from '../../../workbook/report/words.ts';
import { twips } from './page.ts';
import { placed, shaded, type CellPlace, type Drawing } from './row.ts';
import type { DocxRows } from './rows.ts';
import { note, paragraph, runsOf, subheading } from './text.ts';

/** Longer ones would be hundreds of sheets of paper, and more than a machine's memory to make. */
const MAX_ROWS = 3500;
/** A table of no more rows and signs stands on one page. */
const SMALL = { rows: 12, signs: 900 };
/** From so many columns on the letters are of nine points, else of ten. */
const MANY_COLUMNS = 7;
/** A table so wide and so long has letters of eight points: a page more would tell nothing more. */
const LONG = { columns: 13, rows: 30 };

/** Twips. */
const CELL_MARGIN = 50;
const TWIPS_PER_PIXEL = 15;

export interface TablePlace {
  /** Millimetres between the margins. */
  readonly room: number;
  /** Its end stays on the page of what follows: a note, or the signature, which must not stand alone. */
  readonly keepNext: boolean;
  /** Of the document. */
  readonly rows: DocxRows;
}

/** The table over the room between the margins with what belongs to it: title, legend, or one sentence in its place. */
export function formatTable(table: ReportTable, place: TablePlace): (Paragraph | Table)[] {
  const { keepNext } = place;
  const title = table.title === '' ? [] : [subheading(table.title)];
  // It says of itself what there is none of.
  if (table.rows.length === 0) return [paragraph(table.emptyText, { keepNext })];
  if (table.rows.length > MAX_ROWS) return [...title, note(tooLong(table.rows.length), keepNext)];
  const legend = formatLegend(table);
  return [
    ...title,
    drawTable(table, { ...place, keepNext: keepNext || legend !== undefined }),
    ...(legend === undefined ? [] : [note(legend, keepNext)]),
  ];
}

function tooLong(rows: number): string {
  return `Таблица не печатается: в ней ${rows.toLocaleString('ru')} строк. Она полностью есть в файле XLSX этого отчёта.`;
}

function drawTable({ columns, rows }: ReportTable, { room, keepNext, rows: drawn }: TablePlace): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => twips((width / total) * room));
  const isWhole = isSmall(rows);
  const kept = planKeptRows(rows);
  const isKept = (index: number) => (index === rows.length - 1 ? keepNext : isWhole || kept[index] === true);
  const drawing: Drawing = { columns, widths, size: sizeOf(columns.length, rows.length) };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    rows: [...headerRows(drawing), ...drawn.add(drawing, rows, isKept)],
  });
}

/** Half points. */
function sizeOf(columns: number, rows: number): number {
  if (columns >= LONG.columns && rows > LONG.rows) return 16;
  return columns >= MANY_COLUMNS ? 18 : 20;
}

function isSmall(rows: ReportTable['rows']): boolean {
  const signs = rows.reduce((sum, { cells }) => sum + cells.join('').length, 0);
  return rows.length <= SMALL.rows && signs <= SMALL.signs;
}

function headerRows(drawing: Drawing): TableRow[] {
  const { columns } = drawing;
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const [upperHeight, lowerHeight] = headerHeights(drawing);
  const lower = columns.flatMap((column, index) =>
    hasGroups && column.group === undefined ? [] : [headerCell(drawing, column.title, { from: index })],
  );
  if (!hasGroups) return [headerRow(lower, { keepNext: false, height: upperHeight + lowerHeight })];
  const upper = columns.flatMap(({ group, title }, index) => {
    if (group === undefined) return [headerCell(drawing, title, { from: index, rows: 2 })];
    if (index > 0 && columns[index - 1]?.group === group) return [];
    const end = columns.findIndex((column, other) => other > index && column.group !== group);
    const count = (end < 0 ? columns.length : end) - index;
    return [headerCell(drawing, group, { from: index, count })];
  });
  return [
    headerRow(upper, { keepNext: false, height: upperHeight }),
    headerRow(lower, { keepNext: true, height: lowerHeight }),
  ];
}

/**
 * Twips of the two rows in which every title is seen: for a cell over both LibreOffice makes no room where the rows are
 * repeated on a further page.
 */
function headerHeights(drawing: Drawing): readonly [upper: number, lower: number] {
  const { columns, widths } = drawing;
  const heightOf = (title: string, index: number) => heightOfTitle(drawing, title, widths[index] ?? 0);
  const most = (heights: readonly number[]) => Math.max(0, ...heights);
  const whole = columns.map(({ group, title }, index) => (group === undefined ? heightOf(title, index) : 0));
  const under = columns.map(({ group, title }, index) => (group === undefined ? 0 : heightOf(title, index)));
  const upper = columns.some(({ group }) => group !== undefined) ? LINE * drawing.size : 0;
  return [upper, Math.max(most(under), most(whole) - upper)];
}

/** Twips of a line for each half point of the letters. */
const LINE = 12;

function heightOfTitle({ size }: Drawing, title: string, width: number): number {
  const box = titleBox(width, size);
  return countLines(breakLongWords(title, box), roomFor(box)) * LINE * size;
}

/** Where its first row stays with the next one LibreOffice takes the whole table for one that does. */
function headerRow(
  children: TableCell[],
  { keepNext, height }: { readonly keepNext: boolean; readonly height: number },
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext,
    height: { value: height, rule: HeightRule.ATLEAST },
    children,
  });
}

/** Times is narrower than the letters by which widths are measured. */
const NARROWER = 0.9;

function titleBox(width: number, size: number): TextBox {
  const pixels = (width - 2 * CELL_MARGIN) / TWIPS_PER_PIXEL;
  return { width: pixels / NARROWER, size: size / 2, bold: true };
}

function headerCell({ widths, size }: Drawing, title: string, place: CellPlace): TableCell {
  const cell = placed(widths, place);
  const text = breakLongWords(title, titleBox(cell.width.size, size));
  return new TableCell({
    ...cell,
    ...shaded(PALETTE.paperHeader),
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(text, { bold: true, size }) }),
    ],
  });
}
