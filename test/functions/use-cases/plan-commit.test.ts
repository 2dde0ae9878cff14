import { describe, expect, test } from '@jest/globals';
import { planCommit as planStoreCommit } from '../../../functions/adapters/store-limits.ts';
import type { RowChange } from '../../../functions/domain/sync/plan-sync.ts';
import { planCommit, type CommitPart } from '../../../functions/use-cases/plan-commit.ts';
import type { Head, StoredRow } from '../../../functions/use-cases/stored-documents.ts';

const ROWS = 20_000;

const cellsOf = (row: number) => ({
  school: `ОО № ${row}`,
  measure: '1.1',
  evidenceKind: 'приказ',
  evidenceNumber: String(row),
  note: 'Сверяется со школой, письмо получено',
});
const base = new Map(
  Array.from({ length: ROWS }, (_, row): [string, StoredRow] => [
    String(row),
    { cells: cellsOf(row), revision: 1 },
  ]),
);

function planEdits(rows: readonly number[]): readonly CommitPart[] {
  const head = { revision: 1 } as Head;
  const changes = rows.map((row): RowChange => {
    const after = { ...cellsOf(row), note: 'Уточнено' };
    return { rowId: String(row), kind: 'update', cells: { note: [cellsOf(row).note, after.note] }, after };
  });
  return planCommit({
    workbookId: 'book',
    head,
    next: { ...head, title: 'ШНОР' },
    worksheets: [{ worksheet: 'executions', base, changes }],
    numberOf: (_, rowId) => Number(rowId),
    at: '2026-11-23T06:00:00.000Z',
    by: 'coordinator@example.ru',
  });
}

describe('a commit of many changes', () => {
  test.each([
    ['one row in each document', Array.from({ length: ROWS / 50 }, (_, index) => index * 50)],
    ['every row, in an order that leaps', Array.from({ length: ROWS }, (_, index) => (index * 7919) % ROWS)],
  ])('%s: falls into parts that the store takes, each document in one of them', (_, rows) => {
    const parts = planEdits(rows);
    expect(parts.length).toBeGreaterThan(1);
    // Throws where the store would.
    for (const { writes } of parts) planStoreCommit(writes);
    const documents = parts.flatMap(({ writes }) => writes.map(({ key }) => key));
    expect(documents).toHaveLength(new Set(documents).size);
    expect(documents.filter((key) => key.includes('/rows/'))).toHaveLength(ROWS / 50);
  });
});
