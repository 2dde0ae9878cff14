import { sortedEntries } from '../../domain/text/code-units.ts';
import type { Json, JsonObject } from '../../use-cases/ports/store.ts';

/** A call that no store can serve: a bug of ours, never of the user. */
export class StoreUsageError extends Error {
  override readonly name = 'StoreUsageError';
}

/** Firestore allows 20 levels of maps and arrays; the envelope of the adapter takes one. */
const MAX_DEPTH = 19;
const MAX_FIELD_NAME_BYTES = 1500;
const RESERVED_NAME = /^__.*__$/su;

export function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

export function isReservedName(name: string): boolean {
  return RESERVED_NAME.test(name);
}

/**
 * The one form in which both stores keep and give back a document, so that they cannot differ: keys sorted,
 * −0 as 0, half emoji (lone surrogates) as U+FFFD. Throws `StoreUsageError` for what Firestore refuses:
 * an array directly in an array, an empty or reserved field name, too deep nesting, anything but JSON.
 */
export function canonicalObject(data: JsonObject, where: string): JsonObject {
  const canonical = canonicalValue(data, { path: where, depth: 1, inArray: false });
  if (canonical === null || typeof canonical !== 'object' || Array.isArray(canonical)) {
    throw new StoreUsageError(`${where}: a document must be an object`);
  }
  return canonical as JsonObject;
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly inArray: boolean;
}

function canonicalValue(value: unknown, place: Place): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (typeof value !== 'object') throw new StoreUsageError(`${place.path}: not JSON (${typeof value})`);
  if (place.depth > MAX_DEPTH) throw new StoreUsageError(`${place.path}: deeper than ${MAX_DEPTH} levels`);
  return Array.isArray(value) ? canonicalArray(value, place) : canonicalMap(value, place);
}

function canonicalArray(values: readonly unknown[], { path, depth, inArray }: Place): Json {
  if (inArray) throw new StoreUsageError(`${path}: Firestore keeps no array directly in an array`);
  // Array.from also visits holes, which map() would leave in place.
  return Array.from(values, (value, index) =>
    canonicalValue(value, { path: `${path}[${index}]`, depth: depth + 1, inArray: true }),
  );
}

function canonicalMap(map: object, { path, depth }: Place): Json {
  if (Object.prototype.toString.call(map) !== '[object Object]' || 'toJSON' in map) {
    throw new StoreUsageError(`${path}: not a plain object`);
  }
  return Object.fromEntries(
    sortedEntries(map as Readonly<Record<string, unknown>>).map(([name, value]) => {
      assertFieldName(name, path);
      return [name, canonicalValue(value, { path: `${path}.${name}`, depth: depth + 1, inArray: false })];
    }),
  );
}

function assertFieldName(name: string, path: string): void {
  const fits = name !== '' && name.isWellFormed() && utf8Bytes(name) <= MAX_FIELD_NAME_BYTES;
  if (!fits || isReservedName(name)) {
    throw new StoreUsageError(`${path}: Firestore takes no field named ${JSON.stringify(name)}`);
  }
}

export interface JsonSize {
  /** As Firestore counts a stored value: https://firebase.google.com/docs/firestore/storage-size */
  readonly bytes: number;
  /** Values and field names together: each costs some framing bytes on the wire. */
  readonly nodes: number;
}

export function measureJson(value: Json): JsonSize {
  const size = { bytes: 0, nodes: 0 };
  addSize(size, value);
  return size;
}

function addSize(size: { bytes: number; nodes: number }, value: Json): void {
  size.nodes += 1;
  if (typeof value === 'string') size.bytes += utf8Bytes(value) + 1;
  else if (typeof value === 'number') size.bytes += 8;
  else if (value === null || typeof value === 'boolean') size.bytes += 1;
  else if (Array.isArray(value)) for (const item of value) addSize(size, item);
  else {
    // A map is counted as a document is: 32 bytes of its own.
    size.bytes += 32;
    for (const [name, field] of Object.entries(value)) {
      size.bytes += utf8Bytes(name) + 1;
      size.nodes += 1;
      addSize(size, field);
    }
  }
}
