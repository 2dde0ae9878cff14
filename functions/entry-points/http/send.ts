import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly type: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** No cache keeps it, and no browser takes it for something else. */
const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
export const JSON_TYPE = 'application/json; charset=utf-8';

/** A body that is known to be no longer is left to Node.js, which throws it away. */
const SHORT_BYTES = 65_536;
/** Of a body that nobody wants: without some patience the caller is cut off before it has read the answer. */
const LINGER_BYTES = 1_048_576;
const LINGER_MS = 1_000;

/** Sends the answer; what the caller may still be sending is thrown away within bounds, then the connection ends. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { status, text, type, headers } = answer;
  const isUnread = mayBeLong(request);
  response.writeHead(status, {
    ...ALWAYS,
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...(isUnread && { connection: 'close' }),
    ...headers,
  });
  if (!isUnread) {
    response.end(text);
    return;
  }
  response.write(text);
  await discard(request);
  response.end();
}

function mayBeLong({ complete, headers }: IncomingMessage): boolean {
  if (complete || (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined))
    return false;
  return !(Number(headers['content-length']) <= SHORT_BYTES);
}

async function discard(request: IncomingMessage): Promise<void> {
  const enough = new AbortController();
  let left = LINGER_BYTES;
  const count = (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) enough.abort();
  };
  const stop = () => enough.abort();
  request.on('data', count).once('end', stop).once('close', stop).once('error', stop);
  await sleep(LINGER_MS, undefined, { signal: enough.signal, ref: false }).catch(() => {});
  request.off('data', count).pause();
}
