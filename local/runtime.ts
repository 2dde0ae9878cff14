import { compose, type Services } from '../functions/compose.ts';
import { readConfig } from '../functions/config.ts';
import type { Head } from '../functions/use-cases/stored-documents.ts';
import type { DataFolder } from './data-folder.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from './identity/local-identity.ts';
import { startSheetsApi } from './sheets-api/server.ts';

/** The address under which the local program itself calls the functions. */
export const OPERATOR = 'operator@shnor.local';

/** What the stand-in's tab in the browser and the demo's add-on sign as. */
export const COORDINATOR = 'coordinator@shnor.local';

/** Who may call the functions on this machine. */
export const LOCAL_MEMBERS: Head['members'] = {
  [OPERATOR]: 'service',
  [COORDINATOR]: 'municipal_coordinator',
};

/** The zone of the order's municipality; a workbook keeps its own. */
export const TIME_ZONE = 'Asia/Yekaterinburg';

export interface Runtime {
  readonly services: Services;
  readonly sheetsUrl: string;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  /** Another Sheets API than the folder's own. */
  readonly sheetsUrl?: string;
  /** Port of the folder's own stand-in; 0 takes any free one. */
  readonly sheetsPort?: number;
}

/**
 * The services over a data folder: its own stand-in of the Sheets API, or the one that a running program
 * serves the folder with (two processes must not keep the same spreadsheets in memory).
 */
export async function openRuntime(folder: DataFolder, options: RuntimeOptions = {}): Promise<Runtime> {
  const running = options.sheetsUrl ?? folder.findServer()?.sheetsUrl;
  const own = running
    ? undefined
    : await startSheetsApi({ dataDir: folder.path, port: options.sheetsPort ?? 0 });
  const retract = own && folder.announceServer({ pid: process.pid, sheetsUrl: own.url });
  const sheetsUrl = running ?? own?.url ?? '';
  const close = async () => {
    retract?.();
    await own?.close();
  };
  try {
    const services = await compose(readConfig(localEnvironment(folder, sheetsUrl)));
    return {
      services,
      sheetsUrl,
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

/** A server on this machine answers at once or not at all: nobody should wait two minutes to learn which. */
const LOCAL_PATIENCE_MS = '5000';

/** The functions' environment on this machine; what is set outside wins where it may. */
export function localEnvironment(
  folder: DataFolder,
  sheetsUrl: string,
): Readonly<Record<string, string | undefined>> {
  return {
    SHNOR_STORE: process.env['SHNOR_STORE'] ?? 'sqlite',
    SHNOR_PROJECT: process.env['SHNOR_PROJECT'],
    SHNOR_SQLITE_FILE: folder.file('store.sqlite'),
    SHNOR_SHEETS_URL: sheetsUrl,
    SHNOR_SHEETS_PATIENCE_MS: process.env['SHNOR_SHEETS_PATIENCE_MS'] ?? LOCAL_PATIENCE_MS,
    SHNOR_AUDIENCES: LOCAL_AUDIENCE,
    SHNOR_ISSUERS: LOCAL_ISSUER,
    SHNOR_CERTIFICATES_URL: process.env['SHNOR_CERTIFICATES_URL'],
    SHNOR_ALLOW_TODAY: '1',
  };
}
