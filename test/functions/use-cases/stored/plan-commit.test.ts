import { describe, expect, test } from '@jest/globals';
import { planStoreWrites as planStoreCommit } from '../../../../functions/adapters/shared-store/store-limits.ts';
import type { RowChange } from '../../../../functions/domain/sync/plan-sync.ts';
import { planCommit, type CommitPart } from '../../../../functions/use-cases/stored/plan-commit.ts';
import type { Head } from '../../../../functions/use-cases/stored/head/head.ts';
import type { StoredRow } from '../../../../functions/use-cases/stored/rows/row.ts';
import { longTest } from '../../../support/long.ts';

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

const HEAD = { revision: 1 } as Head;

function planEdits(
  rows: readonly number[],
  { head, next }: { head: Head; next: Head } = { head: HEAD, next: { ...HEAD, title: 'ШНОР' } },
): readonly CommitPart[] {
  const changes = rows.map((row): RowChange => {
    const after = { ...cellsOf(row), note: 'Уточнено' };
    return { rowId: String(row), kind: 'update', cells: { note: [cellsOf(row).note, after.note] }, after };
  });
  return planCommit({
    workbookId: 'book',
    head,
    next,
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

describe('a commit of many changes with the run and the letters of the day', () => {
  test('claims them with the part that stores them: whoever dies before it has left the day undone', () => {
    const state = (day: string) => ({
      monitoredOn: day,
      mail: { plannedOn: day, people: {}, open: [day], troubles: {} },
      runs: { last: { day }, trend: [] },
    });
    const head = { revision: 1, ...state('2026-11-22') } as unknown as Head;
    const next = { revision: 1, ...state('2026-11-23') } as unknown as Head;
    const rows = Array.from({ length: ROWS }, (_, row) => row);
    const parts = planEdits(rows, { head, next });
    const told = ({ head: { monitoredOn, mail, runs } }: CommitPart) => [
      monitoredOn,
      mail?.plannedOn,
      runs?.last.day,
    ];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(told)).toEqual(
      parts.map((_, index) => Array(3).fill(index < parts.length - 1 ? '2026-11-22' : '2026-11-23')),
    );
    const [first] = planEdits(rows, { head: { revision: 1 } as Head, next });
    expect(first && told(first)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a commit of rows with very much text', () => {
  const MAX = 3_000_000;
  /** Cells of 50,000 characters of two bytes each, as many as a row may hold. */
  const fullCells = (letter: string, bytes = MAX) =>
    Object.fromEntries(
      Array.from({ length: Math.floor(bytes / 100_100) }, (_, index) => [
        `x:${index}`,
        letter.repeat(50_000),
      ]),
    );
  const planRows = (changes: readonly RowChange[], rows: ReadonlyMap<string, StoredRow>) =>
    planCommit({
      workbookId: 'book',
      head: { revision: 1 } as Head,
      next: { revision: 1, title: 'ШНОР' } as Head,
      worksheets: [{ worksheet: 'executions', base: rows, changes }],
      numberOf: (_, rowId) => Number(rowId),
      at: '2026-11-23T06:00:00.000Z',
      by: 'coordinator@example.ru',
    });
  const keysOf = ({ writes }: CommitPart) => writes.map(({ key }) => key);

  test('the largest row, all of it edited, among the largest neighbours: one commit that the store takes', () => {
    const crowd = Array.from({ length: 50 }, (_, row): [string, StoredRow] => [
      String(row),
      { cells: { note: 'ы'.repeat(7_450) }, revision: 1 },
    ]);
    const before = fullCells('а');
    const after = fullCells('б');
    const large = { revision: 1, parts: 8 };
    const rows = new Map<string, StoredRow>([...crowd, ['7', { cells: before, revision: 1, large }]]);
    const cells = Object.fromEntries(
      Object.entries(after).map(([key, value]) => [key, [before[key] ?? null, value] as const]),
    );
    const parts = planRows([{ rowId: '7', kind: 'update', cells, after }], rows);
    expect(parts).toHaveLength(1);
    for (const { writes } of parts) planStoreCommit(writes);
    const keys = parts.flatMap(keysOf);
    expect(keys.filter((key) => key.includes('/large/7-2-'))).toHaveLength(keys.filter(isLarge).length);
    expect(keys.filter(isLarge).length).toBeGreaterThan(7);
    expect(keys.filter((key) => key.includes('/rows/'))).toHaveLength(1);
  });

  longTest(
    'a document of 50 rows that outgrow one commit falls into parts, each of which leaves a true state',
    () => {
      const after = fullCells('я', 250_000);
      const cells = Object.fromEntries(
        Object.entries(after).map(([key, value]) => [key, [null, value] as const]),
      );
      const changes = Array.from({ length: 50 }, (_, row): RowChange => ({
        rowId: String(row),
        kind: 'create',
        cells,
        after,
      }));
      const parts = planRows(changes, new Map());
      expect(parts.length).toBeGreaterThan(1);
      for (const { writes } of parts) planStoreCommit(writes);
      const known = new Set<string>();
      for (const part of parts) {
        for (const key of keysOf(part).filter(isLarge)) known.add(/large\/(\d+)-/u.exec(key)?.[1] ?? '');
        const shard = part.writes.find(({ key }) => key.includes('/rows/'));
        const { rows } = (shard?.kind === 'put' ? shard.data : {}) as { rows?: object };
        expect(new Set(Object.keys(rows ?? {}))).toEqual(known);
      }
      expect(known.size).toBe(50);
    },
  );

  function isLarge(key: string): boolean {
    return key.includes('/large/');
  }
});
