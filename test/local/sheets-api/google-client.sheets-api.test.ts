import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sheets as createClient } from 'googleapis/build/src/apis/sheets/index.js';
import { startStandIn, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

describe("Google's own client", () => {
  test('creates, writes, reads and is refused through the stand-in', async () => {
    const client = createClient({ version: 'v4', rootUrl: `${standIn.api.url}/` }).spreadsheets;
    const created = await client.create({ requestBody: { properties: { title: 'Книга', locale: 'ru_RU' } } });
    const spreadsheetId = created.data.spreadsheetId ?? '';

    await client.values.update({
      spreadsheetId,
      range: "'Лист1'!A1",
      valueInputOption: 'RAW',
      requestBody: { values: [['ID', 'Школа']] },
    });
    await client.values.append({
      spreadsheetId,
      range: "'Лист1'",
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: [['1', '31.08.2021']] },
    });
    const read = await client.values.batchGet({
      spreadsheetId,
      ranges: ["'Лист1'!A:B"],
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(read.data.valueRanges).toEqual([
      {
        range: "'Лист1'!A1:B1000",
        majorDimension: 'ROWS',
        values: [
          ['ID', 'Школа'],
          [1, 44439],
        ],
      },
    ]);

    const refused = client.values.get({ spreadsheetId, range: 'Нет!A1' });
    await expect(refused).rejects.toMatchObject({ status: 400, message: 'Unable to parse range: Нет!A1' });
  });
});
