import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeFailure } from './failure.ts';
import {
  BadRequestError,
  type RequestError,
  RequestTooSlowError,
  HeadersTooLargeError,
} from './request-errors.ts';
import { JSON_TYPE } from './send.ts';

const HEADERS_TIMEOUT_MS = 10_000;
/** Longer than a body may take, so that the one who reads it says so. */
const REQUEST_TIMEOUT_MS = 60_000;
const MAX_HEADERS = 100;

/** What is no HTTP gets an answer of the contract too. Nothing of a body flows before the listener wants it. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, requireHostHeader: false },
    listener,
  );
  server.maxHeadersCount = MAX_HEADERS;
  server.on('checkContinue', listener);
  server.on('checkExpectation', listener);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.end(rawAnswer(failureOf(error)));
    else socket.destroy();
  });
  return server;
}

function failureOf({ code }: NodeJS.ErrnoException): RequestError {
  if (code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLargeError();
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new RequestTooSlowError();
  return new BadRequestError(['HTTP']);
}

function rawAnswer(failure: RequestError): string {
  const { status, answer } = describeFailure(failure);
  const text = JSON.stringify(answer);
  const headers = [
    `HTTP/1.1 ${status} Refused`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${text}`;
}
