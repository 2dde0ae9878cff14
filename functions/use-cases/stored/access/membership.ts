import { actionOf, mayDo, type ActionName } from '../../../contract/actions.ts';
import { ROLE_TITLES, type Role } from '../../../domain/roles.ts';
import { UserFacingError } from '../../../domain/user-facing-error.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { readHead, type Head, type StoredHead } from '../head/head.ts';

/** Of a workbook that is not connected it says the same: nobody learns by it which workbooks there are. */
export class AccessDeniedError extends UserFacingError {
  override readonly name = 'AccessDeniedError';
  readonly code = 'access_denied';
  override readonly kind = 'denied';

  constructor(email: string) {
    super(
      `У адреса ${email} нет доступа к этой книге, или она не подключена к системе. Доступ открывает методист: ` +
        'меню «ШНОР» → «Доступ…». Новую книгу подключает тот, кто сопровождает программу: команда provision.',
    );
  }
}

export class ReadOnlyRoleError extends UserFacingError {
  override readonly name = 'ReadOnlyRoleError';
  readonly code = 'read_only_role';
  override readonly kind = 'denied';

  constructor({ email, role }: { readonly email: string; readonly role: Role }, name: ActionName) {
    const { deed, roles } = actionOf(name);
    super(
      `Роль «${ROLE_TITLES[role]}» (адрес ${email}) не даёт ${deed}. Это могут: ${listRoles(roles)}. ` +
        `Роль меняют в меню «ШНОР» → «Доступ…»: ${listRoles(actionOf('access.grant').roles)}.`,
    );
  }
}

function listRoles(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_TITLES[role]).join(', ');
}

/** Addresses are kept in lower case, as the security rules compare them. */
export function roleOf({ members }: Pick<Head, 'members'>, email: string): Role | undefined {
  const member = email.toLowerCase();
  return Object.hasOwn(members, member) ? members[member] : undefined;
}

/** Nobody unknown gets in (promise 10). Throws `AccessDeniedError`, `ReadOnlyRoleError`. */
export function assertMayAct(head: Head, email: string, name: ActionName): void {
  const role = roleOf(head, email);
  if (role === undefined) throw new AccessDeniedError(email);
  if (!mayDo(role, name)) throw new ReadOnlyRoleError({ email, role }, name);
}

/** One store read. Throws `AccessDeniedError`, for a workbook that is not known too; `ReadOnlyRoleError`. */
export async function readMemberHead(
  { store }: Pick<Dependencies, 'store'>,
  { workbookId, by }: { readonly workbookId: string; readonly by: string },
  name: ActionName,
): Promise<StoredHead> {
  const stored = await readHead(store, workbookId);
  if (!stored) throw new AccessDeniedError(by);
  assertMayAct(stored.head, by, name);
  return stored;
}
