import { describe, expect, test } from '@jest/globals';
import {
  planRequests,
  sheetsToLookUp,
} from '../../../../../functions/adapters/google-sheets/requests/plan-requests.ts';
import { standingSchema } from '../../../../../functions/adapters/google-sheets/reading/standing.ts';
import { buildLayout } from '../layouts.ts';

const NOTHING_STANDS = new Map();

function standingOf(sheet: object) {
  const properties = { sheetId: 5, gridProperties: { rowCount: 100, columnCount: 26 } };
  const [parsed] = standingSchema.parse({ sheets: [{ properties, ...sheet }] }).sheets;
  return new Map(parsed ? [[5, parsed]] : []);
}

function kindsOf(requests: readonly object[]): string[] {
  return requests.flatMap((request) => Object.keys(request));
}

describe('written values', () => {
  test('are typed, and text that looks like a formula stays text', () => {
    const block = { sheetId: 0, row: 4, column: 2, values: [['=1+1', '+7', 45.5, true, null]] };
    expect(planRequests([{ kind: 'write_values', block }], NOTHING_STANDS)).toEqual([
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 4, columnIndex: 2 },
          rows: [
            {
              values: [
                { userEnteredValue: { stringValue: '=1+1' } },
                { userEnteredValue: { stringValue: '+7' } },
                { userEnteredValue: { numberValue: 45.5 } },
                { userEnteredValue: { boolValue: true } },
                {},
              ],
            },
          ],
          fields: 'userEnteredValue',
        },
      },
    ]);
  });

  test('of an empty block are nothing', () => {
    const block = { sheetId: 0, row: 4, column: 2, values: [] };
    expect(planRequests([{ kind: 'write_values', block }], NOTHING_STANDS)).toEqual([]);
  });
});

describe('a new sheet', () => {
  const requests = planRequests(
    [{ kind: 'add_sheet', sheetId: 5, index: 2, layout: buildLayout() }],
    NOTHING_STANDS,
  );

  test('has the size of the layout with its spare rows', () => {
    expect(requests[0]).toEqual({
      addSheet: {
        properties: {
          sheetId: 5,
          index: 2,
          title: 'Журнал',
          gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1, frozenColumnCount: 1 },
          tabColorStyle: { rgbColor: { red: 0.2, green: 0.4, blue: 0.6 } },
        },
      },
    });
  });

  test('has formats in blocks, and column formats in the spare rows', () => {
    const formats = requests.flatMap((request) => (request.repeatCell ? [request.repeatCell] : []));
    const date = {
      numberFormat: { type: 'DATE', pattern: 'dd.mm.yyyy' },
      horizontalAlignment: 'CENTER',
    };
    const header = { red: 14 / 15, green: 14 / 15, blue: 14 / 15 };
    expect(formats.map(({ range, cell }) => [range, cell?.userEnteredFormat])).toEqual([
      [
        { sheetId: 5, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 },
        { backgroundColorStyle: { rgbColor: header }, textFormat: { bold: true } },
      ],
      [
        { sheetId: 5, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 },
        { textFormat: { bold: true } },
      ],
      [{ sheetId: 5, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }, date],
      [
        { sheetId: 5, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
        { wrapStrategy: 'WRAP' },
      ],
      [{ sheetId: 5, startRowIndex: 2, endRowIndex: 5, startColumnIndex: 1, endColumnIndex: 2 }, date],
      [
        { sheetId: 5, startRowIndex: 2, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 3 },
        { wrapStrategy: 'WRAP' },
      ],
    ]);
  });

  test('has links with the values, after the formats that would take them away', () => {
    const last = requests.findLastIndex((request) => request.repeatCell?.range?.endRowIndex === 2);
    const content = requests.findIndex((request) => request.updateCells);
    expect(content).toBeGreaterThan(last);
    expect(requests[content]?.updateCells).toMatchObject({
      fields: 'userEnteredValue,note,userEnteredFormat.textFormat.link',
      rows: [
        {},
        {
          values: [
            {},
            {},
            {
              userEnteredValue: { stringValue: '=1+1' },
              userEnteredFormat: { textFormat: { link: { uri: '#gid=7&range=A5' } } },
            },
          ],
        },
      ],
    });
  });

  test('has dropdowns that do not forbid, and protections that only warn', () => {
    expect(requests.slice(-3)).toEqual([
      {
        setDataValidation: {
          range: { sheetId: 5, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 },
          rule: {
            condition: {
              type: 'ONE_OF_LIST',
              values: [{ userEnteredValue: 'беседа' }, { userEnteredValue: 'курсы' }],
            },
            inputMessage: 'Выберите из списка',
            showCustomUi: true,
            strict: false,
          },
        },
      },
      {
        addConditionalFormatRule: {
          index: 0,
          rule: {
            ranges: [{ sheetId: 5, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 }],
            booleanRule: {
              condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'курсы' }] },
              format: { backgroundColorStyle: { rgbColor: { red: 0.8, green: 1, blue: 0.8 } } },
            },
          },
        },
      },
      {
        addProtectedRange: {
          protectedRange: {
            range: { sheetId: 5, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 1 },
            description: 'ШНОР: Столбец программы',
            warningOnly: true,
          },
        },
      },
    ]);
  });

  test('takes a dropdown from the column of another sheet', () => {
    const rule = { kind: 'one_of_range', sheetTitle: 'Школы', column: 1, startRow: 1 } as const;
    const layout = buildLayout({
      validations: [{ range: { startRow: 1, startColumn: 2 }, rule, help: '' }],
    });
    const planned = planRequests([{ kind: 'add_sheet', sheetId: 5, index: 0, layout }], NOTHING_STANDS);
    const [check] = planned.flatMap((request) => request.setDataValidation ?? []);
    expect(check?.rule?.condition).toEqual({
      type: 'ONE_OF_RANGE',
      values: [{ userEnteredValue: "='Школы'!$B$2:$B" }],
    });
  });
});

