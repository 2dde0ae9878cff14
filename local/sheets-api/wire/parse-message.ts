import type { z } from 'zod';
import { invalidArgument, unknownHere } from './api-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * Reads a JSON body as a message; `null` counts as absent, as in proto3.
 * @param at how errors call the message: `data`, `requests[0].addSheet`, or '' for the whole body
 * @throws ApiError 400 for a value of a wrong type, 501 naming a field that the stand-in does not know
 */
export function parseMessage<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  at: string,
): z.infer<Schema> {
  dropNulls(body);
  const parsed = schema.safeParse(body ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw issue ? translate(issue, at) : invalidArgument('Request contains an invalid argument.');
}

/** Lists of lists hold cell values, where null has a meaning of its own. */
function dropNulls(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    if (!Array.isArray(node[0])) for (const item of node) dropNulls(item);
    return;
  }
  const fields = node as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields))
    if (value === null) delete fields[field];
    else dropNulls(value);
}

function translate(issue: Issue, at: string): Error {
  const path = formatPath(issue.path, at);
  if (issue.code === 'unrecognized_keys') {
    const place = path === '' ? 'the request' : `"${path}"`;
    return unknownHere(`the field "${issue.keys[0] ?? ''}" of ${place}`);
  }
  const value =
    typeof issue.input === 'object' ? 'Starting an object or a list' : JSON.stringify(issue.input);
  return invalidValue(path, typeOf(issue), value);
}

/** As Google words it, with the field also named as a violation. */
export function invalidValue(path: string, type: string, value: string | undefined): Error {
  const description = `Invalid value at '${path}' (${type}), ${value ?? 'null'}`;
  return invalidArgument(description, [{ field: path, description }]);
}

function typeOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return 'type.googleapis.com/google.protobuf.Enum';
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'TYPE_INT32';
  if (issue.code !== 'invalid_type') return 'TYPE_MESSAGE';
  const types: Record<string, string> = {
    string: 'TYPE_STRING',
    boolean: 'TYPE_BOOL',
    int: 'TYPE_INT32',
    number: 'TYPE_FLOAT',
  };
  return types[issue.expected] ?? 'TYPE_MESSAGE';
}

/** `requests[0].add_sheet.properties.sheet_id`: Google's errors speak in snake case. */
function formatPath(path: readonly PropertyKey[], at: string): string {
  let text = at;
  for (const part of path)
    if (typeof part === 'number') text += `[${part}]`;
    else text += `${text === '' ? '' : '.'}${snakeCase(String(part))}`;
  return text;
}

export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
