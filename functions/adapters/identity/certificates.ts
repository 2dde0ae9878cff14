import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';

/** Public keys by their ids. */
export type Keys = ReadonlyMap<string, KeyObject>;

export interface CertificatesOptions {
  /** A JSON object: PEM by key id. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const certificatesSchema = z.record(z.string().max(200), z.string().max(20_000));

const TIMEOUT_MS = 10_000;
/** More is no list of keys. */
const MAX_BYTES = 200_000;
/** Where the answer does not say how long it holds. */
const USUAL_AGE_S = 300;
const MAX_AGE_S = 86_400;
/** Google changes keys in days: old ones still prove while the issuer is down. */
const GRACE_MS = 12 * 3_600_000;
/** With old keys at hand a silent issuer is asked no more often. */
const RETRY_MS = 30_000;

interface Kept {
  readonly keys: Keys;
  readonly freshUntil: number;
  readonly usableUntil: number;
}

/**
 * The issuer's keys, asked for once however many want them at once, and kept for as long as the answer's
 * `Cache-Control` allows; while the issuer does not answer, twelve hours longer. The answered function throws what the
 * network throws.
 */
export function createCertificates({ url, now }: CertificatesOptions): () => Promise<Keys> {
  let kept: Kept | undefined;
  let asking: Promise<Keys> | undefined;
  let retryAt = 0;

  async function ask(): Promise<Keys> {
    try {
      const { keys, maxAgeMs } = await fetchKeys(url);
      const freshUntil = now() + maxAgeMs;
      kept = { keys, freshUntil, usableUntil: freshUntil + GRACE_MS };
      return keys;
    } catch (error) {
      if (!kept || kept.usableUntil <= now()) throw error;
      retryAt = now() + RETRY_MS;
      return kept.keys;
    } finally {
      asking = undefined;
    }
  }

  return async () => {
    const at = now();
    if (kept && (at < kept.freshUntil || (at < retryAt && at < kept.usableUntil))) return kept.keys;
    return await (asking ??= ask());
  };
}

async function fetchKeys(url: string): Promise<{ readonly keys: Keys; readonly maxAgeMs: number }> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  const text = await answer.text();
  if (text.length > MAX_BYTES) throw new Error(`${new URL(url).host} answered ${text.length} characters`);
  const certificates = Object.entries(certificatesSchema.parse(JSON.parse(text)));
  if (certificates.length === 0) throw new Error(`${new URL(url).host} answered no certificate`);
  return {
    keys: new Map(certificates.map(([id, pem]) => [id, createPublicKey(pem)])),
    maxAgeMs: ageOf(answer.headers.get('cache-control') ?? '') * 1000,
  };
}

function ageOf(cacheControl: string): number {
  const told = /max-age=(?<seconds>\d{1,9})/u.exec(cacheControl)?.groups?.['seconds'];
  return told === undefined ? USUAL_AGE_S : Math.min(Number(told), MAX_AGE_S);
}
