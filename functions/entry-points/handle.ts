import type { Request, Response } from '@google-cloud/functions-framework';
import type { Services } from '../compose.ts';
import { ANSWERS, type FunctionName } from '../contract/answers.ts';
import { FUNCTIONS } from '../contract/functions.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import { ENDPOINTS } from './endpoints.ts';
import { describeFailure, isForGood } from './failure.ts';
import { describeRequest } from './log-request.ts';
import { readBody } from './read-body.ts';
import { parseRequest } from './parse-request.ts';
import { MethodError } from './request-errors.ts';

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

const OK = 200;

type AnyEndpoint = (services: Services, request: object) => Promise<unknown>;

/** The tables of the contract and of the endpoints have the same keys: their types are tied where they are written. */
const ENDPOINTS_BY_KEY = ENDPOINTS as unknown as Readonly<
  Record<FunctionName, Readonly<Record<string, AnyEndpoint>>>
>;

async function carryOut(name: FunctionName, { services, by, body, scheduledAt }: Call): Promise<Result> {
  const { action, request } = parseRequest(name, body);
  const run = ENDPOINTS_BY_KEY[name][action];
  const description = FUNCTIONS[name][action];
  if (!run || !description) throw new Error(`nothing carries out ${name}.${action}`);
  const answer = await run(services, { ...request, by, ...(scheduledAt && { scheduledAt }) });
  const { answer: schema = ANSWERS[name], status = OK } = description;
  return { status, answer: schema.parse(answer) };
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
