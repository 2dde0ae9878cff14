import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { ApiError } from './wire/api-error.ts';

/** Who calls. */
export interface Identity {
  /** The address of a person; undefined for the owner of the spreadsheets, whom no protection stops. */
  readonly email: string | undefined;
}

const OWNER: Identity = { email: undefined };
const BEARER = /^Bearer +(.+)$/i;
/** Stands for the key where none is asked for. */
export const NO_KEY = 'local';

/**
 * The one place where identity is read: `Bearer KEY` is the owner, `Bearer KEY:EMAIL` that person. Whoever holds the
 * key may say either: it tells people apart, and keeps every other program of the machine out. Without a key, as in
 * tests, `local` stands for it, and any other bearer, or none, is the owner too.
 * Throws `ApiError` 401 for another key, and where no address follows it.
 */
export function identify(request: Pick<Request, 'headers'>, key: string | undefined): Identity {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const split = token.indexOf(':');
  const said = split < 0 ? token : token.slice(0, split);
  if (!isSame(said, key ?? NO_KEY)) {
    if (key === undefined) return OWNER;
    throw unauthenticated();
  }
  if (split < 0) return OWNER;
  const email = token.slice(split + 1).toLowerCase();
  if (!/^.+@.+$/u.test(email)) throw unauthenticated();
  return { email };
}

/** In a time that tells nothing of the key. */
function isSame(said: string, key: string): boolean {
  const [one, other] = [Buffer.from(said), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function unauthenticated(): ApiError {
  return new ApiError(401, 'UNAUTHENTICATED', {
    message: 'Request had invalid authentication credentials.',
  });
}
