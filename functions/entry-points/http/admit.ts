import type { IncomingMessage } from 'node:http';
import type { Door } from '../door.ts';
import { MAX_BODY_BYTES } from './read-body.ts';
import { BodyTooLargeError, EncodingError, MethodError } from './request-errors.ts';

const admitted = new WeakMap<IncomingMessage, Promise<string>>();

/**
 * The address of the caller, by the headers alone, within the caller's share: a token for us can be had by every program
 * account of Google's, member of a workbook or not. Asked once a request, however many ask: by the gate before anything
 * is read, by the function wherever it runs without one. Throws `MethodError`, `EncodingError`, `BodyTooLargeError`,
 * `TooManyCallsError`, and what the verifier throws.
 */
export function admit(request: IncomingMessage, door: Pick<Door, 'identity' | 'callers'>): Promise<string> {
  const known = admitted.get(request);
  if (known) return known;
  const asked = identify(request, door);
  admitted.set(request, asked);
  return asked;
}

async function identify(request: IncomingMessage, door: Pick<Door, 'identity' | 'callers'>): Promise<string> {
  assertReadable(request);
  const { email } = await door.identity().verify(bearerOf(request));
  door.callers().take(email);
  return email;
}

function assertReadable({ method = '', headers }: IncomingMessage): void {
  if (method !== 'POST') throw new MethodError(method);
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') throw new EncodingError();
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLargeError(MAX_BODY_BYTES);
}

function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer (?<token>\S+)$/u.exec(headers.authorization ?? '')?.groups?.['token'];
}
