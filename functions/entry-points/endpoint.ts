import type { Request, Response } from '@google-cloud/functions-framework';
import type * as z from 'zod/mini';
import type { Services } from '../compose.ts';
import type { ErrorAnswer } from '../contract.ts';
import { UserFacingError } from '../domain/user-facing-error.ts';
import { BadRequestError, MethodError } from './request-errors.ts';

export interface Caller {
  readonly email: string;
}

/** One function: parse → one use case → answer. */
export interface Endpoint<RequestBody, Answer> {
  readonly request: z.ZodMiniType<RequestBody>;
  readonly answer: z.ZodMiniType<Answer>;
  run(services: Services, body: RequestBody, caller: Caller): Promise<unknown>;
}

/** The HTTP handler of an endpoint; `open` gives the services, made once an instance. */
export function handle<RequestBody, Answer>(
  endpoint: Endpoint<RequestBody, Answer>,
  open: () => Promise<Services>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      if (request.method !== 'POST') throw new MethodError(request.method);
      const services = await open();
      const caller = await services.identity.verify(bearerOf(request));
      const body = parseBody(endpoint.request, request.body);
      const result = await endpoint.run(services, body, caller);
      response.status(200).json(endpoint.answer.parse(result));
    } catch (error) {
      const { status, answer } = toAnswer(error);
      response.status(status).json(answer);
    }
  };
}

function bearerOf(request: Request): string | undefined {
  const header = request.headers.authorization ?? '';
  return /^Bearer (?<token>\S+)$/u.exec(header)?.groups?.['token'];
}

function parseBody<Body>(schema: z.ZodMiniType<Body>, body: unknown): Body {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new BadRequestError(parsed.error.issues.map(({ path }) => path.join('.') || 'тело запроса'));
}

/** Codes that are not the caller's data being wrong (422). */
const STATUSES: Readonly<Record<string, number>> = {
  bad_request: 400,
  unauthenticated: 401,
  access_denied: 403,
  read_only_role: 403,
  workbook_unknown: 404,
  report_missing: 404,
  spreadsheet_not_found: 404,
  method_not_allowed: 405,
  store_conflict: 409,
  contention: 409,
  sheet_moved: 409,
  appends_running: 409,
  spreadsheet_quota: 429,
  spreadsheet_unreachable: 503,
  store_unavailable: 503,
  identity_unavailable: 503,
};

const UNPROCESSABLE = 422;
const INTERNAL = 500;

function toAnswer(error: unknown): { readonly status: number; readonly answer: ErrorAnswer } {
  if (error instanceof UserFacingError) {
    const { code, message } = error;
    return { status: STATUSES[code] ?? UNPROCESSABLE, answer: { error: { code, message } } };
  }
  // Anything else is a bug of ours: the log keeps it whole, the caller learns what to do.
  console.error(error);
  const message =
    'Внутренняя ошибка. Данные в таблице целы. Повторите команду; если повторится — сообщите тому, кто ' +
    'устанавливал систему: причина записана в журнале функции.';
  return { status: INTERNAL, answer: { error: { code: 'internal', message } } };
}
