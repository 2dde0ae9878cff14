import {
  AudienceUnknownError,
  IdentityRefusedError,
  IdentityUnavailableError,
} from '../../use-cases/ports/identity-errors.ts';
import type { IdentityVerifier } from '../../use-cases/ports/ports.ts';
import { createCertificates, type Keys } from './certificates.ts';
import { verifyToken } from './verify-token.ts';

const GOOGLE_CERTIFICATES = 'https://www.googleapis.com/oauth2/v1/certs';
const GOOGLE_ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

export interface IdentityVerifierOptions {
  /** Whom a token may be meant for: the add-on's client id, the functions' addresses. None: all are refused. */
  readonly audiences: readonly string[];
  /** Whose tokens are believed; absent: Google's. */
  readonly issuers?: readonly string[];
  /** Where the issuer's public keys are: a JSON object, PEM by key id. Absent: Google's. */
  readonly certificatesUrl?: string;
  /** Milliseconds since 1970; absent: the clock's. */
  readonly now?: () => number;
}

/** As Google names a program: nothing else that a token says is repeated to whoever sent it. */
const CLIENT_ID = /^[\w-]{1,100}\.apps\.googleusercontent\.com$/u;

/**
 * Verifies OpenID Connect identity tokens (RS256): algorithm, signature, issuer, times, audience. Nothing else is
 * opened before it. The answered address is in lower case, so that roles compare. Throws
 * `IdentityRefusedError`, `AudienceUnknownError` for what Google issued to another program, and
 * `IdentityUnavailableError` where the certificates cannot be had.
 */
export function createIdentityVerifier(options: IdentityVerifierOptions): IdentityVerifier {
  const { audiences, issuers = GOOGLE_ISSUERS, certificatesUrl: url = GOOGLE_CERTIFICATES } = options;
  const { now = Date.now } = options;
  const readKeys = createCertificates({ url, now });
  return {
    async verify(token) {
      if (!token) throw new IdentityRefusedError('absent');
      const keys = await readKeysOf(url, readKeys);
      const payload = await readPayload(token, { keys, issuers, now: now() });
      assertAudience(payload.aud, audiences);
      if (!payload.email_verified) throw new IdentityRefusedError('email_unverified');
      return { email: payload.email.toLowerCase() };
    },
  };
}

async function readKeysOf(url: string, read: () => Promise<Keys>): Promise<Keys> {
  try {
    return await read();
  } catch (error) {
    throw new IdentityUnavailableError(new URL(url).host, { cause: error });
  }
}

/** Whom it is meant for is asked after it has been proved to be the issuer's: the refusal may then name it. */
async function readPayload(...asked: Parameters<typeof verifyToken>): ReturnType<typeof verifyToken> {
  try {
    return await verifyToken(...asked);
  } catch (error) {
    throw new IdentityRefusedError('not_accepted', { cause: error });
  }
}

/** Each copy of the add-on has an id of its own, which only its tokens tell. */
function assertAudience(audience: string, allowed: readonly string[]): void {
  if (allowed.includes(audience)) return;
  throw CLIENT_ID.test(audience)
    ? new AudienceUnknownError(audience)
    : new IdentityRefusedError('not_accepted');
}
