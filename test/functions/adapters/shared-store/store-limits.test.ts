import { describe, expect, test } from '@jest/globals';
import { planStoreWrites } from '../../../../functions/adapters/shared-store/store-limits.ts';
import { inFull } from '../../../support/long.ts';
import type { Json, StoreWrite } from '../../../../functions/use-cases/ports/store.ts';

const MIB = 1_048_576;

const puts = (count: number, data: Readonly<Record<string, Json>>): readonly StoreWrite[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'put', key: `workbooks/A/rows/${n}`, data }));

const deletes = (count: number): readonly StoreWrite[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'delete', key: `workbooks/A/rows/${n}` }));

function endOf(writes: readonly StoreWrite[]): string {
  try {
    return `${planStoreWrites(writes).length} planned`;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

describe('a commit is measured as it goes over the wire: 10 MiB at most', () => {
  const numbers = (count: number) => ({ list: Array<number>(count).fill(0) });
  const fields = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, null]));

  test.each<readonly [what: string, writes: readonly StoreWrite[], end: string]>([
    ['ten documents of almost 1 MiB of text', puts(10, { text: 'a'.repeat(MIB - 1_000) }), '10 planned'],
    ['one more', puts(11, { text: 'a'.repeat(MIB - 1_000) }), 'store_limit'],
    // Eight bytes each in the store, and as many again and more for the frame of each.
    ['400,000 numbers', puts(4, numbers(100_000)), '4 planned'],
    ['500,000 numbers', puts(5, numbers(100_000)), 'store_limit'],
    ...inFull([['250,000 blanks, each under a name', puts(5, fields(50_000)), '5 planned'] as const], []),
    ['350,000 blanks, each under a name', puts(7, fields(50_000)), 'store_limit'],
    ['30,000 deletions', deletes(30_000), '30000 planned'],
    ['40,000 deletions', deletes(40_000), 'store_limit'],
    ['25,000 empty documents', puts(25_000, {}), '25000 planned'],
    ['40,000 empty documents', puts(40_000, {}), 'store_limit'],
  ])('%s', (_, writes, end) => {
    expect(endOf(writes)).toBe(end);
  });

  test('no document comes twice in it', () => {
    expect(endOf([...puts(1, {}), ...deletes(1)])).toContain('written twice');
  });
});
