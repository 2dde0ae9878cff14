import { z } from 'zod';
import { ELSEWHERE } from '../schema/elsewhere.ts';
import { invalidArgument } from './api-error.ts';

/** A parsed field mask: `true` stands for everything below. */
export type Mask = true | { readonly [field: string]: Mask };
type OpenMask = { [field: string]: OpenMask | true };

const TOKEN = /[A-Za-z_][A-Za-z0-9_]*|\*|[.,/()]/gy;
const MAX_DEPTH = 20;

/**
 * Reads `a.b`, `a/b`, `a(b,c)`, `*` in any mixture.
 * Throws `ApiError` 400 where the text is no mask.
 */
export function parseMask(text: string): Mask {
  const tokens = text.replaceAll(/\s+/g, '').match(TOKEN) ?? [];
  if (tokens.join('') !== text.replaceAll(/\s+/g, '')) throw brokenMask(text);
  const reader = { tokens, at: 0, text };
  const mask: OpenMask = {};
  parseList(reader, mask, 0);
  if (reader.at < tokens.length) throw brokenMask(text);
  return '*' in mask ? true : closeStars(mask);
}

interface Reader {
  readonly tokens: readonly string[];
  readonly text: string;
  at: number;
}

export function brokenMask(text: string): Error {
  return unexpanded('fields', `Error expanding 'fields' parameter. Could not parse the mask '${text}'.`);
}

function unexpanded(field: string, description: string): Error {
  return invalidArgument('Request contains an invalid argument.', [{ field, description }]);
}

/**
 * For the `fields` of an address. What the stand-in never has may be asked for: the truthful answer is nothing.
 */
export const unmatchedPath: Refusal = (path, field) =>
  ELSEWHERE.has(field)
    ? undefined
    : unexpanded(path, `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`);

function parseList(reader: Reader, into: OpenMask, depth: number): void {
  if (depth > MAX_DEPTH) throw brokenMask(reader.text);
  parsePath(reader, into, depth);
  while (reader.tokens[reader.at] === ',') {
    reader.at++;
    parsePath(reader, into, depth);
  }
}

function parsePath(reader: Reader, into: OpenMask, depth: number): void {
  const name = reader.tokens[reader.at++];
  if (name === undefined || /^[.,/()]$/.test(name)) throw brokenMask(reader.text);
  const next = reader.tokens[reader.at];
  if (next !== '.' && next !== '/' && next !== '(') {
    into[name] = true;
    return;
  }
  reader.at++;
  const known = into[name];
  const below: OpenMask = known === undefined || known === true ? {} : known;
  if (next === '(') parseList(reader, below, depth + 1);
  else parsePath(reader, below, depth + 1);
  if (next === '(' && reader.tokens[reader.at++] !== ')') throw brokenMask(reader.text);
  // A field that was already asked for whole stays whole.
  if (known !== true) into[name] = below;
}

function closeStars(mask: OpenMask): Mask {
  const closed: { [field: string]: Mask } = {};
  for (const [field, below] of Object.entries(mask))
    closed[field] = below === true || '*' in below ? true : closeStars(below);
  return closed;
}

/** The mask of a part: undefined where the mask leaves the part out. */
export function below(mask: Mask, field: string): Mask | undefined {
  return mask === true ? true : mask[field];
}

/** What to say of a path that the message has not; undefined: nothing. */
type Refusal = (path: string, field: string) => Error | undefined;

/** Throws what `refuse` gives for a path of the mask that the message has not. */
export function checkMask(mask: Mask, schema: z.ZodType, refuse: Refusal, at = ''): void {
  if (mask === true) return;
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodObject)) return;
  for (const [field, rest] of Object.entries(mask)) {
    const part = (inner.shape as Record<string, z.ZodType>)[field];
    const path = at === '' ? field : `${at}.${field}`;
    if (part) {
      checkMask(rest, part, refuse, path);
      continue;
    }
    const refusal = refuse(path, field);
    if (refusal) throw refusal;
  }
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return unwrap(schema.element as z.ZodType);
  return schema;
}

/** The part of an answer that the mask asks for; lists are masked item by item. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const kept: Record<string, unknown> = {};
  const fields = value as Record<string, unknown>;
  for (const [field, rest] of Object.entries(mask))
    if (fields[field] !== undefined) kept[field] = project(fields[field], rest);
  return kept;
}

/**
 * `target` with the masked fields taken from `source`: a masked field that `source` has not is removed.
 * Both stay untouched; undefined where nothing is left, and `target` itself where nothing changes: what shares it goes
 * on sharing it.
 */
export function merge<T extends object>(
  target: T | undefined,
  source: T | undefined,
  mask: Mask,
): T | undefined {
  if (mask === true) return source && Object.keys(source).length > 0 ? source : undefined;
  const before = (target ?? {}) as Record<string, unknown>;
  const from = (source ?? {}) as Record<string, unknown>;
  let result = before;
  for (const [field, rest] of Object.entries(mask)) {
    const value =
      rest === true ? from[field] : merge(before[field] as object | undefined, from[field] as object, rest);
    if (value === before[field]) continue;
    if (result === before) result = { ...before };
    if (value === undefined) delete result[field];
    else result[field] = value;
  }
  return Object.keys(result).length > 0 ? (result as T) : undefined;
}
