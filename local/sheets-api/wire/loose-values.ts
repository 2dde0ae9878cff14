import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Fields = Record<PropertyKey, unknown>;

const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const YES = new Set(['true', 't', 'yes', 'y', '1']);
const NO = new Set(['false', 'f', 'no', 'n', '0']);

/** Yes or no as Google's reader takes it; undefined for any other text. */
export function parseFlag(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

/** `rows`, `merge-all` → `ROWS`, `MERGE_ALL`: the case of an enum's value does not matter. */
export function enumName(text: string): string {
  return text.toUpperCase().replaceAll('-', '_');
}

/** `sheet_id` → `sheetId`: a field may be called as the message itself calls it. */
export function camelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/**
 * Puts right, in its place, what Google's reader of JSON takes though it is not what is documented: numbers and
 * yes/no that came as texts (`"sheetId": "7"`), values of enums in small letters, one value where a list of them
 * belongs (`"requests": { … }`), and fields by their other name (`sheet_id`).
 * @returns whether there was any
 */
export function loosenValues(body: unknown, issues: readonly Issue[]): boolean {
  const fixed = issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return renameFields(nodeAt(body, issue.path), issue.keys);
    const value = loosen(issue);
    return value !== undefined && put(body, issue.path, value);
  });
  return fixed.some(Boolean);
}

function loosen(issue: Issue): unknown {
  const { input } = issue;
  if (issue.code === 'invalid_value') {
    const name = typeof input === 'string' ? enumName(input) : undefined;
    return name !== undefined && issue.values.includes(name) ? name : undefined;
  }
  if (issue.code !== 'invalid_type' || input === undefined || input === null) return undefined;
  if (issue.expected === 'array') return [input];
  if (issue.expected === 'boolean') return parseFlag(JSON.stringify(input).replaceAll('"', ''));
  const isNumber = issue.expected === 'number' || issue.expected === 'int';
  return isNumber && typeof input === 'string' && NUMERAL.test(input) ? Number(input) : undefined;
}

function renameFields(node: Fields | undefined, names: readonly string[]): boolean {
  const renamed = names.map((name) => {
    const camel = camelCase(name);
    if (!node || camel === name || camel in node) return false;
    node[camel] = node[name];
    return delete node[name];
  });
  return renamed.some(Boolean);
}

function nodeAt(body: unknown, path: readonly PropertyKey[]): Fields | undefined {
  let node = body;
  for (const part of path) node = (node as Fields | undefined)?.[part];
  return typeof node === 'object' && node !== null ? (node as Fields) : undefined;
}

function put(body: unknown, path: readonly PropertyKey[], value: unknown): boolean {
  const last = path.at(-1);
  const node = nodeAt(body, path.slice(0, -1));
  if (last === undefined || !node) return false;
  node[last] = value;
  return true;
}
