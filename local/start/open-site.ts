import type { Services } from '../../functions/compose.ts';
import type { DataFolder } from '../data-folder.ts';
import { startFunctions } from '../functions-server.ts';
import { openLocalIdentity, type LocalIdentity } from '../identity/local-identity.ts';
import { localEnvironment, openRuntime } from '../runtime.ts';

/** Everything that `npm start` brings up: the stand-in, the functions, the issuer of identities. */
export interface Site {
  readonly folder: DataFolder;
  readonly services: Services;
  readonly sheetsUrl: string;
  readonly functionsUrl: string;
  readonly identity: LocalIdentity;
  close(): Promise<void>;
}

const CERTIFICATES_PATH = '/certificates';

export async function openSite(folder: DataFolder, { port }: { port: number }): Promise<Site> {
  const identity = openLocalIdentity(folder);
  const functions = await startFunctions({
    port,
    extra: (path) =>
      path === CERTIFICATES_PATH
        ? { type: 'application/json', body: JSON.stringify(identity.certificates()) }
        : undefined,
  });
  process.env['SHNOR_CERTIFICATES_URL'] = `${functions.url}${CERTIFICATES_PATH}`;
  try {
    const runtime = await openRuntime(folder);
    // The functions read their environment at the first request, as in the cloud.
    Object.assign(process.env, localEnvironment(folder, runtime.sheetsUrl));
    return {
      folder,
      services: runtime.services,
      sheetsUrl: runtime.sheetsUrl,
      functionsUrl: functions.url,
      identity,
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
