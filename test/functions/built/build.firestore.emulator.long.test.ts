import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDataFolder } from '../../../local/data-folder.ts';
import { provisionWorkbook } from '../../../functions/use-cases/provision/provision-workbook.ts';
import { COORDINATOR, LOCAL_MEMBERS, localEnvironment, TIME_ZONE } from '../../../local/runtime.ts';
import { openSite, type Site } from '../../../local/start/open-site.ts';
import { describeWithEmulator } from '../../support/describe-with-emulator.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { makeArtefact, type Artefact } from './artefact.ts';

describeWithEmulator('the artefact, whose Firestore is bundled', (host) => {
  const folder = makeTempFolder();
  let artefact: Artefact;
  let site: Site;
  let workbookId: string;

  beforeAll(async () => {
    process.env['SHNOR_STORE'] = 'firestore';
    process.env['SHNOR_PROJECT'] = 'built';
    process.env['METADATA_SERVER_DETECTION'] = 'none';
    artefact = await makeArtefact();
    site = await openSite(openDataFolder(folder.path), { port: 0, today: '2026-11-23' });
    const asked = {
      title: 'ШНОР',
      timeZone: TIME_ZONE,
      today: '2026-11-23',
      members: LOCAL_MEMBERS,
    } as const;
    ({ workbookId } = await provisionWorkbook(site.services, asked));
  });
  afterAll(async () => {
    await site.close();
    await artefact.remove();
    folder.remove();
    delete process.env['SHNOR_STORE'];
    delete process.env['SHNOR_PROJECT'];
    delete process.env['METADATA_SERVER_DETECTION'];
  });

  test('synchronises and reads the history', async () => {
    const settings = Object.entries(localEnvironment(site.folder, site)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const service = await artefact.start({
      ...Object.fromEntries(settings),
      FIRESTORE_EMULATOR_HOST: host,
      METADATA_SERVER_DETECTION: 'none',
    });
    const token = site.tokenFor(COORDINATOR);
    const synced = await service.call('/sync', { workbookId }, token);
    const history = await service.call('/history', { workbookId }, token);
    await service.stop();
    expect([synced.status, history.status]).toEqual([200, 200]);
    expect(history.body).toMatchObject({ entries: [{ revision: 1 }] });
  });
});
