import type { Request, Response } from '@google-cloud/functions-framework';
import type * as z from 'zod/mini';
import type { Services } from '../compose.ts';
import { ANSWERS, type FunctionName } from '../contract/answers.ts';
import { FUNCTIONS } from '../contract/functions.ts';
import { ENDPOINTS } from './endpoints.ts';
import { describeFailure } from './failure.ts';
import { BadRequestError, MethodError } from './request-errors.ts';

/** The HTTP handler of a function; `open` gives the services, made once an instance. */
export function handle<Name extends FunctionName>(name: Name, open: () => Promise<Services>) {
  const { request: schema } = FUNCTIONS[name];
  const run = ENDPOINTS[name];
  return async (request: Request, response: Response): Promise<void> => {
    try {
      if (request.method !== 'POST') throw new MethodError(request.method);
      const services = await open();
      const { email } = await services.identity.verify(bearerOf(request));
      const body = parseBody(schema, request.body);
      const result = await run(services, { ...body, by: email });
      response.status(200).json(ANSWERS[name].parse(result));
    } catch (error) {
      const { status, answer } = describeFailure(error);
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
