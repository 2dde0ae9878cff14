import type { OAuth2Client } from 'google-auth-library';
import * as z from 'zod';
import {
  AudienceUnknownError,
  IdentityRefusedError,
  IdentityUnavailableError,
} from '../../use-cases/ports/identity-errors.ts';
import type { IdentityVerifier } from '../../use-cases/ports/ports.ts';

const GOOGLE_CERTIFICATES = 'https://www.googleapis.com/oauth2/v1/certs';
const GOOGLE_ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];
const TIMEOUT_MS = 10_000;

export interface IdentityVerifierOptions {
  /** Whom a token may be meant for: the add-on's client id, the functions' addresses. None: all are refused. */
  readonly audiences: readonly string[];
  /** Whose tokens are believed; absent: Google's. */
  readonly issuers?: readonly string[];
  /** Where the issuer's public keys are: a JSON object, PEM by key id. Absent: Google's. */
  readonly certificatesUrl?: string;
}

const certificatesSchema = z.record(z.string(), z.string());
/** As Google names a program: nothing else that a token says is repeated to whoever sent it. */
const CLIENT_ID = /^[\w-]{1,100}\.apps\.googleusercontent\.com$/u;
const payloadSchema = z.object({
  aud: z.string(),
  email: z.string().min(1),
  email_verified: z.boolean().optional(),
});

/**
 * Verifies OpenID Connect identity tokens (RS256): signature, issuer, audience, validity. The answered address is in
 * lower case, so that roles compare. Throws `IdentityRefusedError`, `AudienceUnknownError` for what Google issued to
 * another program, and `IdentityUnavailableError` where the certificates cannot be had.
 */
export function createIdentityVerifier(options: IdentityVerifierOptions): IdentityVerifier {
  const certificatesUrl = options.certificatesUrl ?? GOOGLE_CERTIFICATES;
  let client: Promise<OAuth2Client> | undefined;
  return {
    async verify(token) {
      if (!token) throw new IdentityRefusedError('absent');
      client ??= loadClient(certificatesUrl);
      const certificates = await readCertificates(await client, certificatesUrl);
      const payload = await readPayload(await client, token, { ...options, certificates });
      assertAudience(payload.aud, options.audiences);
      if (!payload.email_verified) throw new IdentityRefusedError('email_unverified');
      return { email: payload.email.toLowerCase() };
    },
  };
}

/** Loaded with the first token: 80 ms that a start need not spend. */
async function loadClient(certificatesUrl: string): Promise<OAuth2Client> {
  const { OAuth2Client: Client } = await import('google-auth-library');
  return new Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: certificatesUrl },
    transporterOptions: { timeout: TIMEOUT_MS },
  });
}

/** Kept by the client for as long as the answer's `Cache-Control` allows. */
async function readCertificates(client: OAuth2Client, url: string): Promise<Record<string, string>> {
  try {
    const { certs } = await client.getFederatedSignonCertsAsync();
    return certificatesSchema.parse(certs);
  } catch (error) {
    throw new IdentityUnavailableError(new URL(url).host, { cause: error });
  }
}

type Trust = IdentityVerifierOptions & { readonly certificates: Record<string, string> };

/** The two halves of `verifyIdToken`, called apart: a missing certificate is no proof against the caller. */
async function readPayload(client: OAuth2Client, token: string, { certificates, issuers }: Trust) {
  try {
    // Whom it is meant for is asked after it has been proved to be the issuer's: the refusal may then name it.
    const anybody = undefined;
    const believed = [...(issuers ?? GOOGLE_ISSUERS)];
    const ticket = await client.verifySignedJwtWithCertsAsync(token, certificates, anybody, believed);
    return payloadSchema.parse(ticket.getPayload());
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
