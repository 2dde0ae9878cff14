import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMeter, type OpenMeter } from './adapters/shared/meter.ts';
import { ProjectUnknownError, QueueIncompleteError, type Config } from './config.ts';
import { parseIsoDate } from './domain/dates/dates.ts';
import type { Clock, FormatReportFile, OwnForms, ParsePlanFile } from './use-cases/ports/ports.ts';
import type { FormatCalendar } from './use-cases/ports/calendar.ts';
import type { Mail } from './use-cases/ports/mail.ts';
import type { Spreadsheets } from './use-cases/ports/spreadsheets.ts';
import type { Store } from './use-cases/ports/store.ts';
import type { Dependencies } from './use-cases/ports/dependencies.ts';
import type { Meter } from './use-cases/ports/meter.ts';
import type { Tasks } from './use-cases/ports/tasks.ts';
import { carryOutTask } from './use-cases/sweep/carry-out-task.ts';

export interface Services extends Dependencies {
  readonly formatReportFile: FormatReportFile;
  readonly ownForms: OwnForms;
  readonly parsePlanFile: ParsePlanFile;
  readonly formatCalendar: FormatCalendar;
  /** Where this service answers, without a slash at its end. */
  readonly serviceUrl: string;
  readonly allowsToday: boolean;
  readonly tasks: Tasks;
  readonly meter: Meter;
  close(): Promise<void>;
}

const MIN_PAUSE_MS = 50;
const MAX_PAUSE_MS = 2_000;

/**
 * The one place that knows both the use cases and the adapters. What a request may not need is loaded here,
 * when it is needed: a cold start pays for one store only.
 */
export async function compose(config: Config): Promise<Services> {
  const meter = createMeter(Date.now);
  const store = meter.meterStore(await openStore(config));
  const deps: Dependencies = {
    store,
    spreadsheets: await openSpreadsheets(config, { store, meter }),
    clock: openClock(config),
    mail: openMail(config),
    pause: async (attempt) => {
      await sleep(randomInt(MIN_PAUSE_MS, Math.min(MAX_PAUSE_MS, MIN_PAUSE_MS * 2 ** (attempt + 1))));
    },
    sheetsUse: () => meter.lastMinute(),
  };
  return {
    ...deps,
    formatReportFile,
    ownForms,
    parsePlanFile,
    formatCalendar,
    serviceUrl: serviceUrlOf(config),
    allowsToday: config.SHNOR_ALLOW_TODAY === '1',
    tasks: await openTasks(config, deps),
    meter,
    close: () => store.close(),
  };
}

async function openTasks(config: Config, deps: Dependencies): Promise<Tasks> {
  const { SHNOR_TASKS_QUEUE: queue, SHNOR_SERVICE_URL: serviceUrl, SHNOR_SERVICE_ACCOUNT: account } = config;
  if (!queue) {
    const { createInProcessTasks } = await import('./adapters/tasks/in-process.ts');
    return createInProcessTasks({
      carryOut: (task) => carryOutTask(deps, task),
      pause: deps.pause,
      isHurried: config.SHNOR_UNMETERED === '1',
    });
  }
  if (!serviceUrl || !account) throw new QueueIncompleteError();
  const { connectCloudTasks } = await import('./adapters/tasks/cloud-tasks.ts');
  const auth = await googleAuth(CLOUD_SCOPE);
  return connectCloudTasks({
    queue,
    serviceUrl,
    serviceAccount: account,
    token: () => auth.getAccessToken(),
  });
}

function openClock({ SHNOR_ALLOW_TODAY, SHNOR_TODAY }: Config): Clock {
  const fixedToday = SHNOR_ALLOW_TODAY === '1' ? SHNOR_TODAY && parseIsoDate(SHNOR_TODAY) : undefined;
  return { now: () => new Date().toISOString(), ...(fixedToday && { fixedToday }) };
}

const formatCalendar: FormatCalendar = async (calendar) => {
  const { formatCalendar: format } = await import('./adapters/calendar/format-calendar.ts');
  return format(calendar);
};

