import { z } from 'zod';
import type { FetchAnswer, FetchRequest } from './host-api.ts';

/** As `UrlFetchApp`: a minute for a call, 50 MB for an answer. */
const TIMEOUT_MS = 60_000;
const MAX_BYTES = 50 * 1024 * 1024;
const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN']);

const failureSchema = z.object({
  name: z.string(),
  cause: z.object({ code: z.string().optional() }).optional().catch(undefined),
});

/** A real HTTP call, given up when `closing` aborts. Throws in the words of Apps Script, which the add-on tells apart. */
export async function fetchUrl(request: FetchRequest, closing: AbortSignal): Promise<FetchAnswer> {
  const { url, method, headers, body = null, followRedirects } = request;
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      redirect: followRedirects ? 'follow' : 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    return { status: response.status, body: await readLimited(response) };
  } catch (error) {
    throw new Error(`${describe(error)}: ${url}`, { cause: error });
  }
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new RangeError('the answer is larger than 50 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** By its form, for an error of the network may be of another world than ours. */
function describe(error: unknown): string {
  if (error instanceof RangeError) return 'Response too large';
  const { name, cause } = failureSchema.parse(error);
  if (name === 'TimeoutError') return 'Timeout';
  return cause?.code && UNKNOWN_HOST.has(cause.code) ? 'DNS error' : 'Address unavailable';
}
