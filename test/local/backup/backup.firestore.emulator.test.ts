import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { openFirestoreStore } from '../../../functions/adapters/firestore/store.ts';
import { openSqliteStore } from '../../../functions/adapters/sqlite/store.ts';
import type { Store } from '../../../functions/use-cases/ports/store.ts';
import { makeBackup } from '../../../local/backup/make-backup.ts';
import { restoreFolder, restoreStore } from '../../../local/backup/restore-backup.ts';
import { copyDemo } from '../../support/demo-folder.ts';
import { describeWithEmulator } from '../../support/describe-with-emulator.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

describeWithEmulator('a backup', () => {
  const root = makeTempFolder();
  afterAll(() => root.remove());
  const place = (name: string): string => join(root.path, name);

  async function hashOf(store: Store, name: string): Promise<string> {
    try {
      return (await makeBackup({ store, now: '2026-11-24T06:00:00.000Z' }, place(name))).documentsSha256;
    } finally {
      await store.close();
    }
  }

  test('goes from SQLite into Firestore and back, equal by its hash', async () => {
    copyDemo(place('data'));
    const sqlite = await hashOf(openSqliteStore(join(place('data'), 'store.sqlite')), 'sqlite.gz');
    const firestore = openFirestoreStore({ projectId: `backup-${process.pid}` });
    await restoreStore(place('sqlite.gz'), firestore);
    const inFirestore = await hashOf(firestore, 'firestore.gz');
    await restoreFolder(place('firestore.gz'), place('back'));
    const back = await hashOf(openSqliteStore(join(place('back'), 'store.sqlite')), 'back.gz');
    expect([inFirestore, back]).toEqual([sqlite, sqlite]);
  });
});
