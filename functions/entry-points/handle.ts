import type { IncomingMessage } from 'node:http';
import type { FunctionName } from '../contract/answers.ts';
import { noUsage } from '../use-cases/ports/meter.ts';
import { admit } from './http/admit.ts';
import type { createCarrier } from './carry-out.ts';
import { conclude, type Result } from './http/conclude.ts';
import type { Door, Handler } from './door.ts';
import { describeFailure, isForGood } from './http/failure.ts';
import { parseBody } from './http/read-body.ts';

/**
 * The HTTP handler of a function. Who calls is asked first, by the headers alone: nothing is opened for whoever is not
 * known. What the framework has made of the body is not used: Cloud Scheduler and Cloud Tasks name no type.
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
      const by = await admit(request, door);
      body = parseBody(request.rawBody);
      const call = { by, body, scheduledAt: scheduledAtOf(request) };
      const [services, carryOut] = await Promise.all([door.open(), load()]);
      result = await services.meter.measure(usage, () => carryOut(services, call));
    } catch (error) {
      result = describeFailure(error);
      if (isTask(request) && isForGood(error)) result = { ...result, taskStatus: 200 };
    }
    await conclude({ name, door, request, response, started, usage, body }, result);
  };
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
