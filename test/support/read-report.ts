import exceljs from 'exceljs';
import mammoth from 'mammoth';
import { parse, type HTMLElement } from 'node-html-parser';
import { dateFromSerial, formatDate, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import { STATE_TITLES, type State } from '../../functions/domain/assessment/states/state.ts';
import type {
  ReportColumn,
  ReportDocument,
  ReportTable,
} from '../../functions/domain/report/report-document.ts';
import type { LayoutCell, SheetLayout } from '../../functions/workbook/layout/layout.ts';
import { SHORT_STATES } from '../../functions/workbook/report/words.ts';

/** Rows of cells as a person reads them, whatever program shows them; a group's row is its title alone. */
export type Grid = readonly (readonly string[])[];

export function tablesIn({ parts }: ReportDocument): readonly ReportTable[] {
  return parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
}

/** Those that stand on the paper: the annexes only where they are sent with it. */
export function tablesOnPaper(document: ReportDocument): readonly ReportTable[] {
  const { parts, annexes } = document;
  const isSent = ({ annex }: ReportDocument['parts'][number]) =>
    annex === undefined || annexes === undefined || annexes.includes(annex);
  return tablesIn({ ...document, parts: parts.filter(isSent) });
}

/** The table as the value has it, in the words that every rendering has to use. */
export function wordsOf({ columns, rows }: ReportTable): Grid {
  return rows.map(({ level, cells }) =>
    level === 'group'
      ? [String(cells[0])]
      : columns.map((column, index) => wordOf(cells[index] ?? null, column)),
  );
}

function wordOf(value: string | number | null, { kind, width }: ReportColumn): string {
  if (value === null) return kind === 'percent' ? '—' : '';
  if (kind === 'state') return (width < 24 ? SHORT_STATES : STATE_TITLES)[value as State];
  if (kind === 'date') return formatDate(value as CalendarDate);
  if (kind === 'percent' && typeof value === 'number') return formatPercent(value);
  return formatNumber(value);
}

function formatPercent(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

function formatNumber(value: string | number): string {
  return typeof value === 'number' ? String(value).replace('-', '−') : value;
}

/** The rows of a sheet; cells that a merge covers are left out. */
export function readLayout({ rows, merges }: SheetLayout): Grid {
  const covered = new Set(
    merges.flatMap(({ startRow, endRow = startRow + 1, startColumn, endColumn = startColumn + 1 }) =>
      Array.from({ length: (endRow - startRow) * (endColumn - startColumn) - 1 }, (_, index) => {
        const row = startRow + Math.floor((index + 1) / (endColumn - startColumn));
        return `${row} ${startColumn + ((index + 1) % (endColumn - startColumn))}`;
      }),
    ),
  );
  return rows.map(({ cells }, row) =>
    cells.flatMap((cell, column) => (covered.has(`${row} ${column}`) ? [] : [readCell(cell)])),
  );
}

function readCell({ value, style }: LayoutCell): string {
  if (value === null) return '';
  if (typeof value !== 'number') return withPlainSpaces(String(value));
  if (style?.format === 'date') return formatDate(dateFromSerial(value));
  return style?.format === 'decimal' ? formatPercent(value) : formatNumber(value);
}

export async function openXlsx(bytes: Buffer): Promise<readonly exceljs.Worksheet[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook.worksheets;
}

/** The rows of a file's sheet as exceljs reads them back. */
export function readWorksheet(sheet: exceljs.Worksheet): Grid {
  return Array.from({ length: sheet.rowCount }, (_, index) => {
    const row = sheet.getRow(index + 1);
    const cells = Array.from({ length: sheet.columnCount }, (_unused, column) => row.getCell(column + 1));
    return cells.flatMap((cell) => (cell.isMerged && cell.master !== cell ? [] : [readXlsxCell(cell)]));
  });
}

function readXlsxCell({ value, numFmt }: exceljs.Cell): string {
  if (value === null) return '';
  if (value instanceof Date) return formatDate(value.toISOString().slice(0, 10) as CalendarDate);
  if (typeof value === 'number') return numFmt === '0.0' ? formatPercent(value) : formatNumber(value);
  if (typeof value === 'string') return withPlainSpaces(value);
  throw new Error(`a cell of another kind: ${JSON.stringify(value)}`);
}

/** Every table of a DOCX with its head, as Word's own rows have it. */
export async function readDocx(bytes: Buffer): Promise<readonly Grid[]> {
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
  return parse(html)
    .querySelectorAll('table')
    .map((table) => table.querySelectorAll('tr').map(readRow));
}

function readRow(row: HTMLElement): readonly string[] {
  return row
    .querySelectorAll('td, th')
    .map((cell) => cell.innerHTML.replace(/<br \/>/g, '\n').replace(/<[^>]*>/g, ''))
    .map((html) => withPlainSpaces(parse(html).text));
}

function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** Where `wanted` stands in the rows, in one piece; -1 where it does not. Blanks at the end of a row do not count. */
export function findRows(rows: Grid, wanted: Grid): number {
  const [all, sought] = [rows, wanted].map((grid) =>
    grid.map((cells) => JSON.stringify(cells).replace(/(,"")+\]$/, ']')),
  ) as [string[], string[]];
  return all.findIndex((_, start) => sought.every((row, index) => all[start + index] === row));
}
