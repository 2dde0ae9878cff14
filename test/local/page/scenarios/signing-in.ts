import { join } from 'node:path';
import { expect } from '@jest/globals';
import { ACCOUNTS_FILE, openAccounts } from '../../../../local/accounts/accounts.ts';
import { openWindow } from '../support/window.ts';
import type { Scenarios } from './scenario.ts';

const EMAIL = 'head@shnor.local';
const PASSWORD = 'берёза-окно-семь-чай';

export function describeSigningIn({ more }: Scenarios): void {
  more(
    'by the link of an invitation, typing, out, and in again by the password',
    async ({ context, program }) => {
      const accounts = openAccounts({ file: join(program.data, ACCOUNTS_FILE), cost: 1024 });
      const { token } = await accounts.invite({ email: EMAIL, days: 3 });
      await accounts.close();
      const page = await context.newPage();
      await page.goto(`${program.url}account/invitation#${token}`);
      await page.getByText(`Для ${EMAIL}. Действует до`).waitFor();
      await page.getByLabel('Придумайте пароль').fill(PASSWORD);
      await page.getByLabel('Ещё раз').fill('другой');
      await page.getByRole('button', { name: 'Сохранить и войти' }).click();
      await page.getByText('Пароли не совпали').waitFor();
      await page.getByLabel('Ещё раз').fill(PASSWORD);
      await page.getByRole('button', { name: 'Сохранить и войти' }).click();
      await page.locator('body[data-ready]').waitFor();
      await page.close();

      const window = await openWindow(context, program.url);
      await window.type('Школы', 'H2', 'Набрано вошедшим');
      await window.saved();
      await window.page.getByText(`${EMAIL} · Начальник`).waitFor();
      await window.page.getByRole('button', { name: 'Выйти' }).click();
      await window.page.waitForURL(/\/account\/sign-in/u);

      await window.page.goto(`${program.url}m`);
      await window.page.getByLabel('Адрес электронной почты').fill(EMAIL);
      await window.page.getByLabel('Пароль').fill('неверный-пароль');
      await window.page.getByRole('button', { name: 'Войти' }).click();
      await window.page.getByText('Адрес или пароль не подходят').waitFor();
      await window.page.getByLabel('Пароль').fill(PASSWORD);
      await window.page.getByRole('button', { name: 'Войти' }).click();
      await window.page.waitForURL(`${program.url}m`);
      expect(await window.page.getByRole('link', { name: 'Обзор' }).count()).toBe(1);
      await window.close();
    },
  );
}
