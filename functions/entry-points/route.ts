import type { HttpFunction } from '@google-cloud/functions-framework';
import type { Services } from '../compose.ts';
import { FUNCTION_NAMES } from '../contract/functions.ts';
import { calendar, CALENDAR_PATH } from './calendar.ts';
import { describeFailure } from './failure.ts';
import { handle } from './handle.ts';
import { PathUnknownError } from './request-errors.ts';

/** All functions as one service, each at its name as the path: one address, one audience, one cold start. */
export function route(open: () => Promise<Services>): HttpFunction {
  const handlers = new Map(FUNCTION_NAMES.map((name) => [`/${name}`, handle(name, open)]));
  const feed = calendar(open);
  return async (request, response) => {
    const handler = handlers.get(request.path);
    if (handler) return handler(request, response);
    if (request.path === CALENDAR_PATH) return feed(request, response);
    const { status, answer } = describeFailure(new PathUnknownError());
    response.status(status).json(answer);
  };
}
