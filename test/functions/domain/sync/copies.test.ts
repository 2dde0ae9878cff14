import { describe, expect, test } from '@jest/globals';
import type { Cells, SheetRow } from '../../../../functions/domain/sync/row.ts';
import { A, B, baseOf, C, D, KNOWN, late, plan, row } from './execution-rows.ts';
import { a, b, c, d, e, f, idOf } from './execution-rows.ts';

/** Another row of the school and measure of `A`; it has one cell more. */
const A2: Cells = { ...A, link: 'адрес' };

type Fact = readonly [what: string, rows: readonly SheetRow[], ids: readonly string[]];

describe('of equal rows with one id the original stands among its neighbours', () => {
  const [rowA, rowB, rowC, rowD] = [row(a, A), row(b, B), row(c, C), row(d, D)];

  test.each<Fact>([
    ['the last row was copied to the top', [rowD, rowA, rowB, rowC, rowD], [e, a, b, c, d]],
    ['the last row was copied further up', [rowA, rowD, rowB, rowC, rowD], [a, e, b, c, d]],
    ['the last row was copied above its neighbour', [rowA, rowB, rowD, rowC, rowD], [a, b, e, c, d]],
    ['the last two rows were copied to the top', [rowC, rowD, rowA, rowB, rowC, rowD], [e, f, a, b, c, d]],
    ['the first row was copied to the end', [rowA, rowB, rowC, rowD, rowA], [a, b, c, d, e]],
    ['the first row was copied further down', [rowA, rowB, rowC, rowA, rowD], [a, b, c, e, d]],
    ['the first two rows were copied to the end', [rowA, rowB, rowC, rowD, rowA, rowB], [a, b, c, d, e, f]],
    ['a row was copied to both ends', [rowB, rowA, rowB, rowC, rowD, rowB], [e, a, b, c, d, f]],
    ['its neighbour above is on the wrong side', [rowC, rowB, rowA, rowB, rowD], [c, e, a, b, d]],
    ['a copy stands right below: the upper is the original', [rowA, rowB, rowB, rowC, rowD], [a, b, e, c, d]],
    [
      'rows without an id lie between',
      [rowA, rowD, row('', { school: 'ОО № 8' }), rowB, rowC, row('', { school: 'ОО № 9' }), rowD],
      [a, e, f, b, c, idOf(7), d],
    ],
  ])('%s', (_, rows, ids) => {
    expect(plan(rows).ids).toEqual(ids);
  });

  test.each<Fact>([
    ['the first row was copied to the end', [row(c, C), row(d, D), row(c, C)], [c, d, e]],
    ['the last row was copied to the top', [row(d, D), row(c, C), row(d, D)], [e, c, d]],
  ])('where all rows above were deleted long ago: %s', (_, rows, ids) => {
    expect(plan(rows, baseOf(KNOWN, [a, b])).ids).toEqual(ids);
  });
});

describe('a copy is a new row, whoever else was edited in the same pass', () => {
  test.each<
    readonly [what: string, base: readonly Cells[], rows: readonly SheetRow[], ids: readonly string[]]
  >([
    [
      'its namesake lost cells that the copy has',
      [A, A2],
      [row(a, A), row(a, A), row(b, { ...A2, mark: null, note: null })],
      [a, c, b],
    ],
    [
      'the copy stands below its namesake',
      [A, A2],
      [row(a, A), row(b, { ...A2, mark: null, note: null }), row(a, A)],
      [a, b, c],
    ],
    [
      'the copy was edited too',
      [A, A2],
      [row(a, A), row(a, late(A)), row(b, { ...A2, mark: null, doneOn: null, note: null })],
      [a, c, b],
    ],
    [
      'its twin, equal in every cell, lost one',
      [A, A],
      [row(a, A), row(a, A), row(b, { ...A, note: null })],
      [a, c, b],
    ],
    [
      'its twin lost a cell of its name',
      [A, A],
      [row(a, A), row(a, A), row(b, { ...A, measure: null })],
      [a, c, b],
    ],
    [
      'its namesake’s name was typed in another way',
      [A, A2],
      [row(a, A), row(a, A), row(b, { school: ' оо  №  1', measure: '1.1' })],
      [a, c, b],
    ],
    [
      'its twin was edited, and a column was added to the sheet',
      [A, A],
      [row(a, { ...A, 'x:Моё': 1 }), row(a, { ...A, 'x:Моё': 1 }), row(b, { ...late(A), 'x:Моё': 2 })],
      [a, c, b],
    ],
  ])('%s', (_, base, rows, ids) => {
    const result = plan(rows, baseOf(base));
    expect(result.ids).toEqual(ids);
    expect(result.conflicts.map(({ kind }) => kind)).toEqual(['doubled']);
  });

  test('a row typed after a namesake is new, though the namesake’s own row keeps little of itself', () => {
    const other = { ...C, link: 'адрес' };
    const rows = [row(a, A), row('', A), row(b, { school: 'ОО № 1', measure: '1.1' }), row(c, other)];
    expect(plan(rows, baseOf([A, A2, other])).ids).toEqual([a, d, b, c]);
  });

  test('a copy may still be a row whose own id is nowhere to be read', () => {
    const rows = [row(a, A), row(a, B), row(a, late(C)), row(d, D)];
    expect(plan(rows).ids).toEqual([a, b, c, d]);
  });
});
