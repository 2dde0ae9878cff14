import { http } from '@google-cloud/functions-framework';
import { compose, type Services } from './compose.ts';
import { readConfig } from './config.ts';
import { deleted } from './entry-points/deleted.ts';
import { handle } from './entry-points/endpoint.ts';
import { expand } from './entry-points/expand.ts';
import { history } from './entry-points/history.ts';
import { importFile } from './entry-points/import.ts';
import { monitor } from './entry-points/monitor.ts';
import { report } from './entry-points/report.ts';
import { reportFile } from './entry-points/report-file.ts';
import { reportState } from './entry-points/report-state.ts';
import { reports } from './entry-points/reports.ts';
import { restore } from './entry-points/restore.ts';
import { row } from './entry-points/row.ts';
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

const HANDLERS = {
  sync: handle(sync, open),
  monitor: handle(monitor, open),
  report: handle(report, open),
  reports: handle(reports, open),
  'report-file': handle(reportFile, open),
  'report-state': handle(reportState, open),
  history: handle(history, open),
  restore: handle(restore, open),
  expand: handle(expand, open),
  import: handle(importFile, open),
  row: handle(row, open),
  deleted: handle(deleted, open),
};

/** Each is deployed as a function of its own, or served under its name by one process. */
export const FUNCTION_NAMES = Object.keys(HANDLERS);
for (const [name, handler] of Object.entries(HANDLERS)) http(name, handler);
