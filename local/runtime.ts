import { randomBytes } from 'node:crypto';
import { compose, type Services } from '../functions/compose.ts';
import { parseConfig } from '../functions/config.ts';
import { LOCAL_OPERATOR } from '../functions/domain/roles.ts';
import type { Head } from '../functions/use-cases/stored/head/head.ts';
import type { DataFolder, RunningServer } from './data-folder.ts';
import { readKeptWish } from './deploy/kept-wish.ts';
import { environmentOf } from './deploy/plan/workbook.ts';
import { OperatorUnknownError } from './local-errors.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from './identity/local-identity.ts';
import type { SheetsApi } from './sheets-api/server.ts';

/** What the stand-in's tab in the browser and the demo's add-on sign as. */
export const COORDINATOR = 'coordinator@shnor.local';

/** Who looks at the demo with the rights of the department's head. */
const DEPARTMENT_HEAD = 'head@shnor.local';

/** Who may call the functions on this machine. */
export const LOCAL_MEMBERS: Head['members'] = {
  [LOCAL_OPERATOR]: 'operator',
  [COORDINATOR]: 'municipal_coordinator',
  [DEPARTMENT_HEAD]: 'head',
};

/** The zone of the order's municipality; a workbook keeps its own. */
export const TIME_ZONE = 'Asia/Yekaterinburg';

/** The stand-in of this process, and word of every change in it. */
export interface WatchedSheets extends SheetsApi {
  /** Calls after each change has been saved, until the returned function is called. */
  watch(listener: () => void): () => void;
}

export interface Runtime {
  readonly services: Services;
  readonly sheetsUrl: string;
  /** What the stand-in asks its callers for. */
  readonly sheetsKey: string;
  /** Undefined where another program serves the folder, or in the cloud. */
  readonly sheetsApi?: WatchedSheets;
  /** The member of the workbook in whose name the command line acts. */
  readonly operator: string;
  /** Where a browser shows the tab; null for the stand-in, whose page is served by `npm start` alone. */
  readonly linkToTab: (workbookId: string, sheetId: number) => string | null;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  /** Another Sheets API than the folder's own. */
  readonly sheetsUrl?: string;
  /** The real Google Sheets and the store that the functions' own environment names. */
  readonly isCloud?: boolean;
}

/**
 * The services over a data folder: its own stand-in of the Sheets API, or the one that a running program
 * serves the folder with (two processes must not keep the same spreadsheets in memory).
 */
