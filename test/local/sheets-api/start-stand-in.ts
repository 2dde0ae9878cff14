import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgainstGoogle } from './google-schemas.ts';
import { startSheetsApi, type SheetsApi, type SheetsApiOptions } from '../../../local/sheets-api/server.ts';

export interface Answer {
  readonly status: number;
  // Answers are compared as whole values, whatever they are.
  readonly body: Record<string, unknown>;
}

export interface StandIn {
  readonly api: SheetsApi;
  readonly dataDir: string;
  /** Whatever succeeds is checked against the public typings of the Sheets API. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** From now on that person calls; undefined: the owner. */
  actAs(email: string | undefined): void;
  /** Makes a spreadsheet with the id `book`: one sheet 7 «Лист1», 10 × 5, in Russian, unless told otherwise. */
  create(body?: object): Promise<Answer>;
  batch(...requests: object[]): Promise<Answer>;
  /** Stops the server; the folder stays for the next start unless it is to go. */
  stop(keepFolder?: 'keep the folder'): Promise<void>;
}

const GRID = { rowCount: 10, columnCount: 5 };
const SMALL_BOOK = {
  properties: { title: 'Книга', locale: 'ru_RU' },
  sheets: [{ properties: { sheetId: 7, title: 'Лист1', gridProperties: GRID } }],
};

export async function startStandIn(options: Partial<SheetsApiOptions> = {}): Promise<StandIn> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'sheets-api-')));
  let lastId = 100;
  const newId: SheetsApiOptions['newId'] = (kind) => (kind === 'spreadsheet' ? 'book' : String(++lastId));
  const now = (): Date => new Date('2026-11-23T09:00:00Z');
  const api = await startSheetsApi({ port: 0, newId, now, ...options, dataDir });
  let caller: string | undefined;
  const call: StandIn['call'] = async (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const authorization = caller === undefined ? {} : { authorization: `Bearer local:${caller}` };
    const response = await fetch(`${api.url}${path}`, { method, ...sent, headers: { ...authorization } });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) checkAgainstGoogle({ method, path, request: body, answer });
    return { status: response.status, body: answer };
  };
  return {
    api,
    dataDir,
    call,
    actAs: (email) => {
      caller = email;
    },
    create: (body = SMALL_BOOK) => call('POST', '/v4/spreadsheets', body),
    batch: (...requests) => call('POST', '/v4/spreadsheets/book:batchUpdate', { requests }),
    stop: async (keepFolder) => {
      await api.close();
      if (!keepFolder) await rm(dataDir, { recursive: true });
    },
  };
}

/** `/v4/spreadsheets/book/values/Лист1!A1:B2…`, encoded. */
export function valuesPath(range: string, rest = ''): string {
  return `/v4/spreadsheets/book/values/${encodeURIComponent(range)}${rest}`;
}
