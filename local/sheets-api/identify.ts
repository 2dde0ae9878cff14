import type { Request } from 'express';
import { ApiError } from './wire/api-error.ts';

/** Who calls. */
export interface Identity {
  /** The address of a person; undefined for the owner of the spreadsheets, whom no protection stops. */
  readonly email: string | undefined;
}

const OWNER: Identity = { email: undefined };
const BEARER = /^Bearer +(.+)$/i;
const PERSON = /^local:(.+@.+)$/;

/**
 * The one place where identity is read: `Bearer local:EMAIL` is that person, any other bearer (the functions'
 * own is `local`), and none, is the owner. The stand-in listens on this machine only: it tells people apart and
 * keeps nobody out.
 * Throws `ApiError` 401 where `local:` is not followed by an address.
 */
export function identify(request: Request): Identity {
  const token = BEARER.exec(request.get('authorization') ?? '')?.[1];
  if (!token?.startsWith('local:')) return OWNER;
  const email = PERSON.exec(token)?.[1];
  if (email === undefined)
    throw new ApiError(401, 'UNAUTHENTICATED', {
      message: 'Request had invalid authentication credentials.',
    });
  return { email: email.toLowerCase() };
}
