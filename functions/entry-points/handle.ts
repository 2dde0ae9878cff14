import type { Request, Response } from '@google-cloud/functions-framework';
import type * as z from 'zod/mini';
import type { Services } from '../compose.ts';
import { ANSWERS, hintAnswer, type AnswerOf, type FunctionName } from '../contract/answers.ts';
import { FUNCTIONS } from '../contract/functions.ts';
import { sweepAnswer, sweepRequest } from '../contract/sweep.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import { hintSync } from '../use-cases/sweep/hint-sync.ts';
import { ENDPOINTS } from './endpoints.ts';
import { sweep } from './endpoints/sweep.ts';
import { describeFailure, isForGood } from './failure.ts';
import { describeRequest } from './log-request.ts';
import { readBody } from './read-body.ts';
import { BadRequestError, MethodError } from './request-errors.ts';

/** The HTTP handler of a function; `open` gives the services, made once an instance. */
export function handle(name: FunctionName, open: () => Promise<Services>) {
  return async (request: Request, response: Response): Promise<void> => {
    const started = performance.now();
    const usage = noUsage();
    let services: Services | undefined;
    let body: unknown;
    let result: Result;
    try {
      if (request.method !== 'POST') throw new MethodError(request.method);
      services = await open();
      const { email } = await services.identity.verify(bearerOf(request));
      body = readBody(request.body);
      const call = { services, by: email, body, scheduledAt: scheduledAtOf(request) };
      result = await services.meter.measure(usage, () => carryOut(name, call));
    } catch (error) {
      result = describeFailure(error);
      if (isTask(request) && isForGood(error)) result = { ...result, taskStatus: 200 };
    }
    const { status, answer, taskStatus = status, bug } = result;
    response.status(taskStatus).json(answer);
    const ms = performance.now() - started;
    services?.log(
      describeRequest({ name, status, ms, usage, body, answer, retry: retryOf(request), bug }),
      bug,
    );
    if (!services && bug) console.error(bug);
  };
}

interface Result {
  readonly status: number;
  readonly answer: unknown;
  /** What a queue is told: it would deliver again what nothing but a person can mend. */
  readonly taskStatus?: number;
  readonly bug?: unknown;
}

interface Call {
  readonly services: Services;
  readonly by: string;
  readonly body: unknown;
  readonly scheduledAt: string | undefined;
}

async function carryOut(name: FunctionName, call: Call): Promise<Result> {
  if (name === 'sync' && isHint(call.body)) return carryOutHint(call);
  if ((name === 'monitor' || name === 'sync') && isOfAll(call.body))
    return { status: 200, answer: await carryOutForAll(name, call) };
  return { status: 200, answer: await carryOutOne(name, call) };
}

const ACCEPTED = 202;

function isHint(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, 'hint');
}

async function carryOutHint({ services, by, body }: Call): Promise<Result> {
  const { workbookId } = parseBody(FUNCTIONS.sync.request, body);
  const answer = hintAnswer.parse(await hintSync(services, { workbookId, by }));
  return { status: ACCEPTED, answer };
}

async function carryOutOne<Name extends FunctionName>(
  name: Name,
  { services, by, body, scheduledAt }: Call,
): Promise<AnswerOf<Name>> {
  const request = parseBody(FUNCTIONS[name].request, body);
  const run = ENDPOINTS[name];
  return ANSWERS[name].parse(await run(services, { ...request, by, ...(scheduledAt && { scheduledAt }) }));
}

/** A schedule names no workbook: it means all of them. */
function isOfAll(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Object.hasOwn(body, 'workbookId');
}

async function carryOutForAll(name: 'monitor' | 'sync', call: Call): Promise<unknown> {
  const { services, by, body, scheduledAt } = call;
  const { today } = parseBody(sweepRequest, body);
  return sweepAnswer.parse(await sweep(services, { function: name, by, today, scheduledAt }));
}

function bearerOf(request: Request): string | undefined {
  const header = request.headers.authorization ?? '';
  return /^Bearer (?<token>\S+)$/u.exec(header)?.groups?.['token'];
}

/** The instant that the schedule, or the sweep that made the task, has appointed: the same in every retry. */
function scheduledAtOf({ headers }: Request): string | undefined {
  const told = headers['x-cloudscheduler-scheduletime'] ?? headers['x-shnor-scheduled'];
  const at = typeof told === 'string' ? Date.parse(told) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function isTask({ headers }: Request): boolean {
  return headers['x-cloudtasks-queuename'] !== undefined;
}

function retryOf({ headers }: Request): number | undefined {
  const told = headers['x-cloudtasks-taskretrycount'] ?? headers['x-cloudscheduler-retrycount'];
  const count = Number(told);
  return told === undefined || !Number.isInteger(count) ? undefined : count;
}

function parseBody<Body>(schema: z.ZodMiniType<Body>, body: unknown): Body {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new BadRequestError(parsed.error.issues.map(({ path }) => path.join('.') || 'тело запроса'));
}
