import { createHash } from 'node:crypto';
import { sortedEntries } from '../domain/code-units.ts';
import type { Cell } from '../workbook/layout.ts';
import { normaliseCell } from '../workbook/table.ts';
import type { SheetEdit, SheetValues } from './ports.ts';

type Grid = readonly (readonly Cell[])[];

/** SHA-256 of what stands in the sheet; blanks at the ends of rows and below them do not count. */
export function digestOf(rows: Grid): string {
  const trimmed = rows.map(trimRow);
  while (trimmed.at(-1)?.length === 0) trimmed.pop();
  return createHash('sha256').update(JSON.stringify(trimmed)).digest('hex');
}

/** SHA-256 of the value as canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return hashOfText(canonicalJson(value));
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The one JSON text of a value: its keys are sorted, for stores do not keep their order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(sortedEntries(value as Record<string, unknown>));
}

function trimRow(row: readonly Cell[]): readonly Cell[] {
  // As nearly every row arrives: a copy of each would be most of the work of a pass that finds nothing.
  if (row.at(-1) !== null && row.every((cell) => normaliseCell(cell) === cell)) return row;
  const cells = row.map(normaliseCell);
  while (cells.at(-1) === null) cells.pop();
  return cells;
}

/** The sheet as it will stand once the edits are applied. */
export function valuesAfter(sheet: SheetValues, edits: readonly SheetEdit[]): Grid {
  let rows: Cell[][] = sheet.rows.map((row) => [...row]);
  for (const edit of edits) {
    if (edit.kind === 'write_values' && edit.block.sheetId === sheet.sheetId) writeBlock(rows, edit.block);
    if (edit.kind === 'refill_sheet' && edit.sheetId === sheet.sheetId) rows = valuesOf(edit.layout.rows);
  }
  return rows;
}

export function valuesOf(rows: readonly { readonly cells: readonly { readonly value: Cell }[] }[]): Cell[][] {
  return rows.map(({ cells }) => cells.map(({ value }) => value));
}

function writeBlock(
  rows: Cell[][],
  { row, column, values }: { row: number; column: number; values: Grid },
): void {
  // No holes: what stands between is empty, and `map` would pass it over.
  while (rows.length < row + values.length) rows.push([]);
  values.forEach((cells, index) => {
    const target = rows[row + index] ?? [];
    while (target.length < column) target.push(null);
    cells.forEach((cell, offset) => (target[column + offset] = cell));
  });
}
