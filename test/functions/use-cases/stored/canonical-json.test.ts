import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  canonicalJson,
  hashOfLists,
  inCanonicalOrder,
} from '../../../../functions/use-cases/stored/encoding/canonical-json.ts';

describe('canonical JSON', () => {
  test('is the same text whatever order the keys were set in, with the order of lists kept', () => {
    const text = '{"a":[{"y":2,"z":1},3],"b":{"c":null}}';
    expect(canonicalJson({ b: { c: null }, a: [{ z: 1, y: 2 }, 3] })).toBe(text);
    expect(canonicalJson({ a: [{ y: 2, z: 1 }, 3], b: { c: null } })).toBe(text);
  });

  test('orders the rows of a database too, which have no prototype', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  });

  test('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  });
});

describe('a value in canonical order', () => {
  test('has its keys in the order in which they come back from the text', () => {
    const value = { b: [{ d: 1, c: undefined, a: 'x' }], a: {} };
    const back: unknown = JSON.parse(canonicalJson(value));
    expect(JSON.stringify(inCanonicalOrder(value))).toBe(JSON.stringify(back));
    expect(inCanonicalOrder(value)).toStrictEqual(back);
  });

  test('is the value itself where nothing is out of order', () => {
    const value = { a: [1, { b: 2, c: 3 }], d: null };
    expect(inCanonicalOrder(value)).toBe(value);
  });
});

describe('the hash of lists', () => {
  test.each([
    [[]],
    [[[]]],
    [[[1], [], ['а', null]]],
    [[Array.from({ length: 1501 }, (_, row) => [row, 'ОО'])]],
  ])('is that of their whole JSON, a line each', (lists: readonly (readonly unknown[])[]) => {
    const text = lists.map((list) => JSON.stringify(list)).join('\n');
    expect(hashOfLists(lists)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
