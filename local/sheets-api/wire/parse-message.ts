import type { z } from 'zod';
import { loosenValues } from './loose-values.ts';
import { translateAll } from './message-errors.ts';

/**
 * Reads a JSON body as a message; `null` counts as absent, as in proto3.
 * Throws `ApiError` 400 for a value of a wrong type, 400 or 501 for a field that is not known.
 * @param at how errors call the message: `data`, `requests[0].addSheet`, or '' for the whole body
 */
export function parseMessage<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  at: string,
): z.infer<Schema> {
  dropNulls(body);
  let parsed = safeParse(schema, body);
  for (let pass = 0; pass < MAX_PASSES && !parsed.success; pass++) {
    if (!loosenValues(body, parsed.error.issues)) break;
    parsed = safeParse(schema, body);
  }
  if (parsed.success) return parsed.data;
  throw translateAll(parsed.error.issues, at);
}

/** What is put right may hold what is to be put right: a list in a list of one. */
const MAX_PASSES = 5;

function safeParse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.ZodSafeParseResult<z.infer<Schema>> {
  return schema.safeParse(body ?? {}, { reportInput: true });
}

/** Lists of lists hold cell values, where null has a meaning of its own; elsewhere Google passes it over. */
function dropNulls(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    if (Array.isArray(node.find((item) => item !== null))) return;
    dropNullItems(node);
    for (const item of node) dropNulls(item);
    return;
  }
  const fields = node as Record<string, unknown>;
  // Every cell of every write comes by here: no list is made of its fields.
  for (const field in fields) {
    const value = fields[field];
    if (value === null || isUnspecified(field, value)) delete fields[field];
    else if (typeof value === 'object') dropNulls(value);
  }
}

function dropNullItems(list: unknown[]): void {
  if (!list.includes(null)) return;
  const kept = list.filter((item) => item !== null);
  kept.forEach((item, place) => {
    list[place] = item;
  });
  list.length = kept.length;
}

const UNSPECIFIED_END = '_UNSPECIFIED';
const UNSPECIFIED = /^[A-Z]+(?:_[A-Z]+)*_UNSPECIFIED$/;
/** Fields whose texts are people's own, whatever they look like. */
const FREE_TEXT = /value$|note|text|title|name|key|find|replacement|description|message|data$/i;

/** An enum that is said to be unspecified counts as absent. */
function isUnspecified(field: string, value: unknown): boolean {
  if (typeof value !== 'string' || !value.endsWith(UNSPECIFIED_END)) return false;
  return UNSPECIFIED.test(value) && !FREE_TEXT.test(field);
}
