import type { FunctionName } from '../contract/answers.ts';
import { inspectRow } from '../use-cases/history/inspect-row.ts';
import { listLetters } from '../use-cases/reminders/list-letters.ts';
import { listDeletedRows } from '../use-cases/restore/list-deleted-rows.ts';
import type { Endpoints } from './endpoint.ts';
import { access } from './endpoints/access.ts';
import { calendars } from './endpoints/calendars.ts';
import { expand } from './endpoints/expand.ts';
import { formFile, forms } from './endpoints/forms.ts';
import { history } from './endpoints/history.ts';
import { importFile } from './endpoints/import.ts';
import { monitor } from './endpoints/monitor.ts';
import { period } from './endpoints/period.ts';
import { reportFile } from './endpoints/report-file.ts';
import { reportState } from './endpoints/report-state.ts';
import { report } from './endpoints/report.ts';
import { reports } from './endpoints/reports.ts';
import { restore } from './endpoints/restore.ts';
import { sync } from './endpoints/sync.ts';

/** What carries each action out; where a request needs no more than to be passed on, the use case itself. */
export const ENDPOINTS: { readonly [Name in FunctionName]: Endpoints<Name> } = {
  sync,
  monitor,
  report,
  reports: { look: reports },
  'report-file': { look: reportFile },
  forms,
  'form-file': { look: formFile },
  'report-state': reportState,
  expand,
  period,
  import: importFile,
  row: { look: inspectRow },
  history: { look: history },
  letters: { look: listLetters },
  calendars,
  access,
  deleted: { look: listDeletedRows },
  restore,
};
