import { http } from '@google-cloud/functions-framework';
import { compose, type Services } from './compose.ts';
import { parseConfig } from './config.ts';
import { FUNCTION_NAMES } from './contract/functions.ts';
import { handle } from './entry-points/handle.ts';
import { route } from './entry-points/route.ts';
import { SERVICE } from './service.ts';

/**
 * Gives the framework all functions, each under its name and all together as `shnor`, in place of those it has had.
 * They share services, which are made from the
 * environment at the first request and kept for the next ones; a failure is tried anew.
 */
export function registerFunctions(): void {
  let services: Promise<Services> | undefined;
  const open = () =>
    (services ??= compose(parseConfig(process.env)).catch((error: unknown) => {
      services = undefined;
      throw error;
    }));
  for (const name of FUNCTION_NAMES) http(name, handle(name, open));
  http(SERVICE, route(open));
}