/** Identity tokens are meant for it, so its address is among those that they may be meant for. */
function serviceUrlOf({ SHNOR_SERVICE_URL, SHNOR_AUDIENCES }: Config): string {
  const url = SHNOR_SERVICE_URL ?? SHNOR_AUDIENCES.find((audience) => audience.startsWith('https://')) ?? '';
  return url.replace(/\/+$/u, '');
}

/** The sender of letters that go nowhere but into a folder. */
const LOCAL_SENDER = 'shnor@localhost';

/** Undefined where the installation has no mail. What sends it is loaded with the first letter. */
function openMail(config: Config): Mail | undefined {
  const { SHNOR_SMTP_URL: url, SHNOR_MAIL_FROM: from = LOCAL_SENDER, SHNOR_MAIL_FOLDER: folder } = config;
  if (url === undefined && folder === undefined) return undefined;
  const urlOf = (workbookId: string) =>
    config.SHNOR_WORKBOOK_URL.replaceAll('{id}', encodeURIComponent(workbookId));
  let opened: Promise<Mail> | undefined;
  const open = async (): Promise<Mail> => {
    if (url !== undefined) {
      const { connectSmtp } = await import('./adapters/mail/smtp.ts');
      return connectSmtp({ url, from, urlOf });
    }
    const { openMailFolder } = await import('./adapters/mail/folder.ts');
    return openMailFolder({ folder: folder ?? '', from, urlOf });
  };
  return { urlOf, send: async (letter) => await (await (opened ??= open())).send(letter) };
}

async function openStore(config: Config): Promise<Store> {
  if (config.SHNOR_STORE === 'sqlite') {
    const { openSqliteStore } = await import('./adapters/sqlite/store.ts');
    return openSqliteStore(config.SHNOR_SQLITE_FILE);
  }
  const { openFirestoreStore } = await import('./adapters/firestore/store.ts');
  const projectId = config.SHNOR_PROJECT ?? config.GOOGLE_CLOUD_PROJECT;
  if (!projectId) throw new ProjectUnknownError();
  return openFirestoreStore({ projectId });
}

async function openSpreadsheets(
  config: Config,
  { store, meter }: { readonly store: Store; readonly meter: OpenMeter },
): Promise<Spreadsheets> {
  const { connectSpreadsheets } = await import('./adapters/google-sheets/connect.ts');
  const rootUrl = config.SHNOR_SHEETS_URL;
  const retry = { maxTotalMs: config.SHNOR_SHEETS_PATIENCE_MS };
  const onCall = meter.onSheetsCall;
  const auth = async () => config.SHNOR_SHEETS_KEY;
  const isUnmetered = config.SHNOR_UNMETERED === '1';
  if (rootUrl) return connectSpreadsheets({ rootUrl, retry, auth, onCall, isUnmetered });
  const { createSharedQuota } = await import('./adapters/google-sheets/quota/shared-quota.ts');
  const { systemRuntime } = await import('./adapters/shared/retry.ts');
  return connectSpreadsheets({
    retry,
    onCall,
    auth: await googleAuth(SHEETS_SCOPE),
    quota: createSharedQuota(store, systemRuntime),
  });
}

/** The libraries of the office formats are heavy, and few requests want a file. */
const formatReportFile: FormatReportFile = async (...report) => {
  const files = await import('./adapters/files/report-file.ts');
  return files.formatReportFile(...report);
};

let openedForms: OwnForms | undefined;

/** One queue for the whole program. */
const openForms = async (): Promise<OwnForms> => {
  const { createOwnForms } = await import('./adapters/files/own-form/own-forms.ts');
  return (openedForms ??= createOwnForms());
};

const ownForms: OwnForms = {
  samples: async () => (await openForms()).samples(),
  check: async (...form) => (await openForms()).check(...form),
  fill: async (...form) => (await openForms()).fill(...form),
};

const parsePlanFile: ParsePlanFile = async (...file) => {
  const files = await import('./adapters/files/plan/read-plan-file.ts');
  return files.parsePlanFile(...file);
};

const SHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const CLOUD_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

async function googleAuth(scope: string) {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: [scope] });
}
