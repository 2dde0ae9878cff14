import * as z from 'zod';
import type { Spreadsheets } from '../../use-cases/ports/spreadsheets.ts';
import { systemRuntime, type RetryLimits, type RetryRuntime } from '../shared/retry.ts';
import { applyEdits } from './writing/apply-edits.ts';
import { createSheetsClient, type ClientSettings, type SheetsAuth, type SheetsClient } from './client.ts';
import { QUOTA_OF_ONE, QUOTA_OF_SHARING, type RateLimits } from './quota/rate-limits.ts';
import type { SharedQuota } from './quota/shared-quota.ts';
import { readShown } from './reading/read-shown.ts';
import { readStruck } from './reading/read-struck.ts';
import { readLayouts, readMarkers, readOutline, readValues } from './reading/reads.ts';

const GOOGLE = 'https://sheets.googleapis.com/';
const RETRY: RetryLimits = { maxAttempts: 7, maxTotalMs: 120_000, firstDelayMs: 1000, maxDelayMs: 32_000 };
const TIMEOUT_MS = 60_000;

export interface SpreadsheetsOptions {
  /** Another server with the same API, as the local stand-in; absent: Google. */
  readonly rootUrl?: string;
  readonly auth: SheetsAuth;
  /** The address that staff share the workbook with, told to them where access is refused. */
  readonly serviceAccount?: string;
  readonly retry?: Partial<RetryLimits>;
  readonly budget?: Partial<RateLimits>;
  /** Where several instances share one quota. */
  readonly quota?: SharedQuota;
  /** Nobody counts the calls: what stands beside people's rows comes in one of its own, before summaries. */
  readonly isUnmetered?: boolean;
  readonly timeoutMs?: number;
  readonly runtime?: RetryRuntime;
  /** Told of each call that is sent, tries again among them. */
  readonly onCall?: ClientSettings['onCall'];
  /** Another client in place of Google's: the simulator of `test/simulation` has one without a network. */
  readonly api?: ClientSettings['api'];
}

/** Google Sheets over its official client. Nothing is sent, nor loaded, before the first call. */
export function connectSpreadsheets(options: SpreadsheetsOptions): Spreadsheets {
  const client = createSheetsClient({
    rootUrl: options.rootUrl ?? GOOGLE,
    auth: options.auth,
    serviceAccount: options.serviceAccount,
    retry: { ...RETRY, ...options.retry },
    budget: { ...QUOTA_OF_ONE, ...(options.quota && QUOTA_OF_SHARING), ...options.budget },
    quota: options.quota,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    runtime: options.runtime ?? systemRuntime,
    api: options.api,
    onCall: options.onCall,
  });
  return {
    create: (title, { timeZone }) => createSpreadsheet(client, title, timeZone),
    readOutline: (spreadsheetId) => readOutline(client, spreadsheetId),
    readValues: (spreadsheetId, sheetIds) => readValues(client, spreadsheetId, sheetIds),
    readShown: (spreadsheetId, spans) => readShown(client, spreadsheetId, spans),
    readStruck: (spreadsheetId, spans) => readStruck(client, spreadsheetId, spans),
    apply: (spreadsheetId, edits, { show = [] } = {}) =>
      applyEdits(client, { spreadsheetId, edits, show, isUnmetered: options.isUnmetered }),
    readMarkers: (spreadsheetId) => readMarkers(client, spreadsheetId),
    readLayouts: (spreadsheetId) => readLayouts(client, spreadsheetId),
  };
}

/** Never repeated after an unknown outcome: this API cannot look up whether the first one came to be. */
async function createSpreadsheet(client: SheetsClient, title: string, timeZone: string): Promise<string> {
  // In the Russian locale a date that staff type as 05.09.2026 becomes a date and not a text.
  const requestBody = { properties: { title, timeZone, locale: 'ru_RU' } };
  const operation = { spreadsheetId: title, writes: true, repeatable: false };
  const created = await client.run(operation, () =>
    client.call({
      kind: 'write',
      answer: z.object({ spreadsheetId: z.string().min(1) }),
      send: (api, options) => api.spreadsheets.create({ requestBody, fields: 'spreadsheetId' }, options),
    }),
  );
  return created.spreadsheetId;
}
