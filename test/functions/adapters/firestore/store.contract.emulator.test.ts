import { afterAll, beforeAll, expect } from '@jest/globals';
import { openFirestoreStore } from '../../../../functions/adapters/firestore/store.ts';
import { StoreUnavailableError } from '../../../../functions/use-cases/ports/errors.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { describeWithEmulator } from '../../../support/describe-with-emulator.ts';
import { inFull } from '../../../support/long.ts';
import { openAnswerLosingProxy, type AnswerLosingProxy } from './answer-losing-proxy.ts';
import { connectedTo } from './connected-to.ts';
import type { CommitUnheard } from '../store-contract/lost-answers.ts';
import { describeStoreContract } from '../store-contract.ts';

const projectId = 'shnor-store-contract';
/** Long enough for a commit to arrive, too short for many repetitions. */
const COMMIT_WITHIN_MS = 700;

describeWithEmulator('on the emulator', (host) => {
  let proxy: AnswerLosingProxy;
  let behindProxy: Store;
  beforeAll(async () => {
    proxy = await openAnswerLosingProxy(host);
    behindProxy = openFirestoreStore({ projectId, commitWithinMs: COMMIT_WITHIN_MS });
    await connectedTo(proxy.host, () => behindProxy.getMany(['workbooks/none']));
  });
  afterAll(async () => {
    await behindProxy.close();
    await proxy.close();
  });

  /** Through a proxy that cuts every answer off until the client gives up. */
  const commitUnheard: CommitUnheard = async (writes) => {
    proxy.loseAnswers(Infinity);
    await expect(behindProxy.commit(writes)).rejects.toThrow(StoreUnavailableError);
    proxy.loseAnswers(0);
  };

  const open = () => openFirestoreStore({ projectId });
  describeStoreContract('Firestore', { open, modelRuns: inFull(15, 5), commitUnheard });
});
