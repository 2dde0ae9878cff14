import type { FunctionName } from '../contract/answers.ts';
import { inspectRow } from '../use-cases/history/inspect-row.ts';
import { listDeletedRows } from '../use-cases/restore/list-deleted-rows.ts';
import type { Endpoint } from './endpoint.ts';
import { expand } from './expand.ts';
import { history } from './history.ts';
import { importFile } from './import.ts';
import { monitor } from './monitor.ts';
import { reportFile } from './report-file.ts';
import { reportState } from './report-state.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { restore } from './restore.ts';
import { sync } from './sync.ts';

/** What carries each function out; where a request needs no more than to be passed on, the use case itself. */
export const ENDPOINTS: { readonly [Name in FunctionName]: Endpoint<Name> } = {
  sync,
  monitor,
  report,
  reports,
  'report-file': reportFile,
  'report-state': reportState,
  expand,
  import: importFile,
  row: inspectRow,
  history,
  deleted: listDeletedRows,
  restore,
};