export async function openRuntime(folder: DataFolder, options: RuntimeOptions = {}): Promise<Runtime> {
  if (options.isCloud) return openCloud(folder);
  const found = options.sheetsUrl ? undefined : await findAnswering(folder);
  const running = options.sheetsUrl ?? found?.sheetsUrl;
  const own = running ? undefined : await startWatched(folder);
  const sheetsUrl = running ?? own?.url ?? '';
  const sheetsKey = own?.key ?? found?.sheetsKey ?? process.env['SHNOR_SHEETS_KEY'] ?? 'local';
  const retract = own && folder.announceServer({ pid: process.pid, sheetsUrl, sheetsKey });
  const close = async () => {
    retract?.();
    await own?.close();
  };
  try {
    const services = await compose(
      parseConfig(localEnvironment(folder, { sheetsUrl, sheetsKey }, found?.pageUrl)),
    );
    return {
      services,
      sheetsUrl,
      sheetsKey,
      ...(own && { sheetsApi: own }),
      operator: LOCAL_OPERATOR,
      linkToTab: () => null,
      close: async () => {
        await services.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Of one run; other programs of the folder's owner read it in `server.json`. */
function makeSheetsKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

const KEY_BYTES = 32;

async function startWatched(folder: DataFolder): Promise<WatchedSheets> {
  const listeners = new Set<() => void>();
  const onChange = () => {
    for (const listener of listeners) listener();
  };
  // Half of a start's modules, which a command beside a running program, or over the cloud, never needs.
  const { startSheetsApi } = await import('./sheets-api/server.ts');
  const api = await startSheetsApi({ dataDir: folder.path, port: 0, key: makeSheetsKey(), onChange });
  return {
    ...api,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Beside the data of a deployed workbook stands what it was deployed with; what the environment says goes first. */
export function recallCloud(data: string, environment: NodeJS.ProcessEnv = process.env): void {
  const wish = readKeptWish(data);
  if (!wish) return;
  // Google's own library reads the environment too, so it is not enough to hand these on.
  for (const [name, value] of Object.entries(environmentOf(wish))) environment[name] ??= value;
}

const GOOGLE_SHEETS = 'https://sheets.googleapis.com/';

/** Every call needs a member of the workbook: here the address that the installer acts under. */
async function openCloud({ path }: DataFolder): Promise<Runtime> {
  recallCloud(path);
  const operator = process.env['SHNOR_OPERATOR'];
  if (!operator) throw new OperatorUnknownError();
  // Nobody calls over HTTP here, so there is no token whose audience could be checked.
  const services = await compose(parseConfig({ SHNOR_AUDIENCES: 'none', ...process.env }));
  return {
    services,
    sheetsUrl: GOOGLE_SHEETS,
    sheetsKey: '',
    operator: operator.toLowerCase(),
    linkToTab: (workbookId, sheetId) =>
      `https://docs.google.com/spreadsheets/d/${workbookId}/edit#gid=${sheetId}`,
    close: () => services.close(),
  };
}

/** A server that is not there says so at once; one that is may be busy. */
const PROBE_MS = 5_000;

/** An announcement may be older than the machine's last start: only a server that answers counts. */
export async function findAnswering(folder: DataFolder): Promise<RunningServer | undefined> {
  const announced = folder.findServer();
  if (!announced) return undefined;
  try {
    await fetch(announced.sheetsUrl, { signal: AbortSignal.timeout(PROBE_MS) });
    return announced;
  } catch {
    // No answer is the answer: the folder is nobody's, and the lock on its database guards it besides.
    return undefined;
  }
}

/** A server on this machine answers at once or not at all: nobody should wait two minutes to learn which. */
const LOCAL_PATIENCE_MS = '5000';

/** The functions' environment on this machine; what is set outside wins where it may. `pageUrl`: of a program that runs. */
export function localEnvironment(
  folder: DataFolder,
  { sheetsUrl, sheetsKey }: Pick<Runtime, 'sheetsUrl' | 'sheetsKey'>,
  pageUrl = USUAL_PAGE,
): Readonly<Record<string, string | undefined>> {
  return {
    SHNOR_STORE: process.env['SHNOR_STORE'] ?? 'sqlite',
    SHNOR_PROJECT: process.env['SHNOR_PROJECT'],
    SHNOR_SQLITE_FILE: folder.file('store.sqlite'),
    SHNOR_SHEETS_URL: sheetsUrl,
    SHNOR_SHEETS_KEY: sheetsKey,
    SHNOR_SHEETS_PATIENCE_MS: process.env['SHNOR_SHEETS_PATIENCE_MS'] ?? LOCAL_PATIENCE_MS,
    SHNOR_AUDIENCES: LOCAL_AUDIENCE,
    SHNOR_ISSUERS: LOCAL_ISSUER,
    SHNOR_CERTIFICATES_URL: process.env['SHNOR_CERTIFICATES_URL'],
    ...localMail(folder),
    SHNOR_WORKBOOK_URL: process.env['SHNOR_WORKBOOK_URL'] ?? pageUrl,
    SHNOR_SERVICE_URL: process.env['SHNOR_SERVICE_URL'] ?? pageUrl,
    SHNOR_ALLOW_TODAY: '1',
    // No minute of Google's is shared here.
    SHNOR_UNMETERED: '1',
    SHNOR_CALLS_AT_ONCE: '1000',
    SHNOR_CALLS_PER_MINUTE: '10000',
  };
}

/** Where `npm start` shows the workbook if nobody says otherwise. */
export const USUAL_PAGE = 'http://127.0.0.1:8148/';

/** Letters go into the folder's `outbox`, unless whoever started the program names a server. */
function localMail(folder: DataFolder): Readonly<Record<string, string | undefined>> {
  const { SHNOR_SMTP_URL, SHNOR_MAIL_FROM } = process.env;
  return SHNOR_SMTP_URL === undefined
    ? { SHNOR_MAIL_FOLDER: folder.file('outbox') }
    : { SHNOR_SMTP_URL, SHNOR_MAIL_FROM };
}
