import { StoreLimitError } from '../../use-cases/ports/errors.ts';
import type { DocumentVersion, JsonObject, StoreWrite } from '../../use-cases/ports/store.ts';
import {
  canonicalObject,
  isReservedName,
  measureJson,
  StoreUsageError,
  utf8Bytes,
  type JsonSize,
} from './store-json.ts';

/** Firestore's limits, which every store keeps: https://firebase.google.com/docs/firestore/quotas */
export const STORE_LIMITS = {
  documentBytes: 1_048_576,
  commitBytes: 10 * 1_048_576,
  segmentBytes: 1500,
  documentNameBytes: 6 * 1024,
  /** Ours, not Firestore's: the most documents that one call may ask for. */
  documentsPerRead: 10_000,
} as const;

/** Framing of one value or field name in the request; no value that we keep needs more. */
const WIRE_BYTES_PER_NODE = 14;
/** Framing of one write: kind, precondition, field mask, the commit's mark. */
const WIRE_BYTES_PER_WRITE = 160;
/** `projects/P/databases/D/documents/`, where P has at most 30 characters and D at most 63. */
const WIRE_BYTES_OF_ROOT = 128;
/** The envelope of the Firestore adapter: the names `body` and `commit`, a UUID, the document's own 32 bytes. */
const ENVELOPE_BYTES = 5 + 7 + 37 + 32;

interface DocumentPlace {
  /** `workbooks/ID/rows` */
  readonly collection: string;
  /** The last segment of the key. */
  readonly id: string;
}

/** Takes a key apart. Throws `StoreUsageError` where Firestore would not have it. */
export function parseDocumentKey(key: string): DocumentPlace {
  const segments = parseSegments(key);
  if (segments.length % 2 !== 0) throw new StoreUsageError(`not a document: ${key}`);
  return { collection: segments.slice(0, -1).join('/'), id: segments.at(-1) ?? '' };
}

/** The id of `startAfter`, which must be a key of the collection, as the keys that a scan returns. */
export function parseScan(
  collection: string,
  { limit, startAfter }: { readonly limit: number; readonly startAfter?: string },
): { readonly afterId?: string } {
  if (parseSegments(collection).length % 2 !== 1)
    throw new StoreUsageError(`not a collection: ${collection}`);
  if (!Number.isInteger(limit) || limit < 1) throw new StoreUsageError(`not a page size: ${limit}`);
  assertReadSize(limit);
  if (startAfter === undefined) return {};
  const place = parseDocumentKey(startAfter);
  if (place.collection !== collection) throw new StoreUsageError(`${startAfter} is not in ${collection}`);
  return { afterId: place.id };
}

export function assertReadSize(count: number): void {
  if (count > STORE_LIMITS.documentsPerRead) {
    throw new StoreUsageError(`${count} documents in one read, at most ${STORE_LIMITS.documentsPerRead}`);
  }
}

function parseSegments(path: string): readonly string[] {
  const segments = path.split('/');
  const fits = segments.every(isValidSegment) && utf8Bytes(path) <= STORE_LIMITS.documentNameBytes;
  if (!fits) throw new StoreUsageError(`not a key of the store: ${JSON.stringify(path)}`);
  return segments;
}

function isValidSegment(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..' || isReservedName(segment)) return false;
  return segment.isWellFormed() && !segment.includes('\0') && utf8Bytes(segment) <= STORE_LIMITS.segmentBytes;
}

interface PlannedPut extends DocumentPlace {
  readonly kind: 'put';
  readonly key: string;
  readonly data: JsonObject;
  readonly ifVersion?: DocumentVersion | 'absent';
}

interface PlannedDelete extends DocumentPlace {
  readonly kind: 'delete';
  readonly key: string;
  readonly ifVersion?: DocumentVersion;
}

export type PlannedWrite = PlannedPut | PlannedDelete;

/**
 * The writes of a commit, checked and in canonical form. Throws `StoreLimitError` where a document or the whole
 * is too large, `StoreUsageError` where a key or a value is none that Firestore keeps or a key comes twice.
 */
export function planStoreWrites(writes: readonly StoreWrite[]): readonly PlannedWrite[] {
  const measured = writes.map(planWrite);
  const planned = measured.map(({ write }) => write);
  if (new Set(planned.map(({ key }) => key)).size !== planned.length) {
    throw new StoreUsageError('a document is written twice in one commit');
  }
  const bytes = measured.reduce((sum, { onWire }) => sum + onWire, 0);
  if (bytes > STORE_LIMITS.commitBytes) {
    throw new StoreLimitError('Слишком много данных для одного сохранения', {
      size: bytes,
      limit: STORE_LIMITS.commitBytes,
    });
  }
  return planned;
}

interface MeasuredWrite {
  readonly write: PlannedWrite;
  /** Bytes of Firestore's request limit: never less than what the write takes of it. */
  readonly onWire: number;
}

function planWrite(write: StoreWrite): MeasuredWrite {
  const place = parseDocumentKey(write.key);
  const frame = WIRE_BYTES_PER_WRITE + WIRE_BYTES_OF_ROOT + utf8Bytes(write.key);
  if (write.kind === 'delete') return { write: { ...write, ...place }, onWire: frame };
  const data = canonicalObject(write.data, write.key);
  const size = measureJson(data);
  const bytes = framedBytes(write.key, size);
  if (bytes > STORE_LIMITS.documentBytes) {
    throw new StoreLimitError(`Слишком большая запись «${write.key}»`, {
      size: bytes,
      limit: STORE_LIMITS.documentBytes,
    });
  }
  return {
    write: { ...write, ...place, data },
    onWire: frame + size.bytes + size.nodes * WIRE_BYTES_PER_NODE,
  };
}

/** The size of a document by Firestore's rules, its name and the adapter's envelope included. */
export function documentBytes(key: string, data: JsonObject): number {
  return framedBytes(key, measureJson(data));
}

function framedBytes(key: string, { bytes }: JsonSize): number {
  const name = utf8Bytes(key) + 1 + 16;
  return name + ENVELOPE_BYTES + bytes;
}
