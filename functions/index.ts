import { http } from '@google-cloud/functions-framework';
import { compose, type Services } from './compose.ts';
import { parseConfig } from './config.ts';
import { FUNCTION_NAMES } from './contract/functions.ts';
import { handle } from './entry-points/handle.ts';

let services: Promise<Services> | undefined;

/** Made at the first request of an instance and kept for the next ones; a failure is tried anew. */
function open(): Promise<Services> {
  services ??= compose(parseConfig(process.env)).catch((error: unknown) => {
    services = undefined;
    throw error;
  });
  return services;
}

for (const name of FUNCTION_NAMES) http(name, handle(name, open));
