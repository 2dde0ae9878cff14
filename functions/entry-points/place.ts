import type { IncomingMessage } from 'node:http';
import type { FunctionName } from '../contract/answers.ts';
import { FUNCTION_NAMES } from '../contract/functions.ts';

/** Of the calendars that secret addresses open. */
export const CALENDAR_PATH = '/calendar';
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
