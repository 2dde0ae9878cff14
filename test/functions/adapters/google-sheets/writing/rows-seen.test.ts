import { describe, expect, test } from '@jest/globals';
import {
  askToSee,
  mergeSpans,
  parseRowsSeen,
} from '../../../../../functions/adapters/google-sheets/writing/rows-seen.ts';

const span = (startRow: number, endRow: number, sheetId = 7) => ({
  sheetId,
  title: sheetId === 7 ? 'Школы' : "О'кей",
  startRow,
  endRow,
});

describe('the rows that a write is to show', () => {
  test('are asked for as few ranges, without their cells where nothing is asked', () => {
    expect(askToSee([span(4, 6), span(2, 3), span(6, 7), span(0, 1, 0)])).toEqual({
      fields: expect.stringContaining('updatedSpreadsheet(sheets(properties(sheetId),data('),
      body: {
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ["'Школы'!3:3", "'Школы'!5:7", "'О''кей'!1:1"],
      },
    });
    expect(askToSee([])).toEqual({ fields: 'spreadsheetId', body: {} });
  });

  test('are at most a hundred ranges: the smallest gaps are asked for too', () => {
    const scattered = Array.from({ length: 100 }, (_, index) => span(index * 10, index * 10 + 1));
    expect(mergeSpans(scattered)).toEqual(scattered);
    const more = [...scattered, span(995, 996), span(3, 4, 0)];
    expect(mergeSpans(more)).toEqual([span(0, 996), span(3, 4, 0)]);
    const near = [...scattered.slice(0, 98), span(974, 975), span(3, 4, 0), span(9, 10, 0)];
    expect(mergeSpans(near)).toEqual([
      ...scattered.slice(0, 97),
      span(970, 975),
      span(3, 4, 0),
      span(9, 10, 0),
    ]);
  });

  test('are read from an answer that leaves out zeros and blanks', () => {
    const cell = (effectiveValue: object, userEnteredValue?: object) => ({
      effectiveValue,
      userEnteredValue,
    });
    const answer = {
      spreadsheetId: 'book',
      updatedSpreadsheet: {
        sheets: [
          {
            properties: { sheetId: 0 },
            data: [
              {
                startRow: 3,
                rowData: [
                  {
                    values: [
                      cell({ numberValue: 1 }),
                      cell({ boolValue: false }),
                      cell({ stringValue: 'а' }),
                    ],
                  },
                  { values: [] },
                  {
                    values: [{}, cell({ numberValue: 2 }, { formulaValue: '=A1' }), cell({ errorValue: {} })],
                  },
                ],
              },
            ],
          },
        ],
      },
    };
    expect(parseRowsSeen(answer as Parameters<typeof parseRowsSeen>[0])).toEqual([
      { sheetId: 0, startRow: 3, rows: [[1, false, 'а'], [], [null, undefined, undefined]] },
    ]);
    expect(parseRowsSeen({ spreadsheetId: 'book' })).toEqual([]);
  });
});
