import type { IncomingMessage, ServerResponse } from 'node:http';
import { BadRequestError, BodyTooLargeError, RequestTooSlowError, BusyError } from './request-errors.ts';

/** A plan's file in base64, with room to spare. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** Of all requests of this process that are being read: so many large ones at once, and not one more. */
const MAX_BYTES_AT_ONCE = 8 * MAX_BODY_BYTES;
/** Of all requests of one caller: two of the largest, so that one alone does not fill the room of all. */
const MAX_BYTES_OF_CALLER = 2 * MAX_BODY_BYTES;
/** Of all accounts of programs together: anybody can make as many as they like, and people keep the other half. */
const MAX_BYTES_OF_PROGRAMS = MAX_BYTES_AT_ONCE / 2;
/** What nearly every request is. It finds room whoever fills the rest: the platform sends 40 at once, 3 MB of such. */
const SMALL_BYTES = 64 * 1024;
const MAX_READING_MS = 30_000;

const EVERYBODY = 'everybody';
const PROGRAMS = 'programs';

/** What is being read, of each caller, of all programs, of everybody. */
const bytesBy = new Map<string, number>();

function ownersOf(caller: string): readonly (readonly [owner: string, limit: number])[] {
  const isProgram = caller.endsWith('.gserviceaccount.com');
  return [
    [caller, MAX_BYTES_OF_CALLER],
    ...(isProgram ? [[PROGRAMS, MAX_BYTES_OF_PROGRAMS] as const] : []),
    [EVERYBODY, MAX_BYTES_AT_ONCE],
  ];
}

function countBytes(caller: string, more: number): void {
  for (const [owner] of ownersOf(caller)) {
    const bytes = (bytesBy.get(owner) ?? 0) + more;
    if (bytes === 0) bytesBy.delete(owner);
    else bytesBy.set(owner, bytes);
  }
}

function isCrowded(caller: string): boolean {
  return ownersOf(caller).some(([owner, limit]) => (bytesBy.get(owner) ?? 0) > limit);
}

/** Where the bytes of the body lie once they are read: the framework's own name. */
export interface WithBody {
  rawBody?: Buffer | undefined;
}

/**
 * The body, within bounds of size and time; whatever ends it early leaves the connection to be answered. Called once
 * the caller is known, not before. Throws `BodyTooLargeError`, `RequestTooSlowError`, `BusyError`.
 */
export async function collectBody(
  request: IncomingMessage,
  response: ServerResponse,
  caller: string,
): Promise<Buffer> {
  // Whoever asks beforehand (Expect: 100-continue) has sent nothing yet.
  if (request.headers.expect !== undefined) response.writeContinue();
  const chunks: Buffer[] = [];
  let size = 0;
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const take = (chunk: Buffer) => {
    size += chunk.length;
    countBytes(caller, chunk.length);
    if (size > MAX_BODY_BYTES) reject(new BodyTooLargeError(MAX_BODY_BYTES));
    else if (size > SMALL_BYTES && isCrowded(caller)) reject(new BusyError());
    else chunks.push(chunk);
  };
  const end = () => resolve(undefined);
  const cutOff = () => reject(new RequestTooSlowError());
  const slow = setTimeout(cutOff, MAX_READING_MS);
  request.on('data', take).once('end', end).once('close', cutOff).once('error', cutOff);
  try {
    await promise;
    return Buffer.concat(chunks, size);
  } finally {
    clearTimeout(slow);
    request.off('data', take).off('end', end).off('close', cutOff).off('error', cutOff);
    countBytes(caller, -size);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The body as JSON, whatever type the caller has named; nothing at all is an empty request. Throws `BadRequestError`.
 */
export function parseBody(bytes: Buffer | undefined): unknown {
  try {
    const text = utf8.decode(bytes).trim();
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new BadRequestError(['тело запроса']);
  }
}
