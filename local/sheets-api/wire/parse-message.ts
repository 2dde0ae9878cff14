import type { z } from 'zod';
import { ELSEWHERE } from '../schema/elsewhere.ts';
import { invalidArgument, unknownHere, unknownToGoogle } from './api-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * Reads a JSON body as a message; `null` counts as absent, as in proto3.
 * @param at how errors call the message: `data`, `requests[0].addSheet`, or '' for the whole body
 * @throws ApiError 400 for a value of a wrong type, 400 or 501 for a field that is not known
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
    if (value === null || isUnspecified(field, value)) delete fields[field];
    else dropNulls(value);
}

const UNSPECIFIED = /^[A-Z]+(?:_[A-Z]+)*_UNSPECIFIED$/;
/** Fields whose texts are people's own, whatever they look like. */
const FREE_TEXT = /value$|note|text|title|name|key|find|replacement|description|message|data$/i;

/** An enum that is said to be unspecified counts as absent. */
function isUnspecified(field: string, value: unknown): boolean {
  return typeof value === 'string' && UNSPECIFIED.test(value) && !FREE_TEXT.test(field);
}

function translate(issue: Issue, at: string): Error {
  const path = formatPath(issue.path, at);
  if (issue.code === 'unrecognized_keys') {
    return unknownField(issue.keys[0] ?? '', path);
  }
  const value =
    typeof issue.input === 'object' ? 'Starting an object or a list' : JSON.stringify(issue.input);
  return invalidValue(path, typeOf(issue, path), value);
}

/** 501 for what Google has and the stand-in has not, 400 for what not even Google has. */
export function unknownField(name: string, place: string): Error {
  if (!ELSEWHERE.has(name)) return unknownToGoogle(name, place);
  return unknownHere(`the field "${name}" of ${place === '' ? 'the request' : `"${place}"`}`);
}

/** As Google words it, with the field also named as a violation. */
export function invalidValue(path: string, type: string, value: string | undefined): Error {
  const description = `Invalid value at '${path}' (${type}), ${value ?? 'null'}`;
  return invalidArgument(description, [{ field: path, description }]);
}

function typeOf(issue: Issue, path: string): string {
  if (issue.code === 'invalid_value') return enumOf(path);
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

/** `…range.dimension` → `google.apps.sheets.v4.Dimension`: most enums are called as their fields are. */
function enumOf(path: string): string {
  const [field = '', above = ''] = path.split('.').toReversed();
  const name = field === 'type' && above === 'condition' ? 'condition_type' : field.replace(/^shift_/, '');
  const pascal = name.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return `type.googleapis.com/google.apps.sheets.v4.${pascal}`;
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
