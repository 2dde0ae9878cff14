import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { openPrivateKey } from './private-key.ts';

/** Stands in `iss` of local tokens, where Google's have `https://accounts.google.com`. */
export const LOCAL_ISSUER = 'https://accounts.shnor.local';
/** Stands in `aud` of local tokens, where Google's have the client id of the add-on's project. */
export const LOCAL_AUDIENCE = 'shnor-local';

const LIFETIME_SECONDS = 3600;

export interface TokenRequest {
  readonly email: string;
  readonly audience: string;
  /** ISO 8601; the token is valid for an hour from then. */
  readonly now: string;
}

/** Issues identity tokens as Google does, so that the same code verifies both. */
export interface IdentityIssuer {
  readonly issuer: string;
  /** A JSON Web Token signed with RS256. */
  issueToken(request: TokenRequest): string;
  /** PEM by key id: what the verifier wants to read over HTTP. */
  certificates(): Readonly<Record<string, string>>;
}

export interface IssuerOptions {
  /** The file of the private key, made at first use and readable by its owner alone. */
  readonly keyPath: string;
  readonly issuer?: string;
}

/** Throws `IdentityKeyError` where the file holds no RSA key or cannot be read or written. */
export async function openIdentityIssuer(options: IssuerOptions): Promise<IdentityIssuer> {
  const { keyPath, issuer = LOCAL_ISSUER } = options;
  const privateKey = createPrivateKey(await openPrivateKey(keyPath));
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const keyId = shortHash(publicPem);
  return {
    issuer,
    issueToken: (request) => signToken(privateKey, keyId, claimsOf(issuer, request)),
    certificates: () => ({ [keyId]: publicPem }),
  };
}

function claimsOf(issuer: string, { email, audience, now }: TokenRequest): object {
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  return {
    iss: issuer,
    aud: audience,
    sub: shortHash(email),
    email,
    email_verified: true,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
  };
}

/** RFC 7515 §3.1: three parts in base64url. */
function signToken(key: KeyObject, keyId: string, claims: object): string {
  const content = `${encode({ alg: 'RS256', kid: keyId, typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
