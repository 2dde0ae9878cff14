import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequestError, BodyTooLargeError, RequestTooSlowError, BusyError } from '../request-errors.ts';

/** A plan's file in base64, with room to spare. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** Of all requests of this process that are being read: so many large ones at once, and not one more. */
const MAX_BYTES_AT_ONCE = 8 * MAX_BODY_BYTES;
const MAX_READING_MS = 30_000;

let bytesAtOnce = 0;

/**
 * The body as JSON, whatever type the caller has named: Cloud Scheduler and Cloud Tasks name none. Nothing at all is an
 * empty request. Called once the caller is known, not before. Throws `BadRequestError`, `BodyTooLargeError`,
 * `RequestTooSlowError`, `BusyError`.
 */
export async function readBody(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  // Whoever asks beforehand (Expect: 100-continue) has sent nothing yet.
  if (request.headers.expect !== undefined) response.writeContinue();
  return parse(await collect(request));
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const slow = setTimeout(() => request.destroy(new RequestTooSlowError()), MAX_READING_MS);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      bytesAtOnce += chunk.length;
      if (size > MAX_BODY_BYTES) throw new BodyTooLargeError(MAX_BODY_BYTES);
      if (bytesAtOnce > MAX_BYTES_AT_ONCE) throw new BusyError();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  } finally {
    clearTimeout(slow);
    bytesAtOnce -= size;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Buffer): unknown {
  try {
    const text = utf8.decode(bytes).trim();
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new BadRequestError(['тело запроса']);
  }
}
