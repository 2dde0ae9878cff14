import { existsSync } from 'node:fs';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import { StoreConflictError } from '../../functions/use-cases/ports/errors.ts';
import type { Store, StoredDocument } from '../../functions/use-cases/ports/store.ts';
import { createAttempts } from './attempts.ts';
import { AccountUnknownError, InvitationRefusedError, SignInRefusedError } from './errors.ts';
import { assertFit, hashPassword, isPassword, USUAL_COST } from './password.ts';
import { hashSecret, isSecret, makeSecret } from './secret.ts';
import {
  ACCOUNTS,
  accountId,
  accountKey,
  accountSchema,
  holds,
  isDueToBeSeen,
  sessionSchema,
  SESSIONS,
  type Account,
} from './stored.ts';

export interface AccountsOptions {
  /** A file of their own: it is made with the first invitation. */
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Of the passwords' hashes; less in tests. */
  readonly cost?: number;
}

export interface Invited {
  /** What the link carries: whoever holds it sets the password. */
  readonly token: string;
  readonly expiresAt: string;
}

/** Somebody who is in, and the secret that their browser keeps. */
export interface Admitted {
  readonly email: string;
  readonly session: string;
}

/** Who may open the page of a folder, apart from what they may do there: that is said by the workbook's members. */
export interface Accounts {
  /** Whether anybody was ever invited: from then on the page opens to nobody unknown. */
  exist(): boolean;
  /** Earlier invitations of the address end. `endsPassword`: so do its password and its sessions, at once. */
  invite(wish: {
    readonly email: string;
    readonly days: number;
    readonly endsPassword?: boolean;
  }): Promise<Invited>;
  /** Whom the invitation is for. Throws `InvitationRefusedError`. */
  look(token: string): Promise<{ readonly email: string; readonly expiresAt: string }>;
  /** Once: sets the password, ends all sessions of the account and begins one. Throws also `PasswordUnfitError`. */
  accept(token: string, password: string): Promise<Admitted>;
  /** Always a new session. Throws `SignInRefusedError`, `TooManyAttemptsError`, `SignInBusyError`. */
  signIn(who: {
    readonly email: string;
    readonly password: string;
    readonly address: string;
  }): Promise<Admitted>;
  /** Whose session it is; undefined for one that is unknown, ended or too old. */
  find(session: string): Promise<string | undefined>;
  signOut(session: string): Promise<void>;
  list(): Promise<readonly Account[]>;
  /** The account goes, with its sessions. Throws `AccountUnknownError`. */
  remove(email: string): Promise<void>;
  close(): Promise<void>;
}

/** In the data folder. */
export const ACCOUNTS_FILE = 'accounts.sqlite';
const DAY_MS = 86_400_000;
/** As many accounts as a department has people, and the sessions of one sweep. */
const PAGE = 300;

