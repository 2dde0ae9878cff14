import type * as z from 'zod';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { SpreadsheetTooLargeError } from '../../use-cases/ports/spreadsheet-errors.ts';
import { retryWithin, type RetryAdvice, type RetryLimits, type RetryRuntime } from '../shared/retry.ts';
import { CallFailure, parseFailure, translateFailure, type FailureContext } from './failures.ts';
import { readBody } from './reading/answer-bytes.ts';
import { createRateBudget } from './quota/rate-budget.ts';
import type { CallKind, RateLimits } from './quota/rate-limits.ts';
import type { SharedQuota } from './quota/shared-quota.ts';

/** An unreachable address seldom comes back within seconds: a person should not wait for all attempts. */
const ATTEMPTS_WITHOUT_CONNECTION = 3;
/** More than any workbook within Google's 10 million cells that we could work on in memory. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
/** Google advises 2 MB a request; five times that was never seen to be needed. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const LOCAL_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/** A client of google-auth-library, or a function that gives a bearer token (undefined: none is sent). */
export type SheetsAuth = (() => Promise<string | undefined>) | TokenClient;
interface TokenClient {
  getAccessToken(): Promise<string | null | undefined | { readonly token?: string | null }>;
}

export interface ClientSettings {
  readonly rootUrl: string;
  readonly auth: SheetsAuth;
  readonly serviceAccount?: string | undefined;
  readonly retry: RetryLimits;
  readonly budget: RateLimits;
  /** Where several instances share one quota; then `budget` is what this one may call without asking. */
  readonly quota?: SharedQuota | undefined;
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  readonly runtime: RetryRuntime;
  /** Told of each call that is sent. */
  readonly onCall?: ((kind: CallKind) => void) | undefined;
  /** The client to use instead of Google's own. */
  readonly api?: (() => Promise<sheets_v4.Sheets>) | undefined;
}

/** Said of objects by the client itself, but not of bytes. */
const JSON_BODY = { 'Content-Type': 'application/json' };

interface Call<T> {
  readonly kind: CallKind;
  readonly answer: z.ZodType<T>;
  readonly send: (api: sheets_v4.Sheets, options: object) => Promise<{ data: unknown }>;
}

interface Operation {
  readonly spreadsheetId: string;
  readonly writes: boolean;
  /** Whether the operation may be tried again although its effect is not known. */
  readonly repeatable: boolean;
}

export interface SheetsClient {
  /** One HTTP call within the rate budget. Throws `CallFailure`. */
  call<T>(call: Call<T>): Promise<T>;
  /** Repeats the calls of `attempt` by the meaning of the operation. Throws `SpreadsheetError`. */
  run<T>(operation: Operation, attempt: () => Promise<T>): Promise<T>;
}

export function createSheetsClient(settings: ClientSettings): SheetsClient {
  const { runtime, retry } = settings;
  const permit = createRateBudget(settings.budget, runtime, settings.quota);
  let api: Promise<sheets_v4.Sheets> | undefined;
  return {
    async call({ kind, answer, send }) {
      api ??= settings.api?.() ?? loadApi(settings.rootUrl);
      const headers = { ...(kind === 'write' && JSON_BODY), ...(await readAuthorization(settings.auth)) };
      const options = { ...optionsOf(settings), headers };
      await permit(kind);
      settings.onCall?.(kind);
      const response = await send(await api, options).catch((error: unknown) => {
        throw parseFailure(error, runtime.now());
      });
      return parseAnswer(answer, takeData(response), kind);
    },
    run: (operation, attempt) =>
      retryWithin(attempt, {
        limits: retry,
        runtime,
        advise: (error, attempts) => adviseRetry(error, attempts, operation),
      }).catch((error: unknown) => {
        throw translateFailure(error, contextOf(settings, operation));
      }),
  };
}

/** Loaded at the first call: 80 ms that a start without a call need not spend. */
async function loadApi(rootUrl: string): Promise<sheets_v4.Sheets> {
  const { sheets } = await import('googleapis/build/src/apis/sheets/index.js');
  return sheets({ version: 'v4', rootUrl });
}

/** gzip needs no option: the client asks for it and says so in its User-Agent. */
function optionsOf(settings: ClientSettings): object {
  return {
    // The client's own retry leaves out every POST; ours knows what each call means.
    retry: false,
    timeout: settings.timeoutMs,
    maxContentLength: MAX_ANSWER_BYTES,
    noProxy: LOCAL_HOSTS,
  };
}

function adviseRetry(error: unknown, attempts: number, operation: Operation): RetryAdvice {
  if (!(error instanceof CallFailure) || error.outcome === 'refused') return undefined;
  if (error.outcome === 'unknown' && !operation.repeatable) return undefined;
  const neverSent = error.outcome === 'not_applied' && error.status === 0;
  if (neverSent && attempts >= ATTEMPTS_WITHOUT_CONNECTION) return undefined;
  return { afterMs: error.retryAfterMs };
}

function contextOf(settings: ClientSettings, operation: Operation): FailureContext {
  const { rootUrl: address, serviceAccount } = settings;
  return { address, serviceAccount, spreadsheetId: operation.spreadsheetId, writes: operation.writes };
}

async function readAuthorization(auth: SheetsAuth): Promise<Record<string, string>> {
  const token = await readToken(auth).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallFailure({ outcome: 'refused', status: 401, reason, retryAfterMs: undefined }, error);
  });
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function readToken(auth: SheetsAuth): Promise<string | null | undefined> {
  if (typeof auth === 'function') return auth();
  const answer = await auth.getAccessToken();
  return typeof answer === 'object' ? answer?.token : answer;
}

/** Out of the response: the stream that it came through holds that for longer than the 20 MB of an answer are wanted. */
function takeData(response: { data: unknown }): unknown {
  const { data } = response;
  response.data = undefined;
  return data;
}

/**
 * Something else than an object is an answer cut off on the way, or the page of a machine in between: the call may
 * have been carried out. So may a write whose answer has another form.
 */
function parseAnswer<T>(schema: z.ZodType<T>, data: unknown, kind: CallKind): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') || 'начало';
  const reason = `ответ непохож на ответ Google Sheets (место: ${place})`;
  const body = readBody(data);
  const isForeign = typeof body !== 'object' || body === null;
  const outcome = isForeign || kind === 'write' ? 'unknown' : 'refused';
  throw new CallFailure({ outcome, status: 200, reason, retryAfterMs: undefined }, parsed.error);
}

/** Throws `SpreadsheetTooLargeError` before anything is sent. */
export function checkBodySize({ length }: Buffer): void {
  if (length > MAX_BODY_BYTES) {
    throw new SpreadsheetTooLargeError('размер запроса в байтах', length, MAX_BODY_BYTES);
  }
}
