import { createHash, type Hash } from 'node:crypto';
import { sortKeys } from '../../../domain/text/code-units.ts';

const ITEMS_PER_PIECE = 100;

/** SHA-256 of the lists as JSON, a line each. The text of a large sheet is never there as a whole: it is 20 MB. */
export function hashOfLists(lists: readonly (readonly unknown[])[]): string {
  const hash = createHash('sha256');
  lists.forEach((items, index) => {
    if (index > 0) hash.update('\n');
    updateByItems(hash, items);
  });
  return hash.digest('hex');
}

/** `hashOfLists` of one list, whose items need not be there all at once. */
export function hashOfItems(items: Iterable<unknown>): string {
  const hash = createHash('sha256');
  updateByItems(hash, items);
  return hash.digest('hex');
}

function updateByItems(hash: Hash, items: Iterable<unknown>): void {
  let piece: unknown[] = [];
  let opening = '[';
  const flush = () => {
    if (piece.length === 0) return;
    hash.update(opening + JSON.stringify(piece).slice(1, -1));
    opening = ',';
    piece = [];
  };
  for (const item of items) if (piece.push(item) === ITEMS_PER_PIECE) flush();
  flush();
  hash.update(opening === '[' ? '[]' : ']');
}

/** SHA-256 of the value as canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return hashOfText(canonicalJson(value));
}

/** `text` as a string or already in UTF-8. */
export function hashOfText(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The one JSON text of a value: its keys are sorted, for stores do not keep their order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inCanonicalOrder(value));
}

/** The value as it comes back from its canonical JSON; parts that are in order already are not copied. */
export function inCanonicalOrder<Value>(value: Value): Value;
export function inCanonicalOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return orderItems(value);
  // Of anything else JSON knows best what its text is.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? orderFields(value) : value;
}

function orderItems(items: readonly unknown[]): readonly unknown[] {
  const ordered = items.map(inCanonicalOrder);
  return ordered.every((item, index) => item === items[index]) ? items : ordered;
}

/** Field by field and without lists of pairs: a large report has a hundred thousand objects. */
function orderFields(value: object): object {
  const fields = value as Record<string, unknown>;
  const keys = Object.keys(fields);
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
  const ordered: Record<string, unknown> = {};
  let isSame = isSorted;
  for (const key of isSorted ? keys : sortKeys(keys)) {
    const field = inCanonicalOrder(fields[key]);
    if (field !== fields[key] || field === undefined) isSame = false;
    if (field !== undefined) setField(ordered, key, field);
  }
  return isSame ? value : ordered;
}

/** As JSON does it: an assignment would take one name for something else. */
function setField(fields: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') fields[key] = value;
  else Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
}
