import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const NUMERAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Puts numbers and booleans that came as texts (`"sheetId": "7"`) in their places, as the JSON form of protocol
 * buffers allows.
 * @returns whether there was any
 */
export function readQuotedScalars(body: unknown, issues: readonly Issue[]): boolean {
  let found = false;
  for (const issue of issues) {
    const value = issue.code === 'invalid_type' ? unquote(issue.input, issue.expected) : undefined;
    if (value !== undefined && put(body, issue.path, value)) found = true;
  }
  return found;
}

function unquote(input: unknown, expected: string): number | boolean | undefined {
  if (typeof input !== 'string') return undefined;
  if (expected === 'boolean') return input === 'true' ? true : input === 'false' ? false : undefined;
  return (expected === 'number' || expected === 'int') && NUMERAL.test(input) ? Number(input) : undefined;
}

function put(body: unknown, path: readonly PropertyKey[], value: number | boolean): boolean {
  const last = path.at(-1);
  let node = body;
  for (const part of path.slice(0, -1)) node = (node as Record<PropertyKey, unknown> | undefined)?.[part];
  if (last === undefined || typeof node !== 'object' || node === null) return false;
  (node as Record<PropertyKey, unknown>)[last] = value;
  return true;
}
