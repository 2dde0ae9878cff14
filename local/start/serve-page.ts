import { join } from 'node:path';
import { formatDate } from '../../functions/domain/dates/dates.ts';
import { LOCAL_OPERATOR, ROLE_TITLES, type Role } from '../../functions/domain/roles.ts';
import { ACCOUNTS_FILE, openAccounts } from '../accounts/accounts.ts';
import { FolderBusyError } from '../local-errors.ts';
import { openPage } from '../page/server.ts';
import type { PagePerson } from '../page/wire/events.ts';
import { COORDINATOR } from '../runtime.ts';
import { knownHead } from './make-demo.ts';
import type { Site } from './open-site.ts';

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the spreadsheet page at the site's address. Throws `FolderBusyError`. */
export async function servePage(site: Site, workbookId: string): Promise<ServedPage> {
  const { sheetsApi, folder, sheetsUrl, sheetsKey } = site;
  // Whoever is about to show a page has looked for another program before: this one came up meanwhile.
  if (!sheetsApi) throw new FolderBusyError(folder.path, folder.findServer()?.pid ?? 0);
  const codePath = await buildCode(join(folder.path, 'addon'));
  const accounts = openAccounts({ file: folder.file(ACCOUNTS_FILE) });
  const page = await openPage({
    spreadsheetId: workbookId,
    sheetsApi,
    file: folder.file('page.sqlite'),
    readPeople: () => readPeople(site, workbookId),
    phone: (await knownHead(site, workbookId)).sheetIds,
    signIn: { accounts, publicUrl: site.publicUrl },
    ...(site.today && { notice: `сегодня — ${formatDate(site.today)}, задано ключом --today` }),
    addon: {
      codePath,
      spreadsheetId: workbookId,
      functionsUrl: site.functionsUrl,
      tokenFor: site.tokenFor,
      findSheet: ({ sheetId, title }) =>
        sheetsApi
          .read(workbookId)
          ?.sheets.map(({ properties }) => properties)
          .find((each) => each.sheetId === sheetId || each.title === title)?.sheetId ?? null,
      triggers: [
        { functionName: 'hintEdit', event: 'ON_EDIT' },
        { functionName: 'hintChange', event: 'ON_CHANGE' },
      ],
      owner: COORDINATOR,
    },
  });
  site.serve(page.app);
  const unwatch = sheetsApi.watch(soonOnce(() => page.refresh()));
  const url = `${site.publicUrl ?? site.functionsUrl}/`;
  folder.announceServer({ pid: process.pid, sheetsUrl, sheetsKey, pageUrl: url });
  return {
    url,
    async close() {
      unwatch();
      await page.close();
      await accounts.close();
    },
  };
}

/** Calls after whatever goes on now; many asks in between are one call. */
function soonOnce(run: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    setImmediate(() => {
      isAsked = false;
      run();
    });
  };
}

/** Loaded here, for the bundler that it brings is of no use to the rest of the program. */
async function buildCode(outDir: string): Promise<string> {
  const { buildAddon } = await import('../../sheets-addon/build.ts');
  return (await buildAddon(outDir)).codePath;
}

/** Whoever is let into the workbook; accounts of programs, and the command line's, do not type. */
async function readPeople(site: Site, workbookId: string): Promise<readonly PagePerson[]> {
  const { members } = await knownHead(site, workbookId);
  return Object.entries(members)
    .filter(([email, role]) => role !== 'service' && email !== LOCAL_OPERATOR)
    .map(([email, role]) => ({
      email,
      role,
      title: capitalised(ROLE_TITLES[role]),
      mayEdit: !ONLY_LOOKING.has(role),
    }))
    .sort((a, b) => rankOf(a.role) - rankOf(b.role));
}

/** In Google Sheets the sharing of the spreadsheet says it. */
const ONLY_LOOKING: ReadonlySet<Role> = new Set(['viewer', 'school']);

/** Whoever types first; the head has the phone's page. */
function rankOf(role: Role): number {
  return role === 'municipal_coordinator' ? 0 : role === 'editor' ? 1 : 2;
}

function capitalised(title: string): string {
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}
