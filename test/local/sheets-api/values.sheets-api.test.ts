import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.create();
});
afterEach(() => standIn.stop());

async function write(range: string, values: unknown[][], option = 'RAW') {
  return standIn.call('PUT', valuesPath(range, `?valueInputOption=${option}`), { values });
}

async function read(range: string, query = '') {
  return (await standIn.call('GET', valuesPath(range, query))).body;
}

describe('values.update and values.get', () => {
  test('written values are read back, blanks at the ends trimmed and the range clipped to the grid', async () => {
    const written = await write('Лист1!A1', [
      ['а', '', ''],
      ['', 2, true],
    ]);

    expect(written.body).toEqual({
      spreadsheetId: 'book',
      updatedRange: "'Лист1'!A1:C2",
      updatedRows: 2,
      updatedColumns: 3,
      updatedCells: 6,
    });
    expect(await read('Лист1!A1:Z99')).toEqual({
      range: "'Лист1'!A1:E10",
      majorDimension: 'ROWS',
      values: [['а'], ['', '2', 'ИСТИНА']],
    });
  });

  test('an empty range has no values at all', async () => {
    expect(await read('Лист1')).toEqual({ range: "'Лист1'!A1:E10", majorDimension: 'ROWS' });
  });

  test('null leaves a cell as it is and an empty text clears it', async () => {
    await write('Лист1!A1', [['а', 'б', 'в']]);
    await write('Лист1!A1', [[null, '', 'г']]);
    expect((await read('Лист1'))['values']).toEqual([['а', '', 'г']]);
  });

  test('rows and columns without a value of their own are not counted, though the range holds them', async () => {
    const written = await write('Лист1!B2', [
      [null, 'а', null],
      [null, null, null],
      [null, 'б', null],
    ]);
    expect(written.body).toEqual({
      spreadsheetId: 'book',
      updatedRange: "'Лист1'!B2:D4",
      updatedRows: 2,
      updatedColumns: 1,
      updatedCells: 2,
    });
    expect((await write('Лист1!A1', [[null]])).body).toEqual({
      spreadsheetId: 'book',
      updatedRange: "'Лист1'!A1",
    });
  });

  test('a cell that a merge hides takes no value, though it counts as written', async () => {
    const range = { sheetId: 7, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
    await standIn.batch({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
    expect((await write('Лист1!A1', [['а', 'б', 'в']])).body['updatedCells']).toBe(3);
    await standIn.batch({ unmergeCells: { range } });
    expect((await read('Лист1'))['values']).toEqual([['а', '', 'в']]);
  });

  test('a title is found in any case, and is not needed before cells of the first sheet', async () => {
    await standIn.batch({ addSheet: { properties: { sheetId: 8, title: 'Two! A' } } });
    await write('ЛИСТ1!A1', [['а']]);
    await write('two! a', [['б']]);
    const found = await Promise.all(['!A1', "''!A1", 'лист1!a1', 'Two! A!A1'].map((range) => read(range)));
    expect(found.map((answer) => [answer['range'], answer['values']])).toEqual([
      ["'Лист1'!A1", [['а']]],
      ["'Лист1'!A1", [['а']]],
      ["'Лист1'!A1", [['а']]],
      ["'Two! A'!A1", [['б']]],
    ]);
  });

  test('RAW keeps a text as it was sent', async () => {
    await write('Лист1!A1', [['31.08.2021', '=1+1', '12']]);
    expect((await read('Лист1', '?valueRenderOption=UNFORMATTED_VALUE'))['values']).toEqual([
      ['31.08.2021', '=1+1', '12'],
    ]);
  });

  test('USER_ENTERED reads dates, numbers and yes/no as a person in Russia types them', async () => {
    await write('Лист1!A1', [['31.08.2021', '1 234,5', 'ИСТИНА', '31.09.2021', '15%']], 'USER_ENTERED');
    const serials = await read('Лист1', '?valueRenderOption=UNFORMATTED_VALUE');
    const texts = await read('Лист1');
    expect(serials['values']).toEqual([[44439, 1234.5, true, '31.09.2021', 0.15]]);
    expect(texts['values']).toEqual([['31.08.2021', '1\u00A0234,50', 'ИСТИНА', '31.09.2021', '15%']]);
  });

  test('a date is a text again where it is asked for as one', async () => {
    await write('Лист1!A1', [['31.08.2021', 5]], 'USER_ENTERED');
    const query = '?valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING';
    expect((await read('Лист1', query))['values']).toEqual([['31.08.2021', 5]]);
  });

  test('a formula of constants is computed and shown as a formula on demand', async () => {
    await write('Лист1!A1', [['=(1+2)*3']], 'USER_ENTERED');
    expect((await read('Лист1'))['values']).toEqual([['9']]);
    expect((await read('Лист1', '?valueRenderOption=FORMULA'))['values']).toEqual([['=(1+2)*3']]);
  });

  test('a formula that only Google can compute is refused with 501, and nothing is written', async () => {
    const answer = await write('Лист1!A1', [['а', '=QUERY(B1:B2)']], 'USER_ENTERED');
    expect(answer.status).toBe(501);
    expect(answer.body).toMatchObject({ error: { status: 'UNIMPLEMENTED' } });
    expect(JSON.stringify(answer.body)).toContain('QUERY');
    expect(await read('Лист1')).not.toHaveProperty('values');
  });

  test('columns are written and read as columns', async () => {
    const path = valuesPath('Лист1!A1', '?valueInputOption=RAW');
    await standIn.call('PUT', path, { majorDimension: 'COLUMNS', values: [['а', 'б'], ['в']] });
    expect((await read('Лист1'))['values']).toEqual([['а', 'в'], ['б']]);
    expect((await read('Лист1', '?majorDimension=COLUMNS'))['values']).toEqual([['а', 'б'], ['в']]);
  });
});

describe('values.append', () => {
  const append = (range: string, values: unknown[][]) =>
    standIn.call('POST', valuesPath(range, ':append?valueInputOption=RAW'), { values });

  test('it starts at the first used column of the last table, and the grid grows', async () => {
    await write('Лист1!B9', [['а', 'б'], ['в']]);
    const answer = await append('Лист1', [['г']]);
    expect(answer.body).toEqual({
      spreadsheetId: 'book',
      tableRange: "'Лист1'!B9:C10",
      updates: {
        spreadsheetId: 'book',
        updatedRange: "'Лист1'!B11",
        updatedRows: 1,
        updatedColumns: 1,
        updatedCells: 1,
      },
    });
    expect((await read('Лист1'))['range']).toBe("'Лист1'!A1:E11");
  });

  test('into an empty range it writes where the range begins, without a table', async () => {
    expect((await append('Лист1!B2', [['г']])).body).toMatchObject({
      updates: { updatedRange: "'Лист1'!B2" },
    });
    expect((await append('Лист1!D5', [['г']])).body).not.toHaveProperty('tableRange');
  });
});

describe('batches of values', () => {
  test('batchUpdate counts rows and columns that ranges share once', async () => {
    const answer = await standIn.call('POST', '/v4/spreadsheets/book/values:batchUpdate', {
      valueInputOption: 'RAW',
      data: [
        { range: 'Лист1!A1:B1', values: [['а', 'б']] },
        { range: 'Лист1!A3:C4', values: [['в', 'г', null], [null]] },
      ],
    });
    expect(answer.body).toMatchObject({
      totalUpdatedRows: 2,
      totalUpdatedColumns: 2,
      totalUpdatedCells: 4,
      totalUpdatedSheets: 1,
    });
  });

  test('a batchUpdate whose last range is wrong changes nothing', async () => {
    const answer = await standIn.call('POST', '/v4/spreadsheets/book/values:batchUpdate', {
      valueInputOption: 'RAW',
      data: [
        { range: 'Лист1!A1', values: [['а']] },
        { range: 'Нет!A1', values: [['б']] },
      ],
    });
    expect(answer.status).toBe(400);
    expect(await read('Лист1')).not.toHaveProperty('values');
  });

  test('a grid range with only a sheet id is the whole sheet', async () => {
    await write('Лист1!B2', [['а']]);
    const dataFilters = [{ gridRange: { sheetId: 7 } }, { a1Range: 'Лист1!B2' }];
    const answer = await standIn.call('POST', '/v4/spreadsheets/book/values:batchGetByDataFilter', {
      dataFilters,
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(answer.body).toEqual({
      spreadsheetId: 'book',
      valueRanges: [
        {
          valueRange: { range: "'Лист1'!A1:E10", majorDimension: 'ROWS', values: [[], ['', 'а']] },
          dataFilters: [dataFilters[0]],
        },
        {
          valueRange: { range: "'Лист1'!B2", majorDimension: 'ROWS', values: [['а']] },
          dataFilters: [dataFilters[1]],
        },
      ],
    });
  });

  test('values are written and cleared by data filter', async () => {
    const dataFilter = { gridRange: { sheetId: 7, startRowIndex: 1, startColumnIndex: 1 } };
    await standIn.call('POST', '/v4/spreadsheets/book/values:batchUpdateByDataFilter', {
      valueInputOption: 'RAW',
      data: [{ dataFilter, values: [['а', 'б']] }],
    });
    expect((await read('Лист1'))['values']).toEqual([[], ['', 'а', 'б']]);
    const cleared = await standIn.call('POST', '/v4/spreadsheets/book/values:batchClearByDataFilter', {
      dataFilters: [{ a1Range: 'Лист1!C1:C5' }],
    });
    expect(cleared.body).toEqual({ spreadsheetId: 'book', clearedRanges: ["'Лист1'!C1:C5"] });
    expect((await read('Лист1'))['values']).toEqual([[], ['', 'а']]);
  });
});
