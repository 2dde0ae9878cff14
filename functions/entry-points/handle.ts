import type { Request, Response } from '@google-cloud/functions-framework';
import type * as z from 'zod/mini';
import type { Services } from '../compose.ts';
import { ANSWERS, type AnswerOf, type FunctionName } from '../contract/answers.ts';
import { FUNCTIONS } from '../contract/functions.ts';
import { ENDPOINTS } from './endpoints.ts';
import { describeFailure } from './failure.ts';
import { BadRequestError, MethodError } from './request-errors.ts';

/** The HTTP handler of a function; `open` gives the services, made once an instance. */
export function handle(name: FunctionName, open: () => Promise<Services>) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      if (request.method !== 'POST') throw new MethodError(request.method);
      const services = await open();
      const { email } = await services.identity.verify(bearerOf(request));
      response.status(200).json(await carryOut(name, { services, by: email, body: request.body }));
    } catch (error) {
      const { status, answer } = describeFailure(error);
      response.status(status).json(answer);
    }
  };
}

interface Call {
  readonly services: Services;
  readonly by: string;
  readonly body: unknown;
}

async function carryOut<Name extends FunctionName>(
  name: Name,
  { services, by, body }: Call,
): Promise<AnswerOf<Name>> {
  const request = parseBody(FUNCTIONS[name].request, body);
  const run = ENDPOINTS[name];
  return ANSWERS[name].parse(await run(services, { ...request, by }));
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
