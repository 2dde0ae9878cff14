import { hashOf } from '../stored/encoding/canonical-json.ts';
import type { Store } from '../ports/store.ts';
import { RestoreOverError } from './backup-errors.ts';
import type { BackupDocument } from './read-documents.ts';

/** A part is one commit: well within the store's 10 MiB, whatever framing it adds. */
const PART_BYTES = 3_000_000;
const PART_DOCUMENTS = 200;

/**
 * Puts the documents where there are none, in their order. What stands there already just so was put by a restore that
 * was cut off, and is passed over. Answers how many there are. Throws `RestoreOverError` before it would replace anything.
 */
export async function writeDocuments(
  store: Store,
  documents: AsyncIterable<BackupDocument> | Iterable<BackupDocument>,
): Promise<number> {
  let count = 0;
  let part: BackupDocument[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    await writePart(store, part);
    count += part.length;
    [part, bytes] = [[], 0];
  };
  for await (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document.data));
    if (part.length >= PART_DOCUMENTS || bytes + size > PART_BYTES) await flush();
    part.push(document);
    bytes += size;
  }
  await flush();
  return count;
}

async function writePart(store: Store, part: readonly BackupDocument[]): Promise<void> {
  const standing = await store.getMany(part.map(({ key }) => key));
  const missing = part.filter(({ key, data }, index) => {
    const found = standing[index];
    if (found && hashOf(found.data) !== hashOf(data)) throw new RestoreOverError(key);
    return !found;
  });
  await store.commit(missing.map((document) => ({ kind: 'put', ...document, ifVersion: 'absent' })));
}
