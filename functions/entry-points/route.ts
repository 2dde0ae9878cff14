import type { IncomingMessage } from 'node:http';
import type { FunctionName } from '../contract/answers.ts';
import { FUNCTION_NAMES } from '../contract/functions.ts';
import { calendar, CALENDAR_PATH } from './calendar.ts';
import type { Door, Handler } from './door.ts';
import { describeFailure } from './http/failure.ts';
import { handle } from './handle.ts';
import { JSON_TYPE, send } from './http/send.ts';
import { PathUnknownError } from './http/request-errors.ts';

/** All functions as one service, each at its name as the path: one address, one audience, one cold start. */
export function route(door: Door): Handler {
  const handlers = new Map<string, Handler>([
    ...FUNCTION_NAMES.map((name) => [`/${name}`, handle(name, door)] as const),
    [CALENDAR_PATH, calendar(door)],
  ]);
  return (request, response) => (handlers.get(pathOf(request)) ?? refuse)(request, response);
}

/** What answers at a path: the calendar asks for no identity. */
export type Destination = FunctionName | 'calendar';

export function placeAt(path: string): Destination | undefined {
  if (path === CALENDAR_PATH) return 'calendar';
  return FUNCTION_NAMES.find((name): name is FunctionName => `/${name}` === path);
}

/** As it was sent, without what follows the question mark: nothing is decoded, and nothing resolved. */
export function pathOf({ url = '' }: Pick<IncomingMessage, 'url'>): string {
  return url.split('?', 1)[0] ?? '';
}

const refuse: Handler = async (request, response) => {
  const { status, answer } = describeFailure(new PathUnknownError());
  await send(request, response, { status, text: JSON.stringify(answer), type: JSON_TYPE });
};
