import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FunctionName } from '../contract/answers.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import type { createCarrier } from './carry-out.ts';
import type { Door } from './door.ts';
import { describeFailure, isForGood } from './failure.ts';
import { MAX_BODY_BYTES, readBody } from './http/read-body.ts';
import { JSON_TYPE, send } from './http/send.ts';
import { describeRequest } from './log-request.ts';
import { BodyTooLargeError, EncodingError, MethodError } from './request-errors.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The HTTP handler of a function. Who calls is asked first, by the headers alone: nothing of the body is read and
 * nothing is opened for whoever is not known.
 */
export function handle(name: FunctionName, door: Door): Handler {
  // All that a known caller may want is loaded for the first of them.
  let carrier: Promise<ReturnType<typeof createCarrier>> | undefined;
  const load = () => (carrier ??= import('./carry-out.ts').then((part) => part.createCarrier(name, door)));
  return async (request, response) => {
    const started = performance.now();
    const usage = noUsage();
    let body: unknown;
    let result: Result;
    try {
      assertReadable(request);
      const { email } = await door.identity().verify(bearerOf(request));
      body = await readBody(request, response);
      const call = { by: email, body, scheduledAt: scheduledAtOf(request) };
      const [services, carryOut] = await Promise.all([door.open(), load()]);
      result = await services.meter.measure(usage, () => carryOut(services, call));
    } catch (error) {
      result = describeFailure(error);
      if (isTask(request) && isForGood(error)) result = { ...result, taskStatus: 200 };
    }
    const { status, answer, taskStatus = status, headers, bug } = result;
    const ms = performance.now() - started;
    door.log(describeRequest({ name, status, ms, usage, body, answer, retry: retryOf(request), bug }), bug);
    const text = JSON.stringify(answer);
    await send(request, response, { status: taskStatus, text, type: JSON_TYPE, ...(headers && { headers }) });
  };
}

interface Result {
  readonly status: number;
  readonly answer: unknown;
  /** What a queue is told: it would deliver again what nothing but a person can mend. */
  readonly taskStatus?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bug?: unknown;
}

/** What the headers alone tell. Throws `MethodError`, `EncodingError`, `BodyTooLargeError`. */
function assertReadable({ method = '', headers }: IncomingMessage): void {
  if (method !== 'POST') throw new MethodError(method);
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') throw new EncodingError();
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLargeError(MAX_BODY_BYTES);
}

function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer (?<token>\S+)$/u.exec(headers.authorization ?? '')?.groups?.['token'];
}

/** The instant that the schedule, or the sweep that made the task, has appointed: the same in every retry. */
function scheduledAtOf({ headers }: IncomingMessage): string | undefined {
  const told = headers['x-cloudscheduler-scheduletime'] ?? headers['x-shnor-scheduled'];
  const at = typeof told === 'string' ? Date.parse(told) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function isTask({ headers }: IncomingMessage): boolean {
  return headers['x-cloudtasks-queuename'] !== undefined;
}

function retryOf({ headers }: IncomingMessage): number | undefined {
  const told = headers['x-cloudtasks-taskretrycount'] ?? headers['x-cloudscheduler-retrycount'];
  const count = Number(told);
  return told === undefined || !Number.isInteger(count) ? undefined : count;
}
