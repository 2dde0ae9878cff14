import type { SheetsApi } from '../../local/sheets-api/server.ts';

type StandIn = Pick<SheetsApi, 'url' | 'key'>;

interface Rows {
  readonly sheetId: number;
  /** As people count them, both included. */
  readonly from: number;
  readonly to: number;
}

/** Deletes rows of a sheet as a person does in the spreadsheet: those below move up. */
export async function deleteRows(sheets: StandIn, workbookId: string, rows: Rows): Promise<void> {
  const { sheetId, from, to } = rows;
  const range = { sheetId, dimension: 'ROWS', startIndex: from - 1, endIndex: to };
  await sendRequest(sheets, workbookId, { deleteDimension: { range } });
}

/** Inserts an empty fourth column. */
export async function insertColumn(sheets: StandIn, workbookId: string, sheetId: number): Promise<void> {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 };
  await sendRequest(sheets, workbookId, { insertDimension: { range } });
}

async function sendRequest({ url, key }: StandIn, workbookId: string, request: object): Promise<void> {
  const address = new URL(`v4/spreadsheets/${workbookId}:batchUpdate`, url);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ requests: [request] }),
  });
  if (!response.ok) throw new Error(`the spreadsheet refused: ${await response.text()}`);
}
