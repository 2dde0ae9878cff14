import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Attempt } from './attempts.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });
const PATIENCE_MS = 60_000;

/** Undefined where the connection was ended without an answer. */
export async function sendAttempt(url: string, attempt: Attempt): Promise<Answered | undefined> {
  return attempt.bytes ? await sendBytes(url, attempt.bytes) : await sendRequest(url, attempt);
}

/** A kept connection may be closed for its idleness while a request is on its way: that one goes by a new one. */
async function sendRequest(url: string, attempt: Attempt): Promise<Answered> {
  const by = { agent, isReused: false };
  const answer = await ask(url, attempt, by).catch((error: unknown) => {
    if (by.isReused) return ask(url, attempt, { agent: false, isReused: false });
    throw error;
  });
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: (await buffer(answer)).toString('utf8'),
  };
}

interface Way {
  readonly agent: Agent | false;
  /** Told on the way back. */
  isReused: boolean;
}

async function ask(
  url: string,
  { method, path, headers, body }: Attempt,
  way: Way,
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url);
  return await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request({
      hostname,
      port,
      method,
      path: encodeURI(path).replaceAll('%25', '%'),
      agent: way.agent,
      headers,
    });
    sent.once('response', resolve).on('error', (error) => {
      way.isReused = sent.reusedSocket;
      reject(error);
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')));
    sent.end(body);
  });
}

/** The first of the answers that come, read as they stand on the wire. */
async function sendBytes(url: string, bytes: Buffer): Promise<Answered | undefined> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer')));
  const received: Buffer[] = [];
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.once('close', () => resolve()).on('error', () => {});
    socket.end(bytes);
  });
  return parseAnswer(Buffer.concat(received).toString('utf8'));
}

function parseAnswer(text: string): Answered | undefined {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const status = Number(first.split(' ')[1]);
  if (!Number.isInteger(status)) return undefined;
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(':');
    return [name.toLowerCase(), value.join(':').trim()] as const;
  });
  return { status, headers: Object.fromEntries(headers), text: body };
}
