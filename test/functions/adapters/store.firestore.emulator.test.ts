import { openFirestoreStore } from '../../../functions/adapters/firestore/store.ts';
import { describeWithEmulator } from '../../support/describe-with-emulator.ts';
import { describeStoreContract } from './store-contract.ts';

describeWithEmulator('on the emulator', () => {
  const open = () => openFirestoreStore({ projectId: 'shnor-store-contract' });
  describeStoreContract('Firestore', { open, modelRuns: 15 });
});
