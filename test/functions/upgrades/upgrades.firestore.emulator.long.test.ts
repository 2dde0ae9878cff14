import { openFirestoreStore } from '../../../functions/adapters/firestore/store.ts';
import { describeWithEmulator } from '../../support/describe-with-emulator.ts';
import { describeUpgrade } from './describe-upgrade.ts';
import { OLD_WORKBOOKS } from './old-workbooks.ts';

describeWithEmulator('in Firestore,', () => {
  for (const old of OLD_WORKBOOKS)
    describeUpgrade(old, () => openFirestoreStore({ projectId: `shnor-upgrades-${old.commit}` }));
});
