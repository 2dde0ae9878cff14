import { describe, expect, test } from '@jest/globals';
import { planRequests } from '../../../../../functions/adapters/google-sheets/requests/plan-requests.ts';
import {
  MAX_PART_BYTES,
  rowsFirst,
  splitEdits,
} from '../../../../../functions/adapters/google-sheets/writing/split-edits.ts';
import type { SheetEdit } from '../../../../../functions/use-cases/ports/spreadsheets.ts';
import { buildLayout } from '../layouts.ts';

const write = (sheetId: number, rows: number, text = 'Замечаний нет'): SheetEdit => ({
  kind: 'write_values',
  block: { sheetId, row: 1, column: 5, values: Array.from({ length: rows }, (_, row) => [`${text} ${row}`]) },
});
/** A few thousand cells of it are too much for one request. */
const LONG = 'Замечаний нет. '.repeat(20);
const guard = (sheetId: number): SheetEdit => ({
  kind: 'assert_positions',
  sheetId,
  positions: { headerRow: 0, columns: { check: 5 } },
});
const REFILL: SheetEdit = { kind: 'refill_sheet', sheetId: 9, layout: buildLayout() };

const bytesOf = (part: readonly SheetEdit[]) => Buffer.byteLength(JSON.stringify(planRequests(part)));
/** Row by row what a list of parts writes into a sheet. */
const writtenInto = (sheetId: number, parts: readonly (readonly SheetEdit[])[]) =>
  parts
    .flat()
    .flatMap((edit) =>
      edit.kind === 'write_values' && edit.block.sheetId === sheetId
        ? edit.block.values.map((values, offset) => [edit.block.row + offset, ...values])
        : [],
    );

/** The places that a part writes, in its own order. */
const cellsWritten = (part: readonly SheetEdit[]) =>
  part.flatMap((edit) =>
    edit.kind === 'write_values'
      ? edit.block.values.map((_, offset) => ({ row: edit.block.row + offset, column: edit.block.column }))
      : [],
  );

describe('edits that are too large for one request', () => {
  test('stay one list where they fit', () => {
    const edits = [guard(1), write(1, 1000), REFILL];
    expect(splitEdits(edits)).toEqual([edits]);
    expect(splitEdits([])).toEqual([[]]);
  });

  test('are divided so that each part fits, has the assertions of its sheets, and nothing is lost', () => {
    const edits = [guard(1), guard(2), write(1, 6_000, LONG), write(2, 10), REFILL];
    const parts = splitEdits(edits);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(bytesOf(part)).toBeLessThan(MAX_PART_BYTES + 10_000);
    expect(writtenInto(1, parts)).toEqual(writtenInto(1, [edits]));
    expect(writtenInto(2, parts)).toEqual(writtenInto(2, [edits]));
    for (const part of parts.slice(0, -1)) {
      const sheets = new Set(
        part.flatMap((edit) => (edit.kind === 'write_values' ? [edit.block.sheetId] : [])),
      );
      expect(part.filter(({ kind }) => kind === 'assert_positions')).toEqual([...sheets].map(guard));
    }
    expect(parts.at(-1)).toEqual([REFILL]);
  });

  test('are divided by rows: each part has all that is written into its rows, and no other part comes by them', () => {
    const columns = [2, 5, 9].map((column): SheetEdit => {
      const values = Array.from({ length: 2_000 }, (_, row) => [`${LONG} ${column} ${row}`]);
      return { kind: 'write_values', block: { sheetId: 1, row: 1, column, values } };
    });
    const lone: SheetEdit = {
      kind: 'write_values',
      block: { sheetId: 1, row: 700, column: 11, values: [[1]] },
    };
    const parts = splitEdits([guard(1), ...columns, lone]);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(bytesOf(part)).toBeLessThan(MAX_PART_BYTES + 10_000);
    const columnsOfRow = Map.groupBy(
      parts.flatMap((part, number) => cellsWritten(part).map((cell) => ({ ...cell, number }))),
      ({ row }) => row,
    );
    expect(columnsOfRow.size).toBe(2_000);
    for (const [row, cells] of columnsOfRow) {
      expect(cells.map(({ column }) => column)).toEqual(row === 700 ? [2, 5, 9, 11] : [2, 5, 9]);
      expect(new Set(cells.map(({ number }) => number)).size).toBe(1);
    }
  });

  test('keep what comes before the values before them', () => {
    const columns: SheetEdit = { kind: 'append_columns', sheetId: 1, count: 1 };
    expect(splitEdits([columns, write(1, 6_000, LONG)])[0]).toEqual([columns]);
  });

  test('leave a single row whole, however large', () => {
    expect(splitEdits([write(1, 1, 'ю'.repeat(2_000_000))])).toHaveLength(1);
  });
});

describe('where calls cost nothing', () => {
  const columns: SheetEdit = { kind: 'append_columns', sheetId: 1, count: 1 };
  test.each<[string, readonly SheetEdit[], readonly (readonly SheetEdit[])[]]>([
    [
      'what stands beside the rows comes before the sheets of ours',
      [guard(1), REFILL, write(1, 2)],
      [[guard(1), write(1, 2)], [REFILL]],
    ],
    ['rows alone stay one', [guard(1), write(1, 2)], [[guard(1), write(1, 2)]]],
    ['sheets alone stay one', [REFILL], [[REFILL]]],
    [
      'what depends on its order stays together',
      [columns, write(1, 2), REFILL],
      [[columns, write(1, 2), REFILL]],
    ],
  ])('%s', (_, edits, parts) => {
    expect(rowsFirst(edits)).toEqual(parts);
  });
});
