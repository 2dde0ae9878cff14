import type { JsonObject, Store, StoredDocument } from '../ports/store.ts';
import { BESIDE_WORKBOOKS, collectionsOf, partsOf, WORKBOOKS } from '../stored/collections.ts';
import { BackupUnsettledError } from './backup-errors.ts';

/** A document apart from the store it came from: versions are each store's own. */
export interface BackupDocument {
  readonly key: string;
  readonly data: JsonObject;
}

/** Well within what one read may return, with documents of usual size. */
const PAGE = 100;
/** A workbook that changes under every reading is told. */
const TRIES = 10;

/**
 * All documents of the installation: the same order from every store. A workbook is read as it stood at one moment, its
 * head last, so that whoever writes them in this order never has a head without what it speaks of.
 * Throws `BackupUnsettledError`.
 */
export async function* readDocuments(store: Store): AsyncGenerator<BackupDocument> {
  for await (const { key } of scanAll(store, WORKBOOKS)) yield* await readWorkbook(store, key);
  for (const name of BESIDE_WORKBOOKS)
    for await (const document of scanAll(store, name)) yield plain(document);
}

/** Everything that is accepted moves the head: one that stood still has let the rest stand still too. */
async function readWorkbook(store: Store, headKey: string): Promise<readonly BackupDocument[]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [before] = await store.getMany([headKey]);
    if (!before) return [];
    const below: BackupDocument[] = [];
    for (const collection of collectionsOf(headKey.slice(WORKBOOKS.length + 1)))
      for await (const document of scanWhole(store, collection)) below.push(document);
    const [after] = await store.getMany([headKey]);
    if (after?.version === before.version) return [...below, plain(before)];
  }
  throw new BackupUnsettledError(headKey);
}

/** Each document with its parts, if it has any. */
async function* scanWhole(store: Store, collection: string): AsyncGenerator<BackupDocument> {
  for await (const document of scanAll(store, collection)) {
    yield plain(document);
    const parts = partsOf(document.key);
    if (parts !== undefined) for await (const part of scanAll(store, parts)) yield plain(part);
  }
}

async function* scanAll(store: Store, collection: string): AsyncGenerator<StoredDocument> {
  let startAfter: string | undefined;
  for (;;) {
    const page = await store.scan(collection, { limit: PAGE, ...(startAfter && { startAfter }) });
    yield* page;
    startAfter = page.at(-1)?.key;
    if (page.length < PAGE) return;
  }
}

function plain({ key, data }: StoredDocument): BackupDocument {
  return { key, data };
}
