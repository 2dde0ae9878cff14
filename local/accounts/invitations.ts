import { StoreConflictError } from '../../functions/use-cases/ports/errors.ts';
import type { Accounts } from './types.ts';
import type { Desk, FoundAccount } from './desk.ts';
import { InvitationRefusedError } from './errors.ts';
import { assertFit, hashPassword } from './password.ts';
import { hashSecret, isSecret, makeSecret } from './secret.ts';
import { begin } from './sessions.ts';
import { accountId, accountKey, type Account } from './stored.ts';

const DAY_MS = 86_400_000;

/** How somebody gets a password: by a link, once. */
export function createInvitations(desk: Desk): Pick<Accounts, 'invite' | 'look' | 'accept'> {
  return {
    async invite({ email, days, endsPassword = false }) {
      const known = await desk.read(accountId(email));
      const secret = makeSecret();
      const expiresAt = new Date(desk.now() + days * DAY_MS).toISOString();
      // Sessions of an account that was removed must not fit one that takes its place.
      const { password = null, epoch = desk.now() } = known?.account ?? {};
      const data: Account = {
        email,
        password: endsPassword ? null : password,
        epoch: endsPassword ? epoch + 1 : epoch,
        invitation: { hash: hashSecret(secret), expiresAt },
        invitedAt: desk.instant(),
      };
      const ifVersion = known?.version ?? 'absent';
      await desk.store().commit([{ kind: 'put', key: accountKey(email), data, ifVersion }]);
      return { token: `${accountId(email)}.${secret}`, expiresAt };
    },
    async look(token) {
      const { account, expiresAt } = await invitedBy(desk, token);
      return { email: account.email, expiresAt };
    },
    async accept(token, password) {
      const { account, version } = await invitedBy(desk, token);
      assertFit(password, account.email);
      const hashed = await hashPassword(password, desk.cost);
      const next: Account = { ...account, password: hashed, invitation: null, epoch: account.epoch + 1 };
      await put(desk, next, version);
      return begin(desk, next);
    },
  };
}

async function invitedBy(desk: Desk, token: string): Promise<FoundAccount & { readonly expiresAt: string }> {
  const [id = '', secret = ''] = token.split('.');
  const found = /^[\da-f]{40}$/u.test(id) ? await desk.read(id) : undefined;
  const invitation = found?.account.invitation;
  const isGood =
    invitation && isSecret(secret, invitation.hash) && Date.parse(invitation.expiresAt) > desk.now();
  if (!found || !isGood) throw new InvitationRefusedError();
  return { ...found, expiresAt: invitation.expiresAt };
}

/** Two who take up one invitation at once: the second comes too late. */
async function put(desk: Desk, data: Account, ifVersion: string): Promise<void> {
  try {
    await desk.store().commit([{ kind: 'put', key: accountKey(data.email), data, ifVersion }]);
  } catch (error) {
    throw error instanceof StoreConflictError ? new InvitationRefusedError() : error;
  }
}
