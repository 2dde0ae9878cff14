import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  parseValues,
  valuesSchema,
} from '../../../../../functions/adapters/google-sheets/reading/parse-values.ts';
import { cutAnswer } from '../../../../../functions/adapters/google-sheets/reading/cut-answer.ts';
import { runs } from '../../../../support/long.ts';
import { digestOf, digestOfSheet } from '../../../../../functions/use-cases/sync/reading/sheet-digest.ts';

const hardText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    '\\',
    '\\"',
    '[',
    ']}',
    '"values":[[1]]',
    '{',
    'Школа № 1 (демо)',
    '\u{1F600}',
  ),
);
const cell = fc.oneof(
  hardText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const grid = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });

const answerOf = (grids: readonly (readonly (readonly unknown[])[])[]) => ({
  valueRanges: grids.map((values, sheetId) => ({
    dataFilters: [{ gridRange: { sheetId } }],
    valueRange: { range: `'Лист "values": [${sheetId}'!A1:Z100`, ...(values.length > 0 && { values }) },
  })),
});
const bytesOf = (text: string) => {
  const bytes = Buffer.from(text);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
};
const sheetsOf = (data: unknown, count: number) =>
  parseValues(valuesSchema.parse(data), [...Array(count).keys()]);

describe('an answer that is cut where its rows lie', () => {
  test('gives the same sheets as one that is parsed whole, row by row and all at once', () => {
    fc.assert(
      fc.property(fc.array(grid, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 2), (grids, indent) => {
        const answer = answerOf(grids);
        const whole = sheetsOf(answer, grids.length);
        const cut = sheetsOf(bytesOf(JSON.stringify(answer, undefined, indent)), grids.length);
        cut.forEach((sheet, index) => {
          const { rows, ...facts } = whole[index] ?? { rows: [] };
          expect([...(sheet.eachRow?.() ?? [])]).toEqual(rows);
          const digest = digestOfSheet(sheet);
          expect({ ...sheet, eachRow: undefined }).toEqual({ ...facts, rows, eachRow: undefined });
          expect(digest).toBe(digestOf(rows));
          expect([...(sheet.eachRow?.() ?? [])]).toEqual(rows);
        });
      }),
      runs(100),
    );
  });

  test('gives the rest of its rows to whoever has begun, when all of them are asked for meanwhile', () => {
    const rows = [['1'], ['2'], ['3']];
    const [sheet] = sheetsOf(bytesOf(JSON.stringify(answerOf([rows]))), 1);
    const begun: unknown[] = [];
    for (const row of sheet?.eachRow?.() ?? []) {
      expect(sheet?.rows).toEqual(rows);
      begun.push(row);
    }
    expect(begun).toEqual(rows);
  });

  test.each([
    ['cut off within a grid', '{"valueRanges":[{"valueRange":{"range":"A","values":[[1,2],['],
    ['cut off within a text', '{"valueRanges":[{"valueRange":{"range":"A","values":[["x'],
    ['cut off behind a grid', '{"valueRanges":[{"valueRange":{"range":"A","values":[[1]]'],
    ['the page of a machine in between', '<html>"values"</html>'],
    ['nothing', ''],
  ])('is refused where it is %s', (_, text) => {
    expect(() => cutAnswer(Buffer.from(text))).toThrow(SyntaxError);
    expect(valuesSchema.safeParse(bytesOf(text)).success).toBe(false);
  });

  test('whose grid is no list of rows has no rows there', () => {
    const answer = {
      valueRanges: [{ dataFilters: [{ gridRange: {} }], valueRange: { range: 'A', values: ['x', 3] } }],
    };
    expect(sheetsOf(bytesOf(JSON.stringify(answer)), 1)[0]?.rows).toEqual([]);
  });
});
