import type { z } from 'zod';
import { ELSEWHERE } from '../schema/elsewhere.ts';
import { invalidArgument, joinErrors, unknownHere, unknownToGoogle, type ApiError } from './api-error.ts';
import { readQuotedScalars } from './quoted-scalars.ts';

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
  const parsed = safeParse(schema, body);
  if (parsed.success) return parsed.data;
  if (!readQuotedScalars(body, parsed.error.issues)) throw translateAll(parsed.error.issues, at);
  const reread = safeParse(schema, body);
  if (reread.success) return reread.data;
  throw translateAll(reread.error.issues, at);
}

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
    if (node.some((item) => Array.isArray(item))) return;
    dropNullItems(node);
    for (const item of node) dropNulls(item);
    return;
  }
  const fields = node as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields))
    if (value === null || isUnspecified(field, value)) delete fields[field];
    else dropNulls(value);
}

function dropNullItems(list: unknown[]): void {
  if (!list.includes(null)) return;
  const kept = list.filter((item) => item !== null);
  kept.forEach((item, place) => {
    list[place] = item;
  });
  list.length = kept.length;
}

const UNSPECIFIED = /^[A-Z]+(?:_[A-Z]+)*_UNSPECIFIED$/;
/** Fields whose texts are people's own, whatever they look like. */
const FREE_TEXT = /value$|note|text|title|name|key|find|replacement|description|message|data$/i;

/** An enum that is said to be unspecified counts as absent. */
function isUnspecified(field: string, value: unknown): boolean {
  return typeof value === 'string' && UNSPECIFIED.test(value) && !FREE_TEXT.test(field);
}

/** What is wrong, a line each, with every line also told as a violation. */
function translateAll(issues: readonly Issue[], at: string): Error {
  const errors = issues.flatMap((issue) => translate(issue, at));
  const elsewhere = errors.find(({ code }) => code !== 400);
  if (elsewhere) return elsewhere;
  if (errors.length === 0) return invalidArgument('Request contains an invalid argument.');
  return joinErrors(errors);
}

function translate(issue: Issue, at: string): ApiError[] {
  const path = formatPath(issue.path, at);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, path));
  const value =
    typeof issue.input === 'object' ? 'Starting an object or a list' : JSON.stringify(issue.input);
  return [invalidValue(path, typeOf(issue, path), value)];
}

/** 501 for what Google has and the stand-in has not, 400 for what not even Google has. */
export function unknownField(name: string, place: string): ApiError {
  if (!ELSEWHERE.has(name)) return unknownToGoogle(name, place);
  return unknownHere(`the field "${name}" of ${place === '' ? 'the request' : `"${place}"`}`);
}

/** As Google words it, with the field also named as a violation. */
export function invalidValue(path: string, type: string, value: string | undefined): ApiError {
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
    number: numberType(path),
  };
  return types[issue.expected] ?? 'TYPE_MESSAGE';
}

/** Most numbers of the API count something; the schemas tell it only of numbers, not of texts in their place. */
function numberType(path: string): string {
  if (/\.number_value$/.test(path)) return 'TYPE_DOUBLE';
  return /\.(?:red|green|blue|alpha)$/.test(path) ? 'TYPE_FLOAT' : 'TYPE_INT32';
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
