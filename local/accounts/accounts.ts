import { openDesk } from './desk.ts';
import { AccountUnknownError } from './errors.ts';
import { createInvitations } from './invitations.ts';
import { USUAL_COST } from './password.ts';
import { createSessions } from './sessions.ts';
import { ACCOUNTS, accountId, accountKey, accountSchema } from './stored.ts';
import type { Accounts } from './types.ts';

export interface AccountsOptions {
  /** A file of their own: it is made with the first invitation. */
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Of the passwords' hashes; less in tests. */
  readonly cost?: number;
}

/** In the data folder. */
export const ACCOUNTS_FILE = 'accounts.sqlite';
/** More accounts than a department has people. */
const MOST = 1_000;

export function openAccounts({ file, now = Date.now, cost = USUAL_COST }: AccountsOptions): Accounts {
  const desk = openDesk({ file, now, cost });
  return {
    exist: () => desk.exist(),
    ...createInvitations(desk),
    ...createSessions(desk),
    async list() {
      if (!desk.exist()) return [];
      const documents = await desk.store().scan(ACCOUNTS, { limit: MOST });
      return documents
        .map(({ data }) => accountSchema.parse(data))
        .toSorted((a, b) => (a.email < b.email ? -1 : 1));
    },
    async remove(email) {
      if (!(await desk.read(accountId(email)))) throw new AccountUnknownError(email);
      // A session without its account holds no more.
      await desk.store().commit([{ kind: 'delete', key: accountKey(email) }]);
    },
    close: () => desk.close(),
  };
}
