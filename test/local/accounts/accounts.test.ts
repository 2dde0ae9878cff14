import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openAccounts } from '../../../local/accounts/accounts.ts';
import type { Accounts } from '../../../local/accounts/types.ts';
import {
  InvitationRefusedError,
  PasswordUnfitError,
  SignInRefusedError,
} from '../../../local/accounts/errors.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const root = makeTempFolder();
const HOUR = 3_600_000;
const EMAIL = 'metodist@example.ru';
const PASSWORD = 'берёза-окно-семь-чай';
const FROM = '192.0.2.1';

let count = 0;
let now: number;
let file: string;
let accounts: Accounts;
const opened: Accounts[] = [];

beforeEach(() => {
  now = Date.parse('2026-11-23T06:00:00Z');
  file = join(root.path, `accounts${(count += 1)}.sqlite`);
  accounts = openAccounts({ file, now: () => now, cost: 1024 });
  opened.push(accounts);
});
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  root.remove();
});

async function inside(): Promise<string> {
  const { token } = await accounts.invite({ email: EMAIL, days: 3 });
  return (await accounts.accept(token, PASSWORD)).session;
}

describe('an invitation', () => {
  test('sets the password once', async () => {
    expect(accounts.exist()).toBe(false);
    const { token } = await accounts.invite({ email: EMAIL, days: 3 });
    expect([accounts.exist(), (await accounts.look(token)).email]).toEqual([true, EMAIL]);
    const { session } = await accounts.accept(token, PASSWORD);
    expect(await accounts.find(session)).toBe(EMAIL);
    await expect(accounts.accept(token, 'другой-пароль-совсем')).rejects.toThrow(InvitationRefusedError);
    await expect(accounts.look(token)).rejects.toThrow(InvitationRefusedError);
    const again = await accounts.signIn({ email: EMAIL, password: PASSWORD, address: FROM });
    expect(await accounts.find(again.session)).toBe(EMAIL);
  });

  test('taken up by two at once lets one in', async () => {
    const { token } = await accounts.invite({ email: EMAIL, days: 3 });
    const both = await Promise.allSettled([
      accounts.accept(token, PASSWORD),
      accounts.accept(token, PASSWORD),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('ends when its days are over, and when a newer one is made', async () => {
    const first = await accounts.invite({ email: EMAIL, days: 1 });
    const second = await accounts.invite({ email: EMAIL, days: 1 });
    await expect(accounts.accept(first.token, PASSWORD)).rejects.toThrow(InvitationRefusedError);
    now += 24 * HOUR;
    await expect(accounts.accept(second.token, PASSWORD)).rejects.toThrow(InvitationRefusedError);
  });

  test.each(['', '.', 'x', `${'0'.repeat(40)}.secret`, '../accounts', 'a'.repeat(5000)])(
    'that nobody wrote opens nothing: «%.50s»',
    async (token) => {
      await inside();
      await expect(accounts.look(token)).rejects.toThrow(InvitationRefusedError);
    },
  );

  test.each([
    ['short', 'короткий1'],
    ['one sign', 'ааааааааааааааа'],
    ['the address', `${EMAIL}1`],
    ['digits in a row', '1234567890'],
    ['endless', 'абвгд'.repeat(100)],
  ])('takes no password that is %s, and waits for another', async (_, password) => {
    const { token } = await accounts.invite({ email: EMAIL, days: 3 });
    await expect(accounts.accept(token, password)).rejects.toThrow(PasswordUnfitError);
    expect((await accounts.accept(token, PASSWORD)).email).toBe(EMAIL);
  });
});

describe('a session', () => {
  test('ends twelve hours after it was last seen, and after a week in any case', async () => {
    const session = await inside();
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      expect(await accounts.find(session)).toBe(EMAIL);
      now += 11 * HOUR;
    }
    now += 11 * HOUR;
    expect(await accounts.find(session)).toBeUndefined();
    const other = await accounts.signIn({ email: EMAIL, password: PASSWORD, address: FROM });
    now += 12 * HOUR;
    expect(await accounts.find(other.session)).toBeUndefined();
  });

  test('ends with the sign-out, also where it was copied', async () => {
    const session = await inside();
    await accounts.signOut(session);
    expect(await accounts.find(session)).toBeUndefined();
  });

  test('ends when the operator resets the password, which ends too', async () => {
    const session = await inside();
    await accounts.invite({ email: EMAIL, days: 3, endsPassword: true });
    expect(await accounts.find(session)).toBeUndefined();
    const old = accounts.signIn({ email: EMAIL, password: PASSWORD, address: FROM });
    await expect(old).rejects.toThrow(SignInRefusedError);
  });

  test('ends when another password is set', async () => {
    const session = await inside();
    const { token } = await accounts.invite({ email: EMAIL, days: 3 });
    expect(await accounts.find(session)).toBe(EMAIL);
    await accounts.accept(token, 'совсем-другой-пароль');
    expect(await accounts.find(session)).toBeUndefined();
  });

  test('ends with its account, and does not come back with an account of the same address', async () => {
    const session = await inside();
    await accounts.remove(EMAIL);
    expect(await accounts.find(session)).toBeUndefined();
    now += 1;
    const { token } = await accounts.invite({ email: EMAIL, days: 3 });
    await accounts.accept(token, PASSWORD);
    expect(await accounts.find(session)).toBeUndefined();
  });
});

test('whoever asks makes no file where nobody was ever invited', async () => {
  expect([await accounts.list(), await accounts.find('x'.repeat(43)), accounts.exist()]).toEqual([
    [],
    undefined,
    false,
  ]);
  expect(existsSync(file)).toBe(false);
});
