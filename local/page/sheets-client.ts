import { z } from 'zod';
import type { SheetsApi } from '../sheets-api/server.ts';
import type { Request, ValueRange } from './edits/planning.ts';

/** The few calls of the Sheets API that the page makes, in the name of whoever edits. */
export interface SheetsClient {
  batchUpdate(by: string, requests: readonly Request[]): Promise<void>;
  /** Texts as a person types them. */
  typeValues(by: string, data: readonly ValueRange[]): Promise<void>;
}

/** The spreadsheet refuses the call: the same call would be refused again. */
export class SheetsRefusalError extends Error {
  override readonly name = 'SheetsRefusalError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** No answer, or one that asks to come again. */
export class SheetsBusyError extends Error {
  override readonly name = 'SheetsBusyError';
  /** What stands in the way, Russian, where the stand-in says so: the disk. */
  readonly reason: string | undefined;

  constructor(
    message: string,
    { reason, ...options }: ErrorOptions & { readonly reason?: string | undefined } = {},
  ) {
    super(message, options);
    this.reason = reason;
  }
}

const RETRIABLE = 429;
const SERVER_ERROR = 500;
const UNAVAILABLE = 503;
const TIMEOUT_MS = 30_000;

const errorBody = z.object({ error: z.object({ message: z.string() }) });

type SheetsAddress = Pick<SheetsApi, 'url' | 'key'>;

export function openSheetsClient({ url, key }: SheetsAddress, spreadsheetId: string): SheetsClient {
  const base = `${url}/v4/spreadsheets/${encodeURIComponent(spreadsheetId)}`;
  return {
    batchUpdate: (by, requests) => post(`${base}:batchUpdate`, `${key}:${by}`, { requests }),
    typeValues: (by, data) =>
      post(`${base}/values:batchUpdate`, `${key}:${by}`, { valueInputOption: 'USER_ENTERED', data }),
  };
}

async function post(url: string, bearer: string, body: object): Promise<void> {
  const response = await send(url, bearer, body);
  const text = await response.text();
  if (response.ok) return;
  const parsed = errorBody.safeParse(parseJson(text));
  if (response.status === RETRIABLE || response.status >= SERVER_ERROR) {
    const reason = response.status === UNAVAILABLE ? parsed.data?.error.message : undefined;
    throw new SheetsBusyError(`${response.status}: ${text}`, { reason });
  }
  throw new SheetsRefusalError(response.status, parsed.success ? parsed.data.error.message : text);
}

async function send(url: string, bearer: string, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new SheetsBusyError('the Sheets API does not answer', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
