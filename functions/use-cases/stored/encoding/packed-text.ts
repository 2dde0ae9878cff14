import { gunzipSync, gzipSync } from 'node:zlib';

/** Well below the store's 1 MiB a document. */
const MAX_PART_LENGTH = 700_000;
/** A report on 3,000 schools takes 10 MB: nothing that we write comes near. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;

/** Twice as fast as the usual one and a tenth larger. */
const LEVEL = 3;

/** A text as the store keeps it: compressed some ten times, so that a report of any size goes in by one commit. */
export function packText(text: string | Buffer): readonly string[] {
  const packed = gzipSync(text, { level: LEVEL }).toString('base64');
  const count = Math.max(1, Math.ceil(packed.length / MAX_PART_LENGTH));
  return Array.from({ length: count }, (_, part) =>
    packed.slice(part * MAX_PART_LENGTH, (part + 1) * MAX_PART_LENGTH),
  );
}

/** Throws where the parts are not as `packText` made them. */
export function unpackText(parts: readonly string[]): string {
  const packed = Buffer.from(parts.join(''), 'base64');
  return gunzipSync(packed, { maxOutputLength: MAX_TEXT_BYTES }).toString('utf8');
}
