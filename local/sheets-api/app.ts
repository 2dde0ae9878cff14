import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import type { Faults } from './faults.ts';
import { strikes } from './faults.ts';
import { splitBook } from './book-parts.ts';
import { changedSheets, type Change } from './changes.ts';
import { identify } from './identify.ts';
import { METHODS } from './methods/index.ts';
import type { Outcome } from './methods/method.ts';
import { runCreate } from './methods/spreadsheets.ts';
import type { Spreadsheet, Surroundings } from './model/types.ts';
import type { Quota } from './quota.ts';
import { answerSchemas } from './schema/answers.ts';
import { sendError, sendFault, sendJson } from './send.ts';
import type { Storage } from './storage.ts';
import { ApiError, invalidArgument, notFound, unknownHere } from './wire/api-error.ts';
import { brokenMask, checkMask, parseMask, project, unmatchedPath, type Mask } from './wire/field-mask.ts';
import { Query } from './wire/query.ts';
import { parseRoute, type Route } from './wire/route.ts';

const MAX_BODY = '64mb';

export interface AppOptions {
  readonly storage: Storage;
  readonly now: () => Date;
  readonly newId: Surroundings['newId'];
  readonly faults: Faults | undefined;
  /** Called once a call of a known method. */
  readonly count: (method: string) => number;
  readonly quota: Quota | undefined;
  readonly onChange: ((change: Omit<Change, 'sequence'>) => void) | undefined;
  /** What a caller must know; undefined: nobody is asked. */
  readonly key: string | undefined;
}

/** The HTTP side: reads a call, runs it whole, saves, and only then answers. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // Before anything of the body is read.
  app.use((request, _response, next) => {
    identify(request, options.key);
    next();
  });
  app.get('/local/spreadsheets/:id', (request, response) => sendBook(request.params.id, response, options));
  app.use(express.json({ limit: MAX_BODY, type: () => true, strict: false }));
  app.use((request, response) => {
    handle(request, response, options);
  });
  app.use(((error: unknown, request, response, _next) => {
    sendError(request, response, translate(error));
  }) satisfies ErrorRequestHandler);
  return app;
}

/** No call of Google's: a backup takes the whole spreadsheet as it is kept, a line a part. */
function sendBook(id: string, response: Response, { storage }: AppOptions): void {
  const book = storage.read(id);
  if (!book) throw notFound();
  response.type('application/x-ndjson');
  for (const part of splitBook(book)) response.write(`${JSON.stringify(part)}\n`);
  response.end();
}

function translate(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed')
    return invalidArgument('Invalid JSON payload received. Unexpected token.');
  if (type === 'entity.too.large')
    return new ApiError(413, 'INVALID_ARGUMENT', {
      message: `Request payload size exceeds the limit: ${MAX_BODY}.`,
    });
  // The disk's: what stands in the way, for the people who wait.
  if (error instanceof UserFacingError) {
    console.error(error.message);
    return new ApiError(503, 'UNAVAILABLE', { message: error.message });
  }
  // Whatever else it is, it is ours: whoever runs the stand-in must see it.
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError(500, 'INTERNAL', { message });
}

function handle(request: Request, response: Response, options: AppOptions): void {
  const url = new URL(request.originalUrl, 'http://stand-in');
  const route = parseRoute(request.method, url.pathname);
  if (!route) throw unknownHere(`the call ${request.method} ${url.pathname}`);
  const n = options.count(route.method);
  const fault = options.faults?.({ method: route.method, path: request.originalUrl, n });
  const struck = (when: 'before' | 'after'): boolean => {
    if (!fault || !strikes(fault, when)) return false;
    sendFault(request, response, fault);
    return true;
  };
  if (struck('before')) return;
  const { email } = identify(request, options.key);
  options.quota?.({ method: route.method, email, now: options.now() });
  const parameters = url.searchParams;
  const mask = maskOf(parameters, route);
  const { answer, after } = run({ route, mask, parameters, email, body: request.body }, options);
  if (after) save(after, email, options);
  if (struck('after')) return;
  const isPretty = parameters.get('prettyPrint') === 'true';
  const body = project(answer, mask) as object;
  sendJson(request, response, { status: 200, body, isPretty, isCut: fault === 'cut' });
}

function save(after: Spreadsheet, by: string | undefined, { storage, onChange }: AppOptions): void {
  const before = storage.read(after.id);
  storage.save(after);
  onChange?.({ spreadsheetId: after.id, sheetIds: changedSheets(before, after), by });
}

function maskOf(parameters: URLSearchParams, { method }: Route): Mask {
  const fields = parameters.get('fields');
  if (!fields) return true;
  // In an address Google takes a blank for a part of the name; in a body it does not mind one.
  if (/\s/.test(fields)) throw brokenMask(fields);
  const mask = parseMask(fields);
  checkMask(mask, answerSchemas[method], unmatchedPath);
  return mask;
}

interface Asked {
  readonly route: Route;
  readonly mask: Mask;
  readonly parameters: URLSearchParams;
  readonly email: string | undefined;
  readonly body: unknown;
}

function run({ route, mask, parameters, email, body }: Asked, options: AppOptions): Outcome {
  const around = { now: options.now(), newId: options.newId, email };
  if (route.method === 'create') {
    // Only looked at for parameters that are not known.
    void new Query(parameters, []);
    return runCreate(body, around);
  }
  const method = METHODS[route.method];
  const query = new Query(parameters, method.parameters);
  const book = options.storage.read(route.spreadsheetId);
  if (!book) throw notFound();
  const openBook = (id: string) => options.storage.read(id);
  return method.run({ book, range: route.range, query, body, mask, around, openBook });
}
