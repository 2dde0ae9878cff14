import { createHash } from 'node:crypto';
import { compareCodeUnits } from '../domain/code-units.ts';
import type { Cell } from '../workbook/layout.ts';
import { normaliseCell } from '../workbook/table.ts';
import type { SheetEdit, SheetValues } from './ports.ts';

type Grid = readonly (readonly Cell[])[];

const digests = new WeakMap<Grid, string>();

/** SHA-256 of what stands in the sheet; blanks at the ends of rows and below them do not count. */
export function digestOf(rows: Grid): string {
  // A pass asks for the same sheets as they were read and as they will stand.
  const digest = digests.get(rows) ?? hashGrid(rows);
  digests.set(rows, digest);
  return digest;
}

function hashGrid(rows: Grid): string {
  const trimmed = rows.map(trimRow);
  while (trimmed.at(-1)?.length === 0) trimmed.pop();
  return createHash('sha256').update(JSON.stringify(trimmed)).digest('hex');
}

/** SHA-256 of the value as canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return hashOfText(canonicalJson(value));
}

/** `text` as a string or already in UTF-8. */
export function hashOfText(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The one JSON text of a value: its keys are sorted, for stores do not keep their order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inCanonicalOrder(value));
}

/** The value as it comes back from its canonical JSON; parts that are in order already are not copied. */
export function inCanonicalOrder<Value>(value: Value): Value;
export function inCanonicalOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return orderItems(value);
  // Of anything else JSON knows best what its text is.
  return Object.getPrototypeOf(value) === Object.prototype ? orderFields(value) : value;
}

function orderItems(items: readonly unknown[]): readonly unknown[] {
  const ordered = items.map(inCanonicalOrder);
  return ordered.every((item, index) => item === items[index]) ? items : ordered;
}

function orderFields(value: object): object {
  let isOrdered = true;
  let before = '';
  const fields: [string, unknown][] = [];
  for (const entry of Object.entries(value)) {
    const [key, field] = entry;
    const ordered = inCanonicalOrder(field);
    if (key < before || ordered !== field || field === undefined) isOrdered = false;
    if (field !== undefined) fields.push([key, ordered]);
    before = key;
  }
  return isOrdered ? value : Object.fromEntries(fields.sort(([a], [b]) => compareCodeUnits(a, b)));
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
  let rows: Cell[][] | undefined;
  for (const edit of edits) {
    if (edit.kind === 'write_values' && edit.block.sheetId === sheet.sheetId)
      writeBlock((rows ??= sheet.rows.map((row) => [...row])), edit.block);
    if (edit.kind === 'refill_sheet' && edit.sheetId === sheet.sheetId) rows = valuesOf(edit.layout.rows);
  }
  return rows ?? sheet.rows;
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
