import { describe, expect, test } from '@jest/globals';
import { merge, parseMask, project } from '../../../../local/sheets-api/wire/field-mask.ts';

describe('field masks', () => {
  test.each([
    ['a.b,a/c', { a: { b: true, c: true } }],
    ['a(b,c(d/e)),f', { a: { b: true, c: { d: { e: true } } }, f: true }],
    ['a.b, a', { a: true }],
    ['a, a.b', { a: true }],
    ['*', true],
    ['a.*', { a: true }],
  ])('%s', (text, mask) => {
    expect(parseMask(text)).toEqual(mask);
  });

  test.each(['a,', 'a(b', 'a)', '.a', 'a..b', 'а', ''])('"%s" is no mask', (text) => {
    expect(() => parseMask(text)).toThrow();
  });

  test('a mask goes through lists', () => {
    const answer = { sheets: [{ id: 1, title: 'а' }, { id: 2 }], other: 1 };
    expect(project(answer, parseMask('sheets.title'))).toEqual({ sheets: [{ title: 'а' }, {}] });
  });

  test('an update sets what the mask names and clears what the source lacks', () => {
    const before = { bold: true, italic: true, link: { uri: 'x' } };
    expect(merge<Record<string, unknown>>(before, { italic: false }, parseMask('italic,link.uri'))).toEqual({
      bold: true,
      italic: false,
    });
    expect(before.link.uri).toBe('x');
  });
});
