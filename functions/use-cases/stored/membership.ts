import { FUNCTIONS, type RestrictedName } from '../../contract/functions.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readKnownHead, type Head, type StoredHead } from './head.ts';

export class AccessDeniedError extends UserFacingError {
  override readonly name = 'AccessDeniedError';
  readonly code = 'access_denied';
  override readonly kind = 'denied';

  constructor(email: string) {
    super(
      `У адреса ${email} нет доступа к этой книге. Попросите того, кто её подключал, добавить вас: ` +
        `provision --member ${email}=municipal_coordinator.`,
    );
  }
}

export class ReadOnlyRoleError extends UserFacingError {
  override readonly name = 'ReadOnlyRoleError';
  readonly code = 'read_only_role';
  override readonly kind = 'denied';

  constructor(email: string, name: RestrictedName) {
    super(
      `Адресу ${email} книга открыта для просмотра. ${FUNCTIONS[name].action.deed} методист: попросите его ` +
        'или того, кто подключал книгу, дать роль municipal_coordinator.',
    );
  }
}

/** Addresses are kept in lower case, as the security rules compare them. Nobody unknown gets in (promise 10). Throws `AccessDeniedError`. */
export function assertMember({ members }: Head, email: string): void {
  if (!Object.hasOwn(members, email.toLowerCase())) throw new AccessDeniedError(email);
}

/** Whether the member may do what the function does after a yes. Throws `AccessDeniedError`, `ReadOnlyRoleError`. */
export function assertMayAct(head: Head, email: string, name: RestrictedName): void {
  assertMember(head, email);
  const role = head.members[email.toLowerCase()];
  if (!FUNCTIONS[name].action.roles.some((each) => each === role)) throw new ReadOnlyRoleError(email, name);
}

/** Throws `WorkbookUnknownError`, `AccessDeniedError`. */
export async function readMemberHead(
  { store }: Dependencies,
  { workbookId, by }: { readonly workbookId: string; readonly by: string },
): Promise<StoredHead> {
  const stored = await readKnownHead(store, workbookId);
  assertMember(stored.head, by);
  return stored;
}
