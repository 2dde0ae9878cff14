import type { Marker, SheetValues, SpreadsheetOutline } from '../../../use-cases/ports/spreadsheets.ts';
import { SheetMissingError, SpreadsheetRefusedError } from '../../../use-cases/ports/spreadsheet-errors.ts';
import type { SheetLayout } from '../../../workbook/layout/layout.ts';
import type { SheetsClient } from '../client.ts';
import { callForMarkers } from '../writing/markers.ts';
import { LAYOUTS_MASK, layoutsSchema, parseLayouts } from './parse-layout.ts';
import {
  OUTLINE_MASK,
  outlineSchema,
  parseOutline,
  parseValues,
  VALUES_MASK,
  valuesSchema,
} from './parse-values.ts';

export async function readOutline(client: SheetsClient, spreadsheetId: string): Promise<SpreadsheetOutline> {
  const answer = await client.run(reading(spreadsheetId), () =>
    client.call({
      kind: 'read',
      answer: outlineSchema,
      send: (api, options) => api.spreadsheets.get({ spreadsheetId, fields: OUTLINE_MASK }, options),
    }),
  );
  return parseOutline(answer);
}

/** The whole grids, in the order of `sheetIds`. Throws `SheetMissingError` rather than answer with fewer. */
export async function readValues(
  client: SheetsClient,
  spreadsheetId: string,
  sheetIds: readonly number[],
): Promise<SheetValues[]> {
  if (sheetIds.length === 0) return [];
  const answer = await callForValues(client, spreadsheetId, sheetIds).catch(async (error: unknown) => {
    // Google does not say which sheet it missed.
    if (error instanceof SpreadsheetRefusedError) {
      await checkSheetsStand(client, spreadsheetId, { sheetIds, cause: error });
    }
    throw error;
  });
  const values = parseValues(answer, sheetIds);
  const found = new Set(values.map((sheet) => sheet.sheetId));
  const missing = sheetIds.filter((sheetId) => !found.has(sheetId));
  if (missing.length > 0) throw new SheetMissingError(spreadsheetId, missing);
  return values;
}

function callForValues(client: SheetsClient, spreadsheetId: string, sheetIds: readonly number[]) {
  const requestBody = {
    dataFilters: sheetIds.map((sheetId) => ({ gridRange: { sheetId } })),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
  return client.run(reading(spreadsheetId), () =>
    client.call({
      kind: 'read',
      answer: valuesSchema,
      send: (api, options) =>
        api.spreadsheets.values.batchGetByDataFilter(
          { spreadsheetId, requestBody, fields: VALUES_MASK },
          // As bytes: what has not changed is never made into values as a whole.
          { ...options, responseType: 'arraybuffer' },
        ),
    }),
  );
}

/** Throws `SheetMissingError` with those of `sheetIds` that are gone. */
async function checkSheetsStand(
  client: SheetsClient,
  spreadsheetId: string,
  { sheetIds, cause }: { readonly sheetIds: readonly number[]; readonly cause: unknown },
): Promise<void> {
  const { tabs } = await readOutline(client, spreadsheetId);
  const present = new Set(tabs.map((tab) => tab.sheetId));
  const missing = sheetIds.filter((sheetId) => !present.has(sheetId));
  if (missing.length > 0) throw new SheetMissingError(spreadsheetId, missing, { cause });
}

export async function readMarkers(client: SheetsClient, spreadsheetId: string): Promise<readonly Marker[]> {
  const markers = await client.run(reading(spreadsheetId), () => callForMarkers(client, spreadsheetId));
  return markers.map(({ sheetId, key, index }) => ({ sheetId, key, index }));
}

/** The tabs that have cells, in their order. */
export async function readLayouts(client: SheetsClient, spreadsheetId: string): Promise<SheetLayout[]> {
  const answer = await client.run(reading(spreadsheetId), () =>
    client.call({
      kind: 'read',
      answer: layoutsSchema,
      send: (api, options) =>
        api.spreadsheets.get({ spreadsheetId, includeGridData: true, fields: LAYOUTS_MASK }, options),
    }),
  );
  return parseLayouts(answer);
}

function reading(spreadsheetId: string) {
  return { spreadsheetId, writes: false, repeatable: true };
}