describe('a replaced sheet', () => {
  const standing = standingOf({
    merges: [{ sheetId: 5, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
    basicFilter: { range: {} },
    conditionalFormats: [{ ranges: [] }, { ranges: [] }],
    protectedRanges: [{ protectedRangeId: 11, description: 'Не трогать' }],
    bandedRanges: [{ bandedRangeId: 12 }],
  });
  const edit = { kind: 'replace_sheet', sheetId: 5, layout: buildLayout() } as const;
  const requests = planRequests([edit], standing);

  test('is looked up before, and only it', () => {
    const rename = { kind: 'rename_sheet', sheetId: 9, title: 'Архив' } as const;
    expect(sheetsToLookUp([rename, edit, edit])).toEqual([5]);
  });

  test('loses everything that stood there, rules from the last to the first', () => {
    expect(requests.slice(0, 6)).toEqual([
      { clearBasicFilter: { sheetId: 5 } },
      { unmergeCells: { range: { sheetId: 5 } } },
      { deleteBanding: { bandedRangeId: 12 } },
      { deleteProtectedRange: { protectedRangeId: 11 } },
      { deleteConditionalFormatRule: { sheetId: 5, index: 1 } },
      { deleteConditionalFormatRule: { sheetId: 5, index: 0 } },
    ]);
    expect(requests[7]).toEqual({ updateCells: { range: { sheetId: 5 }, fields: '*' } });
  });

  test('is then drawn as a new one', () => {
    const added = planRequests([{ ...edit, kind: 'add_sheet', index: 0 }], NOTHING_STANDS);
    expect(requests.slice(9, -1)).toEqual(added.slice(1));
  });

  test('gives up the heights of the earlier rows and fits those that set none', () => {
    expect([requests[8], requests.at(-1)]).toEqual([
      {
        updateDimensionProperties: {
          range: { sheetId: 5, dimension: 'ROWS', startIndex: 0, endIndex: 5 },
          properties: { pixelSize: 21, hiddenByUser: false },
          fields: 'pixelSize,hiddenByUser',
        },
      },
      {
        autoResizeDimensions: {
          dimensions: { sheetId: 5, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        },
      },
    ]);
  });

  test('is refused as a bug where nobody looked it up', () => {
    expect(() => planRequests([edit], NOTHING_STANDS)).toThrow('sheet 5 was not looked up');
  });
});

describe('a decorated sheet', () => {
  const edit = { kind: 'decorate_sheet', sheetId: 5, layout: buildLayout() } as const;

  test('keeps all values below the header, its title and what the staff set', () => {
    const requests = planRequests(
      [edit],
      standingOf({
        protectedRanges: [{ protectedRangeId: 11, description: 'Столбец программы' }],
        conditionalFormats: [rule('TEXT_EQ', 'беседа')],
      }),
    );
    expect(kindsOf(requests)).toEqual([
      'updateSheetProperties',
      'repeatCell',
      'repeatCell',
      'updateCells',
      'repeatCell',
      'repeatCell',
      'updateDimensionProperties',
      'updateDimensionProperties',
      'setDataValidation',
      'addConditionalFormatRule',
      'addProtectedRange',
    ]);
    expect(requests[0]?.updateSheetProperties?.properties?.title).toBeUndefined();
    expect(requests[3]?.updateCells?.rows).toHaveLength(1);
  });

  test('sets below the header only the formats that the layout names', () => {
    const requests = planRequests([edit], standingOf({}));
    expect(requests[4]).toEqual({
      repeatCell: {
        range: { sheetId: 5, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
        cell: {
          userEnteredFormat: {
            numberFormat: { type: 'DATE', pattern: 'dd.mm.yyyy' },
            horizontalAlignment: 'CENTER',
          },
        },
        fields: 'userEnteredFormat.numberFormat,userEnteredFormat.horizontalAlignment',
      },
    });
  });

  test('loses what an earlier decoration set, in other colours too', () => {
    const requests = planRequests(
      [edit],
      standingOf({
        protectedRanges: [{ protectedRangeId: 11, description: 'ШНОР: прежнее пояснение' }],
        conditionalFormats: [rule('TEXT_EQ', 'беседа'), rule('TEXT_EQ', 'курсы')],
      }),
    );
    expect(requests.slice(0, 2)).toEqual([
      { deleteProtectedRange: { protectedRangeId: 11 } },
      { deleteConditionalFormatRule: { sheetId: 5, index: 1 } },
    ]);
  });

  test('grows where the layout needs more and never shrinks', () => {
    const small = { sheetId: 5, gridProperties: { rowCount: 100, columnCount: 2 } };
    const [first] = planRequests([edit], standingOf({ properties: small }));
    expect(first).toEqual({ appendDimension: { sheetId: 5, dimension: 'COLUMNS', length: 1 } });
  });

  function rule(type: string, text: string) {
    const range = { startRowIndex: 1, endRowIndex: 100, startColumnIndex: 2, endColumnIndex: 3 };
    const condition = { type, values: [{ userEnteredValue: text }] };
    return { ranges: [{ sheetId: 5, ...range }], booleanRule: { condition } };
  }
});
