import { jwtVerify } from 'jose';
import * as z from 'zod';
import type { Keys } from './certificates.ts';

export interface TokenTrust {
  readonly keys: Keys;
  readonly issuers: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is not named is passed over. */
const claimsSchema = z.object({
  aud: z.string(),
  email: z.string().min(1).max(320),
  email_verified: z.boolean().optional(),
});

const CLOCKS_DIFFER = '5 minutes';
/** Google's hold for an hour: whoever signs for longer is no Google. */
const MAX_LIFE_S = 86_400;
const MAX_LENGTH = 8_192;

/**
 * What the token says, proved to be the issuer's and to be valid now (RFC 7519): algorithm, signature, issuer, times.
 * Whom it is meant for is for the caller to judge. Throws an `Error` that says, in English for the log, what is wrong.
 */
export async function verifyToken(
  token: string,
  { keys, issuers, now }: TokenTrust,
): Promise<z.output<typeof claimsSchema>> {
  if (token.length > MAX_LENGTH) throw new Error('The token is too long');
  const keyOf = ({ kid = '' }: { readonly kid?: string }) => {
    const key = keys.get(kid);
    if (!key) throw new Error('No certificate of this key id');
    return key;
  };
  const { payload } = await jwtVerify(token, keyOf, {
    // The one way that Google signs.
    algorithms: ['RS256'],
    issuer: [...issuers],
    currentDate: new Date(now),
    clockTolerance: CLOCKS_DIFFER,
    maxTokenAge: MAX_LIFE_S,
    requiredClaims: ['exp', 'aud'],
  });
  const { exp = 0 } = payload;
  if (exp > now / 1000 + MAX_LIFE_S) throw new Error('Expiration time too far in the future');
  return claimsSchema.parse(payload);
}
