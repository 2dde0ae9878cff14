import { FUNCTION_NAMES } from '../contract/functions.ts';
import { calendar } from './calendar.ts';
import type { Door, Handler } from './door.ts';
import { describeFailure } from './http/failure.ts';
import { handle } from './handle.ts';
import { JSON_TYPE, send } from './http/send.ts';
import { PathUnknownError } from './http/request-errors.ts';
import { CALENDAR_PATH, pathOf } from './place.ts';

/** All functions as one service, each at its name as the path: one address, one audience, one cold start. */
export function route(door: Door): Handler {
  const handlers = new Map<string, Handler>([
    ...FUNCTION_NAMES.map((name) => [`/${name}`, handle(name, door)] as const),
    [CALENDAR_PATH, calendar(door)],
  ]);
  return (request, response) => (handlers.get(pathOf(request)) ?? refuse)(request, response);
}

const refuse: Handler = async (request, response) => {
  const { status, answer } = describeFailure(new PathUnknownError());
  await send(request, response, { status, text: JSON.stringify(answer), type: JSON_TYPE });
};
