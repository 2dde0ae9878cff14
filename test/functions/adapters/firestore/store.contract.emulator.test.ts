import { afterAll, beforeAll, expect } from '@jest/globals';
import { openFirestoreStore } from '../../../../functions/adapters/firestore/store.ts';
import { StoreUnavailableError } from '../../../../functions/use-cases/ports/errors.ts';
import type { StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import { describeWithEmulator } from '../../../support/describe-with-emulator.ts';
import { inFull } from '../../../support/long.ts';
import { openAnswerLosingProxy, type AnswerLosingProxy } from './answer-losing-proxy.ts';
import { connectedTo } from './connected-to.ts';
import type { CommitUnheard } from '../store-contract/lost-answers.ts';
import { describeStoreContract } from '../store-contract.ts';

const projectId = 'shnor-store-contract';
/** Too short for many repetitions. */
const FIRST_PATIENCE_MS = 250;

describeWithEmulator('on the emulator', (host) => {
  let proxy: AnswerLosingProxy;
  beforeAll(async () => {
    proxy = await openAnswerLosingProxy(host);
  });
  afterAll(() => proxy.close());

  /**
   * Through a proxy that cuts every answer off until the client gives up. On a slow machine one may give up before the
   * server has answered at all: the next one has twice the patience.
   */
  const commitUnheard: CommitUnheard = async (writes) => {
    const before = proxy.lostAnswers;
    for (let withinMs = FIRST_PATIENCE_MS; proxy.lostAnswers === before; withinMs *= 2)
      await giveUpCommit(writes, withinMs);
  };

  async function giveUpCommit(writes: readonly StoreWrite[], commitWithinMs: number): Promise<void> {
    const behindProxy = openFirestoreStore({ projectId, commitWithinMs });
    await connectedTo(proxy.host, () => behindProxy.getMany(['workbooks/none']));
    proxy.loseAnswers(Infinity);
    await expect(behindProxy.commit(writes)).rejects.toThrow(StoreUnavailableError);
    proxy.loseAnswers(0);
    await behindProxy.close();
  }

  const open = () => openFirestoreStore({ projectId });
  describeStoreContract('Firestore', { open, modelRuns: inFull(15, 5), commitUnheard });
});
