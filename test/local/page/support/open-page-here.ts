import { openDataFolder } from '../../../../local/data-folder.ts';
import { PortTakenError } from '../../../../local/sheets-api/errors.ts';
import { openSite } from '../../../../local/start/open-site.ts';
import { servePage } from '../../../../local/start/serve-page.ts';
import { restoreEnvironment } from '../../../support/jest/process-state.ts';
import { TODAY, type Program } from './program.ts';

/**
 * The page over the folder of a finished start, as `npm start` opens it, but in this process; at another port where
 * somebody has taken this one.
 */
export async function openPageHere(data: string, port: number): Promise<Omit<Program, 'kill'>> {
  const env = { ...process.env };
  const folder = openDataFolder(data, { mustExist: true });
  const site = await openSite(folder, { port, today: TODAY }).catch((error: unknown) => {
    if (error instanceof PortTakenError) return openSite(folder, { port: 0, today: TODAY });
    throw error;
  });
  const page = await servePage(site, folder.workbookId ?? '');
  return {
    url: page.url,
    pid: process.pid,
    data,
    async stop() {
      await page.close();
      await site.close();
      restoreEnvironment(env);
    },
  };
}
