import { verify } from 'node:crypto';
import * as z from 'zod';
import type { Keys } from './certificates.ts';

export interface TokenTrust {
  readonly keys: Keys;
  readonly issuers: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** RFC 7519; what is not named is passed over. */
const payloadSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  nbf: z.number().optional(),
  email: z.string().min(1).max(320),
  email_verified: z.boolean().optional(),
});

/** The one way that Google signs; `crit` names rules that we do not know. */
const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string(), crit: z.never().optional() });

/** Clocks differ. */
const SKEW_S = 300;
/** Google's hold for an hour: whoever signs for longer is no Google. */
const MAX_LIFE_S = 86_400;
const MAX_LENGTH = 8_192;
const TOKEN = /^(?<head>[\w-]+)\.(?<claims>[\w-]+)\.(?<signature>[\w-]+)$/u;

/**
 * What the token says, proved to be the issuer's and to be valid now: algorithm, signature, issuer, times. Whom it is
 * meant for is for the caller to judge. Throws an `Error` that says, in English for the log, what is wrong.
 */
export function verifyToken(
  token: string,
  { keys, issuers, now }: TokenTrust,
): z.output<typeof payloadSchema> {
  const parts = token.length > MAX_LENGTH ? undefined : TOKEN.exec(token)?.groups;
  if (!parts) throw new Error('No token');
  const { head = '', claims = '', signature = '' } = parts;
  const { kid } = headerSchema.parse(decode(head));
  const key = keys.get(kid);
  if (!key) throw new Error('No certificate of this key id');
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${claims}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('Invalid token signature');
  const payload = payloadSchema.parse(decode(claims));
  if (!issuers.includes(payload.iss)) throw new Error('Invalid issuer');
  assertTimes(payload, now / 1000);
  return payload;
}

function assertTimes({ iat, exp, nbf = iat }: z.output<typeof payloadSchema>, now: number): void {
  if (exp > now + MAX_LIFE_S) throw new Error('Expiration time too far in the future');
  if (now < Math.max(iat, nbf) - SKEW_S) throw new Error('Token used too early');
  if (now > exp + SKEW_S) throw new Error('Token used too late');
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}
