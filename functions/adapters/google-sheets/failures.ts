import * as z from 'zod';
import {
  SpreadsheetAccessError,
  SpreadsheetNotFoundError,
  SpreadsheetQuotaError,
  SpreadsheetRefusedError,
  SpreadsheetUnreachableError,
  type SpreadsheetError,
} from '../../use-cases/ports/spreadsheet-errors.ts';
import { parseRetryAfter } from '../shared/retry.ts';
import { RateExhaustedError } from './quota/rate-budget.ts';
import { readBody } from './reading/answer-bytes.ts';

/** What a failed call says about its effect: refused for good, surely without effect, or not known. */
export type CallOutcome = 'refused' | 'not_applied' | 'unknown';

/** One failed call, before it is known whether it will be repeated. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly outcome: CallOutcome;
  /** The HTTP status, 0 where no answer came. */
  readonly status: number;
  readonly reason: string;
  readonly retryAfterMs: number | undefined;

  constructor(failure: Omit<CallFailure, keyof Error>, cause: unknown) {
    super(failure.reason, { cause });
    this.outcome = failure.outcome;
    this.status = failure.status;
    this.reason = failure.reason;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/** The connection was never made, so nothing can have been applied. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const NETWORK_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'соединение отклонено',
  ENOTFOUND: 'такого адреса нет в сети',
  EAI_AGAIN: 'адрес не удалось найти',
  EHOSTUNREACH: 'нет пути к адресу',
  ENETUNREACH: 'нет подключения к сети',
  ECONNRESET: 'соединение разорвано',
  TimeoutError: 'нет ответа за отведённое время',
  AbortError: 'нет ответа за отведённое время',
};
/** A 503 can come after the write was carried out (moneyman 496, node-google-spreadsheet 512). */
const OUTCOME_UNKNOWN = new Set([408, 500, 502, 503, 504]);

/** Known by what it does: which class of `Headers` it is depends on how the client fetches. */
const headersSchema = z.custom<Pick<Headers, 'get'>>(
  (headers) => typeof (headers as Partial<Headers> | undefined)?.get === 'function',
);
const answerSchema = z.object({
  status: z.number(),
  headers: headersSchema.optional(),
  data: z.unknown(),
});
const vendorErrorSchema = z.object({ error: z.object({ message: z.string() }) });

/** Reads an error of the HTTP client; anything else is a bug of ours and comes back as it is. */
export function parseFailure(error: unknown, nowMs: number): unknown {
  if (!(error instanceof Error) || !('config' in error)) return error;
  const answer = answerSchema.safeParse('response' in error ? error.response : undefined);
  if (!answer.success) return parseNetworkFailure(error);
  const { status, headers, data } = answer.data;
  const vendor = vendorErrorSchema.safeParse(readBody(data));
  const reason = vendor.success ? vendor.data.error.message : `HTTP ${status}`;
  const retryAfterMs = parseRetryAfter(headers?.get('retry-after'), nowMs);
  return new CallFailure({ outcome: outcomeOf(status), status, reason, retryAfterMs }, error);
}

function outcomeOf(status: number): CallOutcome {
  if (status === 429) return 'not_applied';
  return OUTCOME_UNKNOWN.has(status) ? 'unknown' : 'refused';
}

function parseNetworkFailure(error: Error): CallFailure {
  const code = findCode(error);
  const reason = NETWORK_REASONS[code] ?? (code || error.message);
  const outcome = NOT_SENT.has(code) ? 'not_applied' : 'unknown';
  return new CallFailure({ outcome, status: 0, reason, retryAfterMs: undefined }, error);
}

/** The system's code may lie a few causes deep; an address with two families gives an aggregate. */
function findCode(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name in NETWORK_REASONS) return error.name;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return findCode(inner, depth + 1);
}

export interface FailureContext {
  readonly spreadsheetId: string;
  readonly address: string;
  readonly serviceAccount?: string | undefined;
  /** Whether the call could change something. */
  readonly writes: boolean;
}

/** What the user is told once a call has failed for good. */
export function translateFailure(error: unknown, context: FailureContext): unknown {
  if (error instanceof RateExhaustedError) {
    return new SpreadsheetQuotaError(context.spreadsheetId, toSeconds(error.waitMs), { cause: error });
  }
  return error instanceof CallFailure ? translateCall(error, context) : error;
}

function translateCall(failure: CallFailure, context: FailureContext): SpreadsheetError {
  const { spreadsheetId, address, serviceAccount } = context;
  const { status, reason } = failure;
  const options = { cause: failure.cause };
  if (status === 401 || status === 403) {
    return new SpreadsheetAccessError({ spreadsheetId, serviceAccount, reason }, options);
  }
  if (status === 404) return new SpreadsheetNotFoundError(spreadsheetId, options);
  if (status === 429) {
    return new SpreadsheetQuotaError(spreadsheetId, toSeconds(failure.retryAfterMs ?? 60_000), options);
  }
  if (failure.outcome === 'refused') {
    return new SpreadsheetRefusedError(`таблица «${spreadsheetId}»`, reason, options);
  }
  const maybeApplied = context.writes && failure.outcome === 'unknown';
  return new SpreadsheetUnreachableError({ address, reason, maybeApplied }, options);
}

function toSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
