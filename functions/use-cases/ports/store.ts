/** What the store keeps: plain JSON objects, no array directly in an array. They come back with sorted keys. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Opaque; changes with every put; two reads of an unchanged document give the same version. */
export type DocumentVersion = string;

export interface StoredDocument {
  readonly key: string;
  readonly version: DocumentVersion;
  readonly data: JsonObject;
}

/** `ifVersion` makes the whole commit depend on the document standing at that version, or on its absence. */
export type StoreWrite =
  | {
      readonly kind: 'put';
      readonly key: string;
      readonly data: JsonObject;
      readonly ifVersion?: DocumentVersion | 'absent';
    }
  | { readonly kind: 'delete'; readonly key: string; readonly ifVersion?: DocumentVersion };

/**
 * Documents under slash-separated keys with an even number of segments (`workbooks/ID/rows/SHARD`),
 * as in Firestore, whose limits every adapter enforces: 1 MiB a document, 10 MiB a commit.
 */
export interface Store {
  /** One read a key; the answer has the order of the keys, undefined for an absent document. */
  getMany(keys: readonly string[]): Promise<readonly (StoredDocument | undefined)[]>;
  /** Documents directly in the collection (`workbooks/ID/rows`), by key, at most `limit`, after the key `startAfter`. */
  scan(
    collection: string,
    page: { readonly limit: number; readonly startAfter?: string },
  ): Promise<readonly StoredDocument[]>;
  /**
   * All writes or none. Throws `StoreConflictError` where a precondition fails (nothing is written),
   * `StoreLimitError` where a limit would be broken, `StoreUnavailableError` where the outcome is unknown.
   */
  commit(writes: readonly StoreWrite[]): Promise<void>;
  close(): Promise<void>;
}
