import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Fault } from './faults.ts';
import { ApiError, formatErrorBody } from './wire/api-error.ts';

const WORTH_ZIPPING = 1024;

/** Google zips only for a client that accepts it and also says "gzip" in its User-Agent. */
function wantsGzip(request: Request): boolean {
  const says = (header: string): boolean => /gzip/i.test(request.get(header) ?? '');
  return says('accept-encoding') && says('user-agent');
}

export function sendJson(
  request: Request,
  response: Response,
  answer: { status: number; body: object; isCut?: boolean; isPretty?: boolean },
): void {
  const text = Buffer.from(JSON.stringify(answer.body, null, answer.isPretty ? 2 : 0));
  response.status(answer.status).set({
    'content-type': 'application/json; charset=UTF-8',
    vary: 'Origin, X-Origin, Referer, Accept-Encoding',
  });
  const isZipped = text.length >= WORTH_ZIPPING && wantsGzip(request);
  if (isZipped) response.set('content-encoding', 'gzip');
  const body = isZipped ? gzipSync(text, { level: 1 }) : text;
  if (answer.isCut) sendHalf(response, body);
  else response.end(body);
}

/** The head promises the whole body, and the connection breaks in the middle of it. */
function sendHalf(response: Response, body: Buffer): void {
  response.set('content-length', String(body.length));
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

/** Whatever the fault is instead of an answer; nothing at all where it is silence. */
export function sendFault(request: Request, response: Response, fault: Fault): void {
  if (typeof fault === 'string') {
    if (fault.startsWith('drop')) request.socket.destroy();
    return;
  }
  response.set(fault.headers ?? {});
  if (fault.page === undefined) sendError(request, response, errorOfStatus(fault.status));
  else response.status(fault.status).type('html').end(fault.page);
}

export function sendError(request: Request, response: Response, error: ApiError): void {
  sendJson(request, response, { status: error.code, body: formatErrorBody(error) });
}

const STATUS_NAMES: Readonly<Record<number, ApiError['status']>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Request had invalid authentication credentials.',
  403: 'The caller does not have permission',
  404: 'Requested entity was not found.',
  429: "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'.",
  500: 'Internal error encountered.',
  503: 'The service is currently unavailable.',
};

/** The error that Google would send with this status. */
export function errorOfStatus(status: number): ApiError {
  const message = MESSAGES[status] ?? 'Request contains an invalid argument.';
  return new ApiError(status, STATUS_NAMES[status] ?? 'INTERNAL', { message });
}
