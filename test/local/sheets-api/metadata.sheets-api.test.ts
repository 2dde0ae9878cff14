import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn, type StandIn } from './start-stand-in.ts';

const place = (startIndex: number, dimension = 'COLUMNS') => ({
  dimensionRange: { sheetId: 7, dimension, startIndex, endIndex: startIndex + 1 },
});
const create = (metadataId: number, location: object) => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey: 'mark', visibility: 'DOCUMENT', location },
  },
});
const lookup = (fields: object) => ({ dataFilter: { developerMetadataLookup: fields } });
const exactly = (metadataId: number, metadataLocation: object) =>
  lookup({ metadataId, metadataLocation, locationMatchingStrategy: 'EXACT_LOCATION' });

describe('developer metadata', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn();
    await standIn.create();
    await standIn.batch(create(1, place(2)), create(2, place(2, 'ROWS')));
  });
  afterEach(() => standIn.stop());

  const search = (...filters: object[]) =>
    standIn.call('POST', '/v4/spreadsheets/book/developerMetadata:search', {
      dataFilters: filters.map((developerMetadataLookup) => ({ developerMetadataLookup })),
    });

  test('is found by key and by id, with the filters that found it', async () => {
    const found = {
      metadataId: 2,
      metadataKey: 'mark',
      visibility: 'DOCUMENT',
      location: { locationType: 'ROW', ...place(2, 'ROWS') },
    };
    const dataFilters = [{ developerMetadataLookup: { metadataId: 2 } }];
    expect((await search({ metadataId: 2 })).body).toEqual({
      matchedDeveloperMetadata: [{ developerMetadata: found, dataFilters }],
    });
    const both = (await search({ metadataKey: 'mark' })).body['matchedDeveloperMetadata'];
    expect(both).toHaveLength(2);
    expect((await search({ metadataKey: 'other' })).body).toEqual({});
  });

  test('at an exact place is deleted there and nowhere else', async () => {
    const away = await standIn.batch({ deleteDeveloperMetadata: exactly(1, place(3)) });
    expect(away.body['replies']).toEqual([{ deleteDeveloperMetadata: {} }]);
    await standIn.batch({
      insertDimension: { range: { ...place(0).dimensionRange } },
    });
    const moved = await standIn.batch({ deleteDeveloperMetadata: exactly(1, place(3)) });
    expect(moved.body['replies']).toEqual([
      { deleteDeveloperMetadata: { deletedDeveloperMetadata: [expect.objectContaining({ metadataId: 1 })] } },
    ]);
  });

  test.each([
    ['an id that is taken', create(1, place(4)), 'already exists'],
    ['a place outside of the grid', create(3, place(5)), 'grid size'],
    [
      'more than one column',
      create(3, { dimensionRange: { ...place(1).dimensionRange, endIndex: 3 } }),
      'single',
    ],
    [
      'a strategy without a place',
      { deleteDeveloperMetadata: lookup({ locationMatchingStrategy: 'EXACT_LOCATION' }) },
      'metadataLocation must be set',
    ],
  ])('%s is refused, and the batch with it', async (_what, request, words) => {
    const answer = await standIn.batch(create(9, place(0)), request);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(`Invalid requests[1].`);
    expect(JSON.stringify(answer.body)).toContain(words);
    expect((await search({ metadataId: 9 })).body).toEqual({});
  });

  test('is found by the place that it touches, whatever kind of filter names it', async () => {
    const idsBy = async (dataFilter: object) => {
      const path = '/v4/spreadsheets/book/developerMetadata:search';
      const { body } = await standIn.call('POST', path, { dataFilters: [dataFilter] });
      const found = (body['matchedDeveloperMetadata'] ?? []) as {
        developerMetadata: { metadataId: number };
      }[];
      return found.map(({ developerMetadata }) => developerMetadata.metadataId);
    };
    const row = { sheetId: 7, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
    expect(await idsBy({ developerMetadataLookup: { metadataLocation: { sheetId: 7 } } })).toEqual([1, 2]);
    expect(await idsBy({ developerMetadataLookup: { metadataLocation: { sheetId: 0 } } })).toEqual([]);
    expect(await idsBy({ gridRange: row })).toEqual([2]);
    expect(await idsBy({ a1Range: 'Лист1!C1:C2' })).toEqual([1]);
  });

  test('is given by its id', async () => {
    const path = '/v4/spreadsheets/book/developerMetadata/';
    expect((await standIn.call('GET', `${path}1`)).body).toMatchObject({
      metadataId: 1,
      metadataKey: 'mark',
    });
    expect((await standIn.call('GET', `${path}9`)).status).toBe(404);
  });

  test('names the cells that values methods read, write and clear', async () => {
    const dataFilter = { developerMetadataLookup: { metadataId: 1 } };
    const values = '/v4/spreadsheets/book/values';
    const data = [{ dataFilter, majorDimension: 'COLUMNS', values: [['а', 'б']] }];
    const written = await standIn.call('POST', `${values}:batchUpdateByDataFilter`, {
      valueInputOption: 'RAW',
      data,
    });
    expect(written.body).toMatchObject({
      totalUpdatedCells: 2,
      responses: [{ updatedRange: "'Лист1'!C1:C2" }],
    });
    const read = await standIn.call('POST', `${values}:batchGetByDataFilter`, { dataFilters: [dataFilter] });
    expect(read.body['valueRanges']).toEqual([
      {
        valueRange: { range: "'Лист1'!C1:C10", majorDimension: 'ROWS', values: [['а'], ['б']] },
        dataFilters: [dataFilter],
      },
    ]);
    const cleared = await standIn.call('POST', `${values}:batchClearByDataFilter`, {
      dataFilters: [dataFilter],
    });
    expect(cleared.body).toEqual({ spreadsheetId: 'book', clearedRanges: ["'Лист1'!C1:C10"] });
  });
});
