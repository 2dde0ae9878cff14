import { changeAccess } from '../../../../functions/use-cases/access/change-access.ts';
import { formatMoment } from '../../../../functions/domain/dates/moment.ts';
import { GRANTABLE_ROLES, ROLE_TITLES, type Role } from '../../../../functions/domain/roles.ts';
import { readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { roleOf } from '../../../../functions/use-cases/stored/access/membership.ts';
import { ACCOUNTS_FILE, openAccounts } from '../../../accounts/accounts.ts';
import type { Accounts } from '../../../accounts/types.ts';
import type { DataFolder } from '../../../data-folder.ts';
import { BadArgumentError } from '../../../local-errors.ts';
import { USUAL_PAGE } from '../../../runtime.ts';
import { parseAddress, parseCount, parseEmail, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf, type CommandResult, type Workplace } from '../../run-command.ts';

const MAX_DAYS = 30;

export function addInvite(cli: Cli): Cli {
  return cli.command(
    'invite [почта]',
    'Пригласить человека на страницу этой установки: ссылка, по которой он один раз задаёт пароль',
    (yargs) =>
      yargs
        .positional('почта', { type: 'string', describe: 'Служебный адрес' })
        .option('role', { choices: GRANTABLE_ROLES, describe: 'Роль в книге; у участника — прежняя' })
        .option('days', { type: 'number', default: 3, describe: 'Сколько дней действует ссылка' })
        .option('url', {
          type: 'string',
          describe: 'Адрес страницы, если он не тот, что у запущенной программы',
        })
        .option('reset', { type: 'boolean', describe: 'Прежний пароль и все входы прекратить сейчас же' })
        .option('list', { type: 'boolean', describe: 'Показать учётные записи' })
        .option('remove', { type: 'string', describe: 'Убрать учётную запись: почта' })
        .conflicts('list', ['role', 'remove', 'reset']),
    (options) =>
      inWorkplace(options, async (workplace) => {
        const accounts = openAccounts({ file: workplace.folder.file(ACCOUNTS_FILE) });
        try {
          if (options.list) return await listAccounts(accounts);
          if (options.remove !== undefined) return await removeAccount(accounts, parseEmail(options.remove));
          const { role, days, url, reset } = options;
          const email = parseEmail(options.почта ?? '');
          return await invite(workplace, accounts, {
            email,
            role,
            days: parseCount(days, MAX_DAYS),
            url,
            reset,
          });
        } finally {
          await accounts.close();
        }
      }),
  );
}

interface Wish {
  readonly email: string;
  readonly role: Role | undefined;
  readonly days: number;
  readonly url: string | undefined;
  readonly reset: boolean | undefined;
}

async function invite(workplace: Workplace, accounts: Accounts, wish: Wish): Promise<CommandResult> {
  const { email, days, reset = false } = wish;
  const role = await makeMember(workplace, wish);
  const isFirst = !accounts.exist();
  const { token, expiresAt } = await accounts.invite({ email, days, endsPassword: reset });
  const link = `${pageOf(workplace.folder, wish.url)}account/invitation#${token}`;
  const until = formatMoment(expiresAt, await zoneOf(workplace));
  const lines = [
    `Приглашение для ${email} (${ROLE_TITLES[role]}), действует до ${until}, один раз:`,
    link,
    'Передайте ссылку лично или по защищённой почте: кто её откроет, тот и задаст пароль.',
    ...(reset ? ['Прежний пароль и все входы этого адреса прекращены.'] : []),
    ...(isFirst ? ['С этой минуты страница открывается только по паролю, и на этом компьютере тоже.'] : []),
  ];
  return { json: { email, role, link, expiresAt }, text: lines.join('\n') };
}

/** An account alone opens nothing: the workbook's members say who may what. */
async function makeMember({ folder, runtime }: Workplace, { email, role }: Wish): Promise<Role> {
  const workbookId = workbookIdOf(folder);
  const { head } = await readKnownHead(runtime.services.store, workbookId);
  const held = roleOf(head, email);
  const wanted = role ?? held;
  if (wanted === undefined) {
    throw new BadArgumentError(
      `${email} ещё не участник книги. Назовите роль: --role ${GRANTABLE_ROLES.join(' | ')}.`,
    );
  }
  if (wanted !== held)
    await changeAccess(runtime.services, { workbookId, by: runtime.operator, wish: { email, role: wanted } });
  return wanted;
}

async function zoneOf({ folder, runtime }: Workplace): Promise<string> {
  return (await readKnownHead(runtime.services.store, workbookIdOf(folder))).head.timeZone;
}

/** With a slash at its end. */
function pageOf(folder: DataFolder, url: string | undefined): string {
  const page = url === undefined ? (folder.findServer()?.pageUrl ?? USUAL_PAGE) : parseAddress(url);
  return `${new URL(page).origin}/`;
}

async function listAccounts(accounts: Accounts): Promise<CommandResult> {
  const found = await accounts.list();
  const rows = found.map(({ email, password, invitation }) => ({
    email,
    hasPassword: password !== null,
    invitedUntil: invitation?.expiresAt ?? null,
  }));
  const lines = rows.map(
    ({ email, hasPassword, invitedUntil }) =>
      `${email}: ${hasPassword ? 'пароль задан' : 'пароля ещё нет'}${invitedUntil ? `, приглашение до ${invitedUntil}` : ''}`,
  );
  const none = 'Учётных записей нет: страница открыта только на этом компьютере, без пароля.';
  return { json: { accounts: rows }, text: lines.length > 0 ? lines.join('\n') : none };
}

async function removeAccount(accounts: Accounts, email: string): Promise<CommandResult> {
  await accounts.remove(email);
  const text =
    `Учётная запись ${email} убрана, её входы прекращены. Роль в книге осталась: ` +
    `npm run -s shnor -- access --remove ${email}.`;
  return { json: { removed: email }, text };
}