export function openAccounts({ file, now = Date.now, cost = USUAL_COST }: AccountsOptions): Accounts {
  let opened: Store | undefined;
  const store = (): Store => (opened ??= openSqliteStore(file));
  const attempts = createAttempts();
  const instant = (): string => new Date(now()).toISOString();

  async function readAccount(key: string): Promise<{ account: Account; version: string } | undefined> {
    if (!existsSync(file)) return undefined;
    const [found] = await store().getMany([key]);
    return found && { account: accountSchema.parse(found.data), version: found.version };
  }

  async function invitedBy(token: string) {
    const [id = '', secret = ''] = token.split('.');
    const found = /^[\da-f]{40}$/u.test(id) ? await readAccount(`${ACCOUNTS}/${id}`) : undefined;
    const invitation = found?.account.invitation;
    const isGood =
      invitation && isSecret(secret, invitation.hash) && Date.parse(invitation.expiresAt) > now();
    if (!found || !isGood) throw new InvitationRefusedError();
    return { ...found, expiresAt: invitation.expiresAt };
  }

  /** Never a secret that a browser brought: whoever slipped one in would be in with it (session fixation). */
  async function begin({ email, epoch }: Account): Promise<Admitted> {
    const session = makeSecret();
    const data = { email, epoch, startedAt: instant(), seenAt: instant() };
    await store().commit([
      { kind: 'put', key: `${SESSIONS}/${hashSecret(session)}`, data, ifVersion: 'absent' },
    ]);
    await sweep(store(), now());
    return { email, session };
  }

  return {
    exist: () => existsSync(file),
    async invite({ email, days, endsPassword = false }) {
      const known = existsSync(file) ? await readAccount(accountKey(email)) : undefined;
      const secret = makeSecret();
      const expiresAt = new Date(now() + days * DAY_MS).toISOString();
      // Sessions of an account that was removed must not fit one that takes its place.
      const { password = null, epoch = now() } = known?.account ?? {};
      const data = {
        email,
        password: endsPassword ? null : password,
        epoch: endsPassword ? epoch + 1 : epoch,
        invitation: { hash: hashSecret(secret), expiresAt },
        invitedAt: instant(),
      };
      await store().commit([
        { kind: 'put', key: accountKey(email), data, ifVersion: known?.version ?? 'absent' },
      ]);
      return { token: `${accountId(email)}.${secret}`, expiresAt };
    },
    async look(token) {
      const { account, expiresAt } = await invitedBy(token);
      return { email: account.email, expiresAt };
    },
    async accept(token, password) {
      const { account, version } = await invitedBy(token);
      assertFit(password, account.email);
      const hashed = await hashPassword(password, cost);
      const next: Account = { ...account, password: hashed, invitation: null, epoch: account.epoch + 1 };
      await fenced(() =>
        store().commit([{ kind: 'put', key: accountKey(account.email), data: next, ifVersion: version }]),
      );
      return begin(next);
    },
    async signIn({ email, password, address }) {
      attempts.take({ email, address, now: now() });
      const found = await readAccount(accountKey(email));
      const stored = found?.account.password ?? undefined;
      const isIt = await isPassword(password, stored, cost);
      if (!found || !isIt) throw new SignInRefusedError();
      attempts.forgive({ email, address });
      return begin(found.account);
    },
    async find(session) {
      if (!existsSync(file)) return undefined;
      const key = `${SESSIONS}/${hashSecret(session)}`;
      const [document] = await store().getMany([key]);
      if (!document) return undefined;
      const found = sessionSchema.parse(document.data);
      const known = await readAccount(accountKey(found.email));
      if (known?.account.epoch !== found.epoch || !holds(found, now())) return undefined;
      if (isDueToBeSeen(found, now())) await markSeen(store(), document, instant());
      return found.email;
    },
    async signOut(session) {
      if (existsSync(file))
        await store().commit([{ kind: 'delete', key: `${SESSIONS}/${hashSecret(session)}` }]);
    },
    async list() {
      if (!existsSync(file)) return [];
      const documents = await store().scan(ACCOUNTS, { limit: PAGE });
      return documents
        .map(({ data }) => accountSchema.parse(data))
        .toSorted((a, b) => (a.email < b.email ? -1 : 1));
    },
    async remove(email) {
      const known = await readAccount(accountKey(email));
      if (!known) throw new AccountUnknownError(email);
      // A session without its account holds no more.
      await store().commit([{ kind: 'delete', key: accountKey(email) }]);
    },
    close: async () => opened?.close(),
  };
}

/** Two who take up one invitation at once: the second comes too late. */
async function fenced(commit: () => Promise<void>): Promise<void> {
  try {
    await commit();
  } catch (error) {
    throw error instanceof StoreConflictError ? new InvitationRefusedError() : error;
  }
}

/** Another request may have ended the session meanwhile: then it stays ended. */
async function markSeen(store: Store, { key, version, data }: StoredDocument, seenAt: string): Promise<void> {
  try {
    await store.commit([{ kind: 'put', key, data: { ...data, seenAt }, ifVersion: version }]);
  } catch (error) {
    if (!(error instanceof StoreConflictError)) throw error;
  }
}

/** Sessions that hold no more go; the file stays small. */
async function sweep(store: Store, now: number): Promise<void> {
  const sessions = await store.scan(SESSIONS, { limit: PAGE });
  const over = sessions.filter(({ data }) => !holds(sessionSchema.parse(data), now));
  await store.commit(over.map(({ key }) => ({ kind: 'delete', key })));
}
