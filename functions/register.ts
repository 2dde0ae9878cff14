import { http } from '@google-cloud/functions-framework';
import { FUNCTION_NAMES } from './contract/functions.ts';
import type { Door } from './entry-points/door.ts';
import { handle } from './entry-points/handle.ts';
import { route } from './entry-points/route.ts';
import { SERVICE } from './service.ts';

/** Gives the framework all functions, each under its name and all together as `shnor`, in place of those it has had. */
export function registerFunctions(door: Door): void {
  for (const name of FUNCTION_NAMES) http(name, handle(name, door));
  http(SERVICE, route(door));
}
