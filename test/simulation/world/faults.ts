import { StoreConflictError, StoreUnavailableError } from '../../../functions/use-cases/ports/errors.ts';
import { formatErrorBody, type ApiError } from '../../../local/sheets-api/wire/api-error.ts';
import { errorOfStatus } from '../../../local/sheets-api/send.ts';

/** What can happen to a call that was sent; `none` lets it through. */
export const FAULTS = [
  'none',
  /** The connection breaks before the call arrives. */
  'request_lost',
  /** The call is carried out, the connection breaks before the answer. */
  'answer_lost',
  'timeout_before',
  'timeout_after',
  /** The client gives up, and the call is carried out at some later time. */
  'arrives_late',
  'unavailable_before',
  /** 503 although the call was carried out (moneyman 496, node-google-spreadsheet 512). */
  'unavailable_after',
  'quota',
  'quota_with_retry_after',
  /** Half of the answer's body, of a call that was carried out. */
  'truncated',
  /** 200 with every range empty. */
  'hollow',
  /** The store gives a commit up for contention. */
  'conflict',
  'crash_before',
  'crash_after',
] as const;

export type Fault = (typeof FAULTS)[number];
export type Port = 'sheets' | 'store' | 'sleep';

export interface CallTraits {
  readonly port: Port;
  readonly isWrite: boolean;
}

const ANYWHERE: ReadonlySet<Fault> = new Set(['none', 'crash_before', 'crash_after']);
const AT_THE_STORE: ReadonlySet<Fault> = new Set(['unavailable_before', 'unavailable_after', 'arrives_late']);

/** The fault as it strikes this call; one that cannot strike it is none. */
export function faultFor(fault: Fault, { port, isWrite }: CallTraits): Fault {
  if (ANYWHERE.has(fault)) return fault;
  if (port === 'sleep') return 'none';
  if (port === 'store') {
    if (fault === 'conflict') return isWrite ? fault : 'none';
    return AT_THE_STORE.has(fault) ? fault : 'none';
  }
  if (fault === 'conflict') return 'none';
  return fault === 'hollow' && isWrite ? 'none' : fault;
}

/** Whether the call is carried out before the caller hears of it. */
export function isCarriedOut(fault: Fault): boolean {
  const after: readonly Fault[] = [
    'none',
    'answer_lost',
    'timeout_after',
    'unavailable_after',
    'truncated',
    'hollow',
    'crash_after',
  ];
  return after.includes(fault);
}

/** The error that the caller of a struck call sees; undefined where it gets an answer. */
export function errorFor(fault: Fault, port: Port): Error | undefined {
  if (fault === 'none' || fault === 'truncated' || fault === 'hollow') return undefined;
  if (port === 'store') {
    return fault === 'conflict'
      ? new StoreConflictError('simulated')
      : new StoreUnavailableError('simulated outage');
  }
  return sheetsError(fault);
}

function sheetsError(fault: Fault): Error {
  switch (fault) {
    case 'request_lost':
    case 'answer_lost':
      return networkError('ECONNRESET');
    case 'timeout_before':
    case 'timeout_after':
    case 'arrives_late':
      return networkError('TimeoutError');
    case 'quota':
      return answeredError(errorOfStatus(429));
    case 'quota_with_retry_after':
      return answeredError(errorOfStatus(429), { 'retry-after': '7' });
    default:
      return answeredError(errorOfStatus(503));
  }
}

/** An error of the form that Google's HTTP client gives where no answer came. */
function networkError(code: string): Error {
  return Object.assign(new Error('request failed'), { config: {}, code });
}

/** An error of the form that Google's HTTP client gives for an answer other than 200. */
export function answeredError(error: ApiError, headers: Record<string, string> = {}): Error {
  const response = { status: error.code, headers: new Headers(headers), data: formatErrorBody(error) };
  return Object.assign(new Error(error.message), { config: {}, response });
}
