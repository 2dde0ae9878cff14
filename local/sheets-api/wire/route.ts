import type { MethodName } from '../schema/answers.ts';

export interface Route {
  readonly method: MethodName;
  /** '' for `create`. */
  readonly spreadsheetId: string;
  /** The last part of the path, decoded: an A1 range, or the id of a sheet or of metadata; else ''. */
  readonly range: string;
}

/** After `/v4/spreadsheets/ID`, by HTTP method. Patterns are tried on the still encoded path. */
const ROUTES: readonly (readonly [string, RegExp, MethodName])[] = [
  ['GET', /^$/, 'get'],
  ['POST', /^:getByDataFilter$/, 'getByDataFilter'],
  ['POST', /^:batchUpdate$/, 'batchUpdate'],
  ['POST', /^\/developerMetadata:search$/, 'developerMetadata.search'],
  ['GET', /^\/developerMetadata\/(-?\d+)$/, 'developerMetadata.get'],
  ['POST', /^\/sheets\/(\d+):copyTo$/, 'sheets.copyTo'],
  ['GET', /^\/values:batchGet$/, 'values.batchGet'],
  ['POST', /^\/values:batchGetByDataFilter$/, 'values.batchGetByDataFilter'],
  ['POST', /^\/values:batchUpdate$/, 'values.batchUpdate'],
  ['POST', /^\/values:batchUpdateByDataFilter$/, 'values.batchUpdateByDataFilter'],
  ['POST', /^\/values:batchClear$/, 'values.batchClear'],
  ['POST', /^\/values:batchClearByDataFilter$/, 'values.batchClearByDataFilter'],
  ['POST', /^\/values\/(.+):append$/, 'values.append'],
  ['POST', /^\/values\/(.+):clear$/, 'values.clear'],
  ['PUT', /^\/values\/(.+)$/, 'values.update'],
  ['GET', /^\/values\/(.+)$/, 'values.get'],
];

/** Which method a call means; undefined for one that the stand-in has not. */
export function parseRoute(httpMethod: string, path: string): Route | undefined {
  if (httpMethod === 'POST' && /^\/v4\/spreadsheets\/?$/.test(path))
    return { method: 'create', spreadsheetId: '', range: '' };
  const [, id, tail = ''] = /^\/v4\/spreadsheets\/([^/:]+)(.*)$/.exec(path) ?? [];
  // Clients that glue addresses together leave a slash that Google overlooks: `/ID/`, `/ID/:batchUpdate`.
  const rest = tail.replace(/^\/(?=$|:)/, '');
  if (id === undefined) return undefined;
  for (const [verb, pattern, method] of ROUTES) {
    const match = verb === httpMethod ? pattern.exec(rest) : null;
    const range = match && decode(match[1] ?? '');
    if (match && range !== undefined) return { method, spreadsheetId: id, range: range ?? '' };
  }
  return undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape names no range that could exist.
    return undefined;
  }
}
