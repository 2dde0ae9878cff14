import type { Services } from '../../functions/compose.ts';
import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { DataFolder } from '../data-folder.ts';
import { startFunctions, type FunctionsServer } from '../functions-server.ts';
import { LOCAL_AUDIENCE, openIdentityIssuer } from '../identity/local-identity.ts';
import { localEnvironment, openRuntime, type WatchedSheets } from '../runtime.ts';

/** Everything that `npm start` brings up: the stand-in, the functions, the issuer of identities. */
export interface Site {
  readonly folder: DataFolder;
  readonly services: Services;
  readonly sheetsUrl: string;
  readonly sheetsKey: string;
  /** Undefined where another program serves the folder. */
  readonly sheetsApi?: WatchedSheets;
  /** For programs of this machine. */
  readonly functionsUrl: string;
  /** Where people open the page from outside, without a slash at its end; undefined: nobody does. */
  readonly publicUrl: string | undefined;
  /** The day that counts as today, where whoever started the program named one. */
  readonly today: CalendarDate | undefined;
  /** Gives the paths of that address that are no function's to the listener. */
  readonly serve: FunctionsServer['serve'];
  /** An identity token for the address, as `ScriptApp.getIdentityToken()` gives one. */
  readonly tokenFor: (email: string) => string;
  close(): Promise<void>;
}

const CERTIFICATES_PATH = '/certificates';

export interface SiteOptions {
  readonly port: number;
  /** The network to listen on; absent: this machine alone. */
  readonly host?: string | undefined;
  /** As a proxy serves it, without a slash at its end. */
  readonly publicUrl?: string | undefined;
  /** Counts as today for every call that names no day; absent: the clock tells. */
  readonly today?: CalendarDate | undefined;
}

export async function openSite(folder: DataFolder, options: SiteOptions): Promise<Site> {
  const { port, host, publicUrl, today } = options;
  const identity = await openIdentityIssuer({ keyPath: folder.file('identity.pem') });
  const functions = await startFunctions({
    port,
    host,
    reach: { publicUrl, isShared: host !== undefined },
    extra: (path) =>
      path === CERTIFICATES_PATH
        ? { type: 'application/json', body: JSON.stringify(identity.certificates()) }
        : undefined,
  });
  const shown = publicUrl ?? functions.url;
  process.env['SHNOR_WORKBOOK_URL'] = `${shown}/`;
  process.env['SHNOR_SERVICE_URL'] = shown;
  process.env['SHNOR_CERTIFICATES_URL'] = `${functions.url}${CERTIFICATES_PATH}`;
  try {
    const runtime = await openRuntime(folder);
    setEnvironment({ ...localEnvironment(folder, runtime), SHNOR_TODAY: today });
    return {
      folder,
      services: runtime.services,
      sheetsUrl: runtime.sheetsUrl,
      sheetsKey: runtime.sheetsKey,
      ...(runtime.sheetsApi && { sheetsApi: runtime.sheetsApi }),
      functionsUrl: functions.url,
      publicUrl,
      today,
      serve: (listener) => functions.serve(listener),
      tokenFor: (email) =>
        identity.issueToken({ email, audience: LOCAL_AUDIENCE, now: runtime.services.clock.now() }),
      close: async () => {
        await functions.close();
        await runtime.close();
      },
    };
  } catch (error) {
    await functions.close();
    throw error;
  }
}

/** The functions read their environment at the first request, as in the cloud. */
function setEnvironment(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}
