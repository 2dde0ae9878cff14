import { afterAll, beforeAll, describe, test } from '@jest/globals';
import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  setDoc,
  setLogLevel,
  updateDoc,
  type Firestore,
} from 'firebase/firestore';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFirestoreStore } from '../functions/adapters/firestore/store.ts';
import { describeWithEmulator } from './support/describe-with-emulator.ts';

const projectId = 'shnor-rules';
const MEMBER = 'metodist.otdel@example.org';
const OWNER = 'head@example.org';
const PATHS = [
  'workbooks/ours',
  'workbooks/ours/rows/r1',
  'workbooks/ours/history/h1',
  'workbooks/ours/reports/1',
  'workbooks/ours/runs/2021-09-01',
];

describeWithEmulator('the rules of Firestore', (host) => {
  let environment: RulesTestEnvironment;
  beforeAll(async () => {
    // Refused calls are what is tested: the client would print each.
    setLogLevel('silent');
    const [name = '', port = ''] = host.split(':');
    const rules = readFileSync(join(import.meta.dirname, '..', 'firestore.rules'), 'utf8');
    environment = await initializeTestEnvironment({
      projectId,
      firestore: { rules, host: name, port: Number(port) },
    });
    await fillStore();
  });
  afterAll(() => environment.cleanup());

  const signedIn = (email: string, verified = true): Firestore =>
    environment
      .authenticatedContext(email, { email, email_verified: verified })
      .firestore() as unknown as Firestore;

  describe('a member', () => {
    test.each(PATHS)('reads %s', async (path) => {
      await assertSucceeds(getDoc(doc(signedIn(MEMBER), path)));
    });

    test('lists the rows of the workbook', async () => {
      await assertSucceeds(getDocs(collection(signedIn(MEMBER), 'workbooks/ours/rows')));
    });

    test('is known whatever case the address of the account has', async () => {
      await assertSucceeds(getDoc(doc(signedIn('Metodist.Otdel@Example.org'), PATHS[0] ?? '')));
    });

    test('cannot list all workbooks', async () => {
      await assertFails(getDocs(collection(signedIn(MEMBER), 'workbooks')));
    });

    test('reads nothing of a workbook that does not exist', async () => {
      await assertFails(getDoc(doc(signedIn(MEMBER), 'workbooks/none')));
    });

    test('reads nothing outside the workbooks', async () => {
      await assertFails(getDoc(doc(signedIn(MEMBER), 'other/document')));
    });
  });

  describe.each<[string, () => Firestore]>([
    ['a stranger', () => signedIn('stranger@example.org')],
    ['a member of another workbook', () => signedIn('neighbour@example.org')],
    ['a member whose address is not verified', () => signedIn(MEMBER, false)],
    ['one whose address is the beginning of a member’s', () => signedIn('metodist')],
    ['an anonymous visitor', () => environment.unauthenticatedContext().firestore() as unknown as Firestore],
    [
      'an account without address',
      () => environment.authenticatedContext('x').firestore() as unknown as Firestore,
    ],
  ])('%s', (_, open) => {
    test.each(PATHS)('does not read %s', async (path) => {
      await assertFails(getDoc(doc(open(), path)));
    });

    test('does not list the rows', async () => {
      await assertFails(getDocs(collection(open(), 'workbooks/ours/rows')));
    });
  });

  describe.each([MEMBER, OWNER])('%s, member or owner,', (email) => {
    test.each([...PATHS, 'workbooks/new', 'workbooks/ours/rows/new'])('does not write %s', async (path) => {
      const document = doc(signedIn(email), path);
      await assertFails(setDoc(document, { body: { members: { [email]: 'owner' } } }));
      await assertFails(updateDoc(document, { commit: 'x' }));
      await assertFails(deleteDoc(document));
    });
  });
});

/** As the functions write it: what the rules read is what the adapter has stored. */
async function fillStore(): Promise<void> {
  const store = openFirestoreStore({ projectId });
  const members = { [MEMBER]: 'member', [OWNER]: 'owner' };
  await store.commit([
    ...PATHS.map((key) => ({ kind: 'put' as const, key, data: { n: 1 } })).slice(1),
    { kind: 'put', key: 'workbooks/ours', data: { members } },
    { kind: 'put', key: 'workbooks/theirs', data: { members: { 'neighbour@example.org': 'owner' } } },
  ]);
  await store.close();
}
