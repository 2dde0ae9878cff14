import { openFirestoreStore } from '../../../functions/adapters/firestore/store.ts';
import { describeWithEmulator } from '../../support/describe-with-emulator.ts';
import { inFull } from '../../support/long.ts';
import { describeUpgrade } from './describe-upgrade.ts';
import { OLD_WORKBOOKS } from './old-workbooks.ts';

describeWithEmulator('in Firestore,', () => {
  // The same promises are kept of every one of them in SQLite.
  for (const old of inFull(OLD_WORKBOOKS, OLD_WORKBOOKS.slice(-1)))
    describeUpgrade(old, () => openFirestoreStore({ projectId: `shnor-upgrades-${old.commit}` }));
});
