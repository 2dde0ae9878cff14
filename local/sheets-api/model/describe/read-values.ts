import { formatA1 } from '../../wire/a1.ts';
import { formatCellValue, showsMoment } from '../locale/format-value.ts';
import { findA1, type Target } from '../ranges/find-range.ts';
import { localeRules } from '../locale/locales.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import type { Cell, Row, Scalar, Spreadsheet } from '../types.ts';

export interface RenderOptions {
  readonly value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTime: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
  readonly majorDimension: 'ROWS' | 'COLUMNS';
}

/** On the wire: `values` is left out where the range is empty; blanks at the ends are trimmed. */
export interface ValueRange {
  readonly range: string;
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly values?: readonly (readonly Scalar[])[];
}

export function describeRange(book: Spreadsheet, range: string, options: RenderOptions): ValueRange {
  return describeTarget(book, findA1(book, range), options);
}

export function describeTarget(
  book: Spreadsheet,
  { sheet, box }: Target,
  options: RenderOptions,
): ValueRange {
  const rules = localeRules(book.properties.locale);
  const rows: Scalar[][] = [];
  const lastRow = Math.min(box.endRow, sheet.rows.length);
  for (let row = box.startRow; row < lastRow; row++)
    rows.push(renderRow(sheet.rows[row], box, { options, rules }));
  const values = trimmed(options.majorDimension === 'ROWS' ? rows : transpose(rows));
  const range = formatA1(sheet.properties.title, box);
  const { majorDimension } = options;
  return values.length > 0 ? { range, majorDimension, values } : { range, majorDimension };
}

interface Rendering {
  readonly options: RenderOptions;
  readonly rules: LocaleRules;
}

function renderRow(
  row: Row | undefined,
  columns: { readonly startColumn: number; readonly endColumn: number },
  rendering: Rendering,
): Scalar[] {
  const rendered: Scalar[] = [];
  const end = Math.min(columns.endColumn, row?.length ?? 0);
  for (let column = columns.startColumn; column < end; column++) {
    const cell = row?.[column];
    rendered.push(cell ? renderCell(cell, rendering) : '');
  }
  while (rendered.at(-1) === '') rendered.pop();
  return rendered;
}

function renderCell(cell: Cell, { options, rules }: Rendering): Scalar {
  if (cell.value === undefined) return '';
  if (options.value === 'FORMATTED_VALUE') return formatCellValue(cell, rules);
  if (options.value === 'FORMULA' && cell.formula !== undefined) return cell.formula;
  const asText = options.dateTime === 'FORMATTED_STRING' && showsMoment(cell);
  return asText ? formatCellValue(cell, rules) : cell.value;
}

function transpose(rows: readonly (readonly Scalar[])[]): Scalar[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const list = rows.map((row) => row[column] ?? '');
    while (list.at(-1) === '') list.pop();
    return list;
  });
}

function trimmed(lists: Scalar[][]): Scalar[][] {
  while (lists.at(-1)?.length === 0) lists.pop();
  return lists;
}
