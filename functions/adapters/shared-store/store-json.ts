import { sortKeys } from '../../domain/text/code-units.ts';
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
  const canonical = canonicalValue(data, { name: where, depth: 1, inArray: false });
  if (canonical === null || typeof canonical !== 'object' || Array.isArray(canonical)) {
    throw new StoreUsageError(`${where}: a document must be an object`);
  }
  return canonical as JsonObject;
}

/** Of an array or a map; its path is made to text only where it has to be told. */
interface Place {
  readonly name: string | number;
  readonly depth: number;
  readonly inArray: boolean;
  readonly above?: Place;
}

function pathOf({ name, inArray, above }: Place): string {
  if (!above) return String(name);
  return pathOf(above) + (inArray ? `[${name}]` : `.${name}`);
}

/** As `canonicalObject`; a document of rows has ten thousand such values, so places are made for few of them. */
function canonicalValue(value: unknown, place: Place): Json {
  const scalar = canonicalScalar(value);
  if (scalar !== undefined) return scalar;
  if (typeof value !== 'object') throw new StoreUsageError(`${pathOf(place)}: not JSON (${typeof value})`);
  if (place.depth > MAX_DEPTH) throw new StoreUsageError(`${pathOf(place)}: deeper than ${MAX_DEPTH} levels`);
  return Array.isArray(value) ? canonicalArray(value, place) : canonicalMap(value as object, place);
}

/** Undefined for what is none. */
function canonicalScalar(value: unknown): Json | undefined {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined;
}

function canonicalArray(values: readonly unknown[], place: Place): Json {
  if (place.inArray)
    throw new StoreUsageError(`${pathOf(place)}: Firestore keeps no array directly in an array`);
  const depth = place.depth + 1;
  // Array.from also visits holes, which map() would leave in place.
  return Array.from(
    values,
    (value, name) =>
      canonicalScalar(value) ?? canonicalValue(value, { name, depth, inArray: true, above: place }),
  );
}

function canonicalMap(map: object, place: Place): Json {
  if (Object.prototype.toString.call(map) !== '[object Object]' || 'toJSON' in map) {
    throw new StoreUsageError(`${pathOf(place)}: not a plain object`);
  }
  const fields = map as Readonly<Record<string, unknown>>;
  const depth = place.depth + 1;
  const canonical: Record<string, Json> = {};
  for (const name of sortKeys(Object.keys(fields))) {
    assertFieldName(name, place);
    const value = fields[name];
    canonical[name] =
      canonicalScalar(value) ?? canonicalValue(value, { name, depth, inArray: false, above: place });
  }
  return canonical;
}

/** UTF-8 has no more bytes for a UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;

/** `__proto__` is reserved too: what is let through can be assigned. */
function assertFieldName(name: string, place: Place): void {
  const isShort =
    name.length * MAX_BYTES_PER_UNIT <= MAX_FIELD_NAME_BYTES || utf8Bytes(name) <= MAX_FIELD_NAME_BYTES;
  if (name === '' || !name.isWellFormed() || !isShort || isReservedName(name)) {
    throw new StoreUsageError(`${pathOf(place)}: Firestore takes no field named ${JSON.stringify(name)}`);
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
    const fields = value as JsonObject;
    for (const name of Object.keys(fields)) {
      size.bytes += utf8Bytes(name) + 1;
      size.nodes += 1;
      addSize(size, fields[name] ?? null);
    }
  }
}
