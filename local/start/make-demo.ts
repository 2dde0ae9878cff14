import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import { provisionWorkbook } from '../../functions/use-cases/provision/provision-workbook.ts';
import { readKnownHead, type Head } from '../../functions/use-cases/stored/head/head.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { LOCAL_MEMBERS, TIME_ZONE } from '../runtime.ts';
import type { Site } from './open-site.ts';

/** Provisions the demo workbook, fills it as staff would have by `today`, and answers its id. */
export async function makeDemo(site: Site, today: CalendarDate): Promise<string> {
  const { services, folder } = site;
  const { workbookId } = await provisionWorkbook(services, {
    title: 'ШНОР (демо)',
    timeZone: TIME_ZONE,
    today,
    members: LOCAL_MEMBERS,
  });
  const { sheetIds } = await knownHead(site, workbookId);
  await seedDemo(services.spreadsheets, workbookId, { sheetIds, today });
  // Only a finished demo is taken up by the next start.
  folder.saveWorkbookId(workbookId);
  return workbookId;
}

/** Throws `WorkbookUnknownError`. */
export async function knownHead({ services }: Pick<Site, 'services'>, workbookId: string): Promise<Head> {
  return (await readKnownHead(services.store, workbookId)).head;
}
