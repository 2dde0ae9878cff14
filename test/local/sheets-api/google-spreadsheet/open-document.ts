import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import { startStandIn, type StandIn } from '../start-stand-in.ts';

export interface OpenDocument {
  readonly standIn: StandIn;
  readonly document: GoogleSpreadsheet;
  /** «One», 20 × 6, with the header name, count, day. */
  readonly sheet: GoogleSpreadsheetWorksheet;
  /** As they are shown. */
  readonly values: (range?: string) => Promise<unknown>;
  /** `spreadsheets.get` with these fields. */
  readonly seen: (fields: string) => Promise<unknown>;
}

/** A client that many use, as it comes from npm, over the stand-in: it must be answered as Google answers it. */
export async function openDocument(): Promise<OpenDocument> {
  const standIn = await startStandIn();
  const gridProperties = { rowCount: 20, columnCount: 6 };
  await standIn.create({
    properties: { title: 'Book', locale: 'en_US' },
    sheets: [{ properties: { sheetId: 7, title: 'One', gridProperties } }],
  });
  const client = new GoogleSpreadsheet('book', { token: 'local' });
  // The package knows Google's address only; its client may be replaced.
  const sheetsApi = client.sheetsApi.extend({ prefix: `${standIn.api.url}/v4/spreadsheets/book` });
  const document = Object.assign(client, { sheetsApi });
  await document.loadInfo();
  const [sheet] = document.sheetsByIndex;
  if (!sheet) throw new Error('no sheet');
  await sheet.setHeaderRow(['name', 'count', 'day']);
  const read = async (path: string) => (await standIn.call('GET', `/v4/spreadsheets/book${path}`)).body;
  return {
    standIn,
    document,
    sheet,
    values: async (range = 'One') => (await read(`/values/${encodeURIComponent(range)}`))['values'],
    seen: (fields) => read(`?fields=${fields}`),
  };
}
