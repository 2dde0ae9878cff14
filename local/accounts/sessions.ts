import { StoreConflictError } from '../../functions/use-cases/ports/errors.ts';
import type { StoredDocument } from '../../functions/use-cases/ports/store.ts';
import type { Accounts, Admitted } from './types.ts';
import { createAttempts } from './attempts.ts';
import type { Desk } from './desk.ts';
import { SignInRefusedError } from './errors.ts';
import { isPassword } from './password.ts';
import { hashSecret, makeSecret } from './secret.ts';
import { accountId, holds, isDueToBeSeen, sessionSchema, SESSIONS, type Account } from './stored.ts';

/** How somebody with a password comes in, and goes. */
export function createSessions(desk: Desk): Pick<Accounts, 'signIn' | 'find' | 'signOut'> {
  const attempts = createAttempts();
  return {
    async signIn({ email, password, address }) {
      attempts.take({ email, address, now: desk.now() });
      const found = await desk.read(accountId(email));
      const isIt = await isPassword(password, found?.account.password ?? undefined, desk.cost);
      if (!found || !isIt) throw new SignInRefusedError();
      attempts.forgive({ email, address });
      return begin(desk, found.account);
    },
    async find(session) {
      const [document] = desk.exist() ? await desk.store().getMany([keyOf(session)]) : [];
      if (!document) return undefined;
      const found = sessionSchema.parse(document.data);
      const known = await desk.read(accountId(found.email));
      if (known?.account.epoch !== found.epoch || !holds(found, desk.now())) return undefined;
      if (isDueToBeSeen(found, desk.now())) await markSeen(desk, document);
      return found.email;
    },
    async signOut(session) {
      if (desk.exist()) await desk.store().commit([{ kind: 'delete', key: keyOf(session) }]);
    },
  };
}

/** Never a secret that a browser brought: whoever slipped one in would be in with it (session fixation). */
export async function begin(desk: Desk, { email, epoch }: Account): Promise<Admitted> {
  const session = makeSecret();
  const data = { email, epoch, startedAt: desk.instant(), seenAt: desk.instant() };
  await desk.store().commit([{ kind: 'put', key: keyOf(session), data, ifVersion: 'absent' }]);
  await sweep(desk);
  return { email, session };
}

function keyOf(session: string): string {
  return `${SESSIONS}/${hashSecret(session)}`;
}

/** Another request may have ended the session meanwhile: then it stays ended. */
async function markSeen(desk: Desk, { key, version, data }: StoredDocument): Promise<void> {
  try {
    const seen = { ...data, seenAt: desk.instant() };
    await desk.store().commit([{ kind: 'put', key, data: seen, ifVersion: version }]);
  } catch (error) {
    if (!(error instanceof StoreConflictError)) throw error;
  }
}

/** More than a department has open at once. */
const SWEPT = 300;

/** Sessions that hold no more go; the file stays small. */
async function sweep(desk: Desk): Promise<void> {
  const sessions = await desk.store().scan(SESSIONS, { limit: SWEPT });
  const over = sessions.filter(({ data }) => !holds(sessionSchema.parse(data), desk.now()));
  await desk.store().commit(over.map(({ key }) => ({ kind: 'delete', key })));
}
