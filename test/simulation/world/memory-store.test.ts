import { describeStoreContract } from '../../functions/adapters/store-contract.ts';
import { createMemoryStore } from './memory-store.ts';

const store = createMemoryStore();

describeStoreContract('The store of the simulator', {
  open: () => store,
  modelRuns: 50,
  commitUnheard: (writes) => store.commit(writes),
});
