import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export const ISSUER = 'https://accounts.example';
export const AUDIENCE = 'https://shnor.example';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strange = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY_ID = 'own-key';
const pem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** What the issuer publishes: PEM by key id. */
export const CERTIFICATES = { [KEY_ID]: pem };

interface Changes {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: KeyObject;
  readonly hash?: string;
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

function contentOf(email: string, { header, claims }: Changes): string {
  const now = seconds();
  const said = { iss: ISSUER, aud: AUDIENCE, email, email_verified: true, iat: now, exp: now + 3600 };
  return `${encode({ alg: 'RS256', kid: KEY_ID, typ: 'JWT', ...header })}.${encode({ ...said, ...claims })}`;
}

/** A token that is right but for the changes. */
export function tokenFor(email: string, changes: Changes = {}): string {
  const content = contentOf(email, changes);
  const { key = own.privateKey, hash = 'RSA-SHA256' } = changes;
  return `${content}.${sign(hash, Buffer.from(content), key).toString('base64url')}`;
}

/** What anybody could make of what the issuer publishes. */
function signedByPublicKey(email: string): string {
  const content = contentOf(email, { header: { alg: 'HS256' } });
  return `${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`;
}

/** Every way in which a token is not right: nobody may get in by it. */
export const WRONG_TOKENS: Readonly<Record<string, (email: string) => string>> = {
  'signed by somebody else': (email) => tokenFor(email, { key: strange.privateKey }),
  'signed for other claims': (email) => {
    const [header, , signature] = tokenFor('nobody@example.ru').split('.');
    return [header, tokenFor(email).split('.')[1], signature].join('.');
  },
  'with a key that the issuer has not': (email) => tokenFor(email, { header: { kid: 'other' } }),
  'of another issuer': (email) => tokenFor(email, { claims: { iss: 'https://accounts.google.com' } }),
  'for another program': (email) => tokenFor(email, { claims: { aud: 'https://other.example' } }),
  'for several programs': (email) => tokenFor(email, { claims: { aud: [AUDIENCE] } }),
  'without an algorithm': (email) => `${contentOf(email, { header: { alg: 'none' } })}.`,
  'that says it has no algorithm, signed': (email) => tokenFor(email, { header: { alg: 'none' } }),
  'signed by the public key as a secret': signedByPublicKey,
  'signed by another algorithm': (email) => tokenFor(email, { header: { alg: 'RS512' }, hash: 'RSA-SHA512' }),
  'with rules that we do not know': (email) => tokenFor(email, { header: { crit: ['exp'] } }),
  expired: (email) => tokenFor(email, { claims: { iat: seconds() - 7200, exp: seconds() - 3600 } }),
  'that never expires': (email) => tokenFor(email, { claims: { exp: seconds() + 10 * 86_400 } }),
  'without an expiry': (email) => tokenFor(email, { claims: { exp: undefined } }),
  'not valid yet': (email) => tokenFor(email, { claims: { nbf: seconds() + 1800 } }),
  'issued in the future': (email) => tokenFor(email, { claims: { iat: seconds() + 1800 } }),
  'of an address that is not verified': (email) => tokenFor(email, { claims: { email_verified: false } }),
  'of an address that is verified in words': (email) =>
    tokenFor(email, { claims: { email_verified: 'true' } }),
  'without an address': (email) => tokenFor(email, { claims: { email: undefined } }),
  'cut off': (email) => tokenFor(email).slice(0, -20),
  'without its signature, as Cloud Run hands it on': (email) =>
    `${tokenFor(email).split('.').slice(0, 2).join('.')}.SIGNATURE_REMOVED_BY_GOOGLE`,
};
