import { http } from '@google-cloud/functions-framework';
import { compose, type Services } from './compose.ts';
import { readConfig } from './config.ts';
import { handle } from './entry-points/endpoint.ts';
import { history } from './entry-points/history.ts';
import { monitor } from './entry-points/monitor.ts';
import { report } from './entry-points/report.ts';
import { restore } from './entry-points/restore.ts';
import { sync } from './entry-points/sync.ts';

let services: Promise<Services> | undefined;

/** Made at the first request of an instance and kept for the next ones; a failure is tried anew. */
function open(): Promise<Services> {
  services ??= compose(readConfig(process.env)).catch((error: unknown) => {
    services = undefined;
    throw error;
  });
  return services;
}

http('sync', handle(sync, open));
http('monitor', handle(monitor, open));
http('report', handle(report, open));
http('history', handle(history, open));
http('restore', handle(restore, open));
