import {
  AlignmentType,
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
import { PALETTE } from '../../../workbook/layout/palette.ts';
import { planKeptRows } from '../../../workbook/report/blocks.ts';
import { formatLegend } from '../../../workbook/report/words.ts';
import { twips } from './page.ts';
import { drawRow, placed, shaded, type CellPlace, type Drawing } from './row.ts';
import { note, paragraph, runsOf, subheading } from './text.ts';

/** Longer ones would be hundreds of sheets of paper, and more than a machine's memory to make. */
const MAX_ROWS = 3500;
/** A table of no more rows and signs stands on one page. */
const SMALL = { rows: 12, signs: 900 };
/** From so many columns on the letters are nine points, else ten. */
const MANY_COLUMNS = 8;

/** Twips. */
const CELL_MARGIN = 50;
const TWIPS_PER_PIXEL = 15;

export interface TablePlace {
  /** Millimetres between the margins. */
  readonly room: number;
  /** Its end stays on the page of what follows: a note, or the signature, which must not stand alone. */
  readonly keepNext: boolean;
}

/** The table over the room between the margins with what belongs to it: title, legend, or one sentence in its place. */
export function formatTable(table: ReportTable, { room, keepNext }: TablePlace): (Paragraph | Table)[] {
  const title = table.title === '' ? [] : [subheading(table.title)];
  if (table.rows.length === 0) return [...title, paragraph(table.emptyText, { keepNext })];
  if (table.rows.length > MAX_ROWS) return [...title, note(tooLong(table.rows.length), keepNext)];
  const legend = formatLegend(table);
  return [
    ...title,
    drawTable(table, { room, keepNext: keepNext || legend !== undefined }),
    ...(legend === undefined ? [] : [note(legend, keepNext)]),
  ];
}

function tooLong(rows: number): string {
  return `Таблица не печатается: в ней ${rows.toLocaleString('ru')} строк. Она полностью есть в файле XLSX этого отчёта.`;
}

function drawTable({ columns, rows }: ReportTable, { room, keepNext }: TablePlace): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => twips((width / total) * room));
  const isWhole = isSmall(rows);
  const kept = planKeptRows(rows);
  const isKept = (index: number) => (index === rows.length - 1 ? keepNext : isWhole || kept[index] === true);
  const drawing: Drawing = { columns, widths, size: columns.length >= MANY_COLUMNS ? 18 : 20 };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    rows: [...headerRows(drawing), ...rows.map((row, index) => drawRow(drawing, row, isKept(index)))],
  });
}

function isSmall(rows: ReportTable['rows']): boolean {
  const signs = rows.reduce((sum, { cells }) => sum + cells.join('').length, 0);
  return rows.length <= SMALL.rows && signs <= SMALL.signs;
}

function headerRows(drawing: Drawing): TableRow[] {
  const { columns } = drawing;
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const lower = columns.flatMap((column, index) =>
    hasGroups && column.group === undefined ? [] : [headerCell(drawing, column.title, { from: index })],
  );
  if (!hasGroups) return [headerRow(lower, false)];
  const upper = columns.flatMap(({ group, title }, index) => {
    if (group === undefined) return [headerCell(drawing, title, { from: index, rows: 2 })];
    if (index > 0 && columns[index - 1]?.group === group) return [];
    const end = columns.findIndex((column, other) => other > index && column.group !== group);
    const count = (end < 0 ? columns.length : end) - index;
    return [headerCell(drawing, group, { from: index, count })];
  });
  return [headerRow(upper, false), headerRow(lower, true)];
}

/** Where its first row stays with the next one LibreOffice takes the whole table for one that does. */
function headerRow(children: TableCell[], keepNext: boolean): TableRow {
  return new TableRow({ tableHeader: true, cantSplit: true, keepNext, children });
}

/** Times is narrower than the letters by which widths are measured. */
const NARROWER = 0.9;

function headerCell({ widths, size }: Drawing, title: string, place: CellPlace): TableCell {
  const cell = placed(widths, place);
  const pixels = (cell.width.size - 2 * CELL_MARGIN) / TWIPS_PER_PIXEL;
  const text = breakLongWords(title, { width: pixels / NARROWER, size: size / 2, bold: true });
  return new TableCell({
    ...cell,
    ...shaded(PALETTE.paperHeader),
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf(text, { bold: true, size }) }),
    ],
  });
}
