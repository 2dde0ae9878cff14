import { describe, expect, test } from '@jest/globals';
import { digestOfQuestion, digestOfRows } from '../../../../functions/domain/sync/consent.ts';
import { formatRowId, isRowIdShaped, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import {
  applyChanges,
  contentHash,
  diffCells,
  filledEntries,
  isNameless,
  isSameContent,
  namelessColumn,
  type CellChanges,
  type Cells,
} from '../../../../functions/domain/sync/row.ts';

describe('what differs between a row as accepted and as it stands', () => {
  test.each<readonly [what: string, base: Cells, sheet: Cells, changes: CellChanges]>([
    ['nothing', { a: 1 }, { a: 1, b: null }, {}],
    ['a value', { a: 1 }, { a: 2 }, { a: [1, 2] }],
    ['its type', { a: 1, b: true }, { a: '1', b: 'true' }, { a: [1, '1'], b: [true, 'true'] }],
    ['a cell that was filled', {}, { a: 0, b: false }, { a: [null, 0], b: [null, false] }],
    ['a cell that was cleared', { a: 1 }, { a: null }, { a: [1, null] }],
    ['a column that the sheet lacks says nothing', { a: 1, b: 2 }, { b: 2 }, {}],
    ['a place that the sheet lacks is empty', { 'x@H': 'рядом' }, {}, { 'x@H': ['рядом', null] }],
    ['a place that stands is not', { 'x@H': 'рядом' }, { 'x@H': 'рядом' }, {}],
  ])('%s', (_, base, sheet, changes) => {
    expect(diffCells(base, sheet)).toEqual(changes);
    const filled = Object.fromEntries(
      filledEntries({ ...base, ...sheet, ...('x@H' in sheet ? {} : { 'x@H': null }) }),
    );
    expect(applyChanges(base, changes)).toEqual(filled);
  });

  test('a row that was taken from the sheet itself keeps no empty cell when it is accepted', () => {
    const sheet = { a: 1, b: null, constructor: 'чья-то колонка', c: 2 };
    expect(applyChanges(sheet, { c: [2, null] })).toEqual({ a: 1, constructor: 'чья-то колонка' });
  });

  test('a place is named by its letters', () => {
    expect([
      namelessColumn('AB'),
      isNameless(namelessColumn('AB')),
      isNameless('x:AB'),
      isNameless('mark'),
    ]).toEqual(['x@AB', true, false, false]);
  });

  test('filled cells come in one order, blanks left out', () => {
    expect(filledEntries({ b: 0, a: '', c: null, Я: false })).toEqual([
      ['a', ''],
      ['b', 0],
      ['Я', false],
    ]);
  });
});

describe('the hash of a row’s content', () => {
  const columns = ['a', 'b'];

  test('is none where nothing stands in these columns', () => {
    expect([
      contentHash({}, columns),
      contentHash({ a: null, c: 'x' }, columns),
      contentHash({ a: 1 }, []),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test.each<readonly [one: Cells, other: Cells, isSame: boolean]>([
    [{ a: 'x' }, { a: 'x', b: null, c: 1 }, true],
    [{ a: 'x' }, { b: 'x' }, false],
    [{ a: 'xy' }, { a: 'x', b: 'y' }, false],
    [{ a: 'x' }, { a: 'y' }, false],
    [{ a: 'xy' }, { a: 'yx' }, false],
    [{ a: '' }, { a: null, b: '' }, false],
  ])('of %j and %j', (one, other, isSame) => {
    expect(contentHash(one, columns) === contentHash(other, columns)).toBe(isSame);
    expect(isSameContent(one, other, columns)).toBe(isSame);
  });

  test('may be one for two contents: then the cells decide', () => {
    expect([
      contentHash({ a: 1 }, columns) === contentHash({ a: '1' }, columns),
      isSameContent({ a: 1 }, { a: '1' }, columns),
    ]).toEqual([true, false]);
  });
});

describe('what a text says of being an id', () => {
  const id = formatRowId('книга', 'e', 17);

  test.each<readonly [text: string, isShaped: boolean, number: number | undefined]>([
    [id, true, 17],
    [formatRowId('другая', 'e', 17), true, undefined],
    [formatRowId('книга', 's', 17), false, undefined],
    [id.replace('17', '18'), true, undefined],
    [` ${id}`, false, undefined],
    [`${id}0`, false, undefined],
    ['e17', false, undefined],
    ['e1234567890-000', false, undefined],
    ['', false, undefined],
  ])('%j', (text, isShaped, number) => {
    expect([isRowIdShaped(text, 'e'), parseRowId(text, 'книга', 'e')]).toEqual([isShaped, number]);
  });
});

describe('the digest of what a person was asked about', () => {
  test('is that of these rows in any order, and of no others', () => {
    const digest = digestOfRows(['e1', 'e2']);
    expect(digest).toMatch(/^[0-9a-f]{16}$/u);
    expect(digestOfRows(['e2', 'e1'])).toBe(digest);
    expect([digestOfRows(['e1']), digestOfRows(['e1', 'e3']), digestOfRows(['e1e2'])]).not.toContain(digest);
  });

  test('of a question is that of its losses', () => {
    const digest = digestOfQuestion([['schools', 4, 'x']]);
    expect(digest).toMatch(/^[0-9a-f]{16}$/u);
    expect(digestOfQuestion([['schools', 4, 'x']])).toBe(digest);
    expect([digestOfQuestion([['schools', 5, 'x']]), digestOfQuestion([])]).not.toContain(digest);
  });
});
