import { Readable } from 'node:stream';
import JSZip from 'jszip';

/** A plan is pages, not a data base: more is a mistaken file, or one made to exhaust the machine. */
export class FileLimitError extends RangeError {
  override readonly name = 'FileLimitError';
}

const MAX_BYTES = 20 * 1024 * 1024;
export const MAX_COLUMNS = 200;
const MAX_ROWS = 20_000;
/** Of the XML inside: a reader needs about ten times as much memory. */
const MAX_UNPACKED = 60 * 1024 * 1024;

export function assertFileSize(bytes: number): void {
  if (bytes > MAX_BYTES) throw new FileLimitError(`файл больше ${MAX_BYTES / 1024 / 1024} МБ`);
}

export function assertGridSize(rows: number): void {
  if (rows > MAX_ROWS) throw new FileLimitError(`в таблице больше ${MAX_ROWS} строк`);
}

/** Counts what the texts in a packed file come to, without holding them. Throws `FileLimitError`. */
export async function assertUnpackedSize(bytes: Buffer): Promise<void> {
  const zip = await JSZip.loadAsync(bytes);
  let total = 0;
  for (const entry of Object.values(zip.files)) {
    if (!/\.(?:xml|rels|vml)$/iu.test(entry.name)) continue;
    // Its streams are of the old kind, which no loop can read.
    const chunks: AsyncIterable<Buffer> = new Readable().wrap(entry.nodeStream());
    for await (const chunk of chunks) {
      total += chunk.length;
      if (total > MAX_UNPACKED) {
        throw new FileLimitError(`распакованный текст больше ${MAX_UNPACKED / 1024 / 1024} МБ`);
      }
    }
  }
}
