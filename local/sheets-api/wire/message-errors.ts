import type { z } from 'zod';
import { ELSEWHERE } from '../schema/elsewhere.ts';
import { invalidArgument, joinErrors, unknownHere, unknownToGoogle, type ApiError } from './api-error.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong, a line each, with every line also told as a violation. */
export function translateAll(issues: readonly Issue[], at: string): Error {
  const errors = issues.flatMap((issue) => translate(issue, at));
  const elsewhere = errors.find(({ code }) => code !== 400);
  if (elsewhere) return elsewhere;
  if (errors.length === 0) return invalidArgument('Request contains an invalid argument.');
  return joinErrors(errors);
}

function translate(issue: Issue, at: string): ApiError[] {
  const path = formatPath(issue.path, at);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, path));
  if (typeof issue.input === 'object' && issue.input !== null)
    return [wrongShape(issue.input, issue.path, at)];
  return [invalidValue(`${path}${wrapped(path)}`, typeOf(issue, path), JSON.stringify(issue.input))];
}

/** The bounds of a grid range are wrapped numbers, as the paths of Google's errors show. */
function wrapped(path: string): string {
  return /\.(?:start|end)_(?:row|column)_index$/.test(path) ? '.value' : '';
}

/** A list or an object where neither belongs: Google then speaks of the field and of what holds it. */
function wrongShape(input: object, path: readonly PropertyKey[], at: string): ApiError {
  const holder = formatPath(path.slice(0, -1), at);
  const field = String(path.at(-1) ?? at);
  if (!Array.isArray(input))
    return invalidValue(holder, snakeCase(field), 'Starting an object on a scalar field');
  const where = holder === '' ? '' : ` at '${holder}'`;
  const description = `Invalid JSON payload received. Unknown name "${field}"${where}: Proto field is not repeating, cannot start list.`;
  return invalidArgument(description, [{ ...(holder !== '' && { field: holder }), description }]);
}

/** 501 for what Google has and the stand-in has not, 400 for what not even Google has. */
export function unknownField(name: string, place: string): ApiError {
  if (!ELSEWHERE.has(name)) return unknownToGoogle(name, place);
  return unknownHere(`the field "${name}" of ${place === '' ? 'the request' : `"${place}"`}`);
}

/** As Google words it, with the field also named as a violation. */
export function invalidValue(path: string, type: string, value: string | undefined): ApiError {
  const description = `Invalid value${path === '' ? '' : ` at '${path}'`} (${type}), ${value ?? 'null'}`;
  return invalidArgument(description, [{ field: path, description }]);
}

const REQUEST_TYPE = 'type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request';

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
  if (/^requests\[\d+\]$/.test(path)) return REQUEST_TYPE;
  return types[issue.expected] ?? 'TYPE_MESSAGE';
}

/** Most numbers of the API count something; the schemas tell it only of numbers, not of texts in their place. */
function numberType(path: string): string {
  if (path.endsWith('.number_value')) return 'TYPE_DOUBLE';
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
