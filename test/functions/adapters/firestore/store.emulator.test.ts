import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Firestore } from '@google-cloud/firestore';
import { openFirestoreStore } from '../../../../functions/adapters/firestore/store.ts';
import {
  StoreConflictError,
  StoreDamagedError,
  StoreUnavailableError,
} from '../../../../functions/use-cases/ports/errors.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { describeWithEmulator } from '../../../support/describe-with-emulator.ts';
import { connectedTo } from './connected-to.ts';
import { openAnswerLosingProxy, type AnswerLosingProxy } from './answer-losing-proxy.ts';

const projectId = 'shnor-firestore-store';

describeWithEmulator('the store in Firestore', (host) => {
  let store: Store;
  let proxy: AnswerLosingProxy;
  let behindProxy: Store;
  beforeAll(async () => {
    store = openFirestoreStore({ projectId });
    proxy = await openAnswerLosingProxy(host);
    behindProxy = openFirestoreStore({ projectId });
    await connectedTo(proxy.host, () => behindProxy.getMany(['workbooks/none']));
  });
  afterAll(async () => {
    await store.close();
    await behindProxy.close();
    await proxy.close();
  });

  test('a commit whose answer was lost is done once, and known to be done', async () => {
    proxy.loseAnswers(1);
    await behindProxy.commit([{ kind: 'put', key: 'workbooks/lost', data: { n: 1 }, ifVersion: 'absent' }]);
    const [created] = await store.getMany(['workbooks/lost']);
    expect(created?.data).toEqual({ n: 1 });

    proxy.loseAnswers(1);
    const ifVersion = created?.version ?? '';
    await behindProxy.commit([{ kind: 'put', key: 'workbooks/lost', data: { n: 2 }, ifVersion }]);
    expect((await store.getMany(['workbooks/lost']))[0]?.data).toEqual({ n: 2 });
    expect(proxy.lostAnswers).toBe(2);
  });

  test('a commit that loses to another writer is a conflict that keeps its cause', async () => {
    await store.commit([{ kind: 'put', key: 'workbooks/won', data: { n: 1 } }]);
    const commit = store.commit([{ kind: 'put', key: 'workbooks/won', data: { n: 2 }, ifVersion: 'absent' }]);
    await expect(commit).rejects.toMatchObject({
      constructor: StoreConflictError,
      cause: expect.objectContaining({ code: 6 }),
    });
  });

  test('a document of another program is reported, not read as ours', async () => {
    const database = new Firestore({ projectId });
    await database.doc('workbooks/foreign').set({ title: 'x' });
    await database.terminate();
    await expect(store.getMany(['workbooks/foreign'])).rejects.toThrow(StoreDamagedError);
  });

  test('where nothing answers, a commit ends within its time', async () => {
    const unreachable = openFirestoreStore({ projectId, commitWithinMs: 500 });
    const commit = connectedTo('127.0.0.1:1', () =>
      unreachable.commit([{ kind: 'delete', key: 'workbooks/a' }]),
    );
    await expect(commit).rejects.toThrow(StoreUnavailableError);
    await unreachable.close();
  });
});
