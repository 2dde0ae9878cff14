import { UserFacingError } from './errors.ts';
import type { Head } from './stored-documents.ts';

export class AccessDeniedError extends UserFacingError {
  override readonly name = 'AccessDeniedError';
  readonly code = 'access_denied';

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

  constructor(email: string) {
    super(
      `Адресу ${email} книга открыта для просмотра. Восстанавливает строки методист: попросите его ` +
        'или того, кто подключал книгу, дать роль municipal_coordinator.',
    );
  }
}

/** Addresses are kept in lower case, as the security rules compare them. Nobody unknown gets in (promise 10). Throws `AccessDeniedError`. */
export function assertMember({ members }: Head, email: string): void {
  if (!Object.hasOwn(members, email.toLowerCase())) throw new AccessDeniedError(email);
}

/** The head reads, the coordinator and the functions' own accounts act. Throws also `ReadOnlyRoleError`. */
export function assertMayRestore(head: Head, email: string): void {
  assertMember(head, email);
  if (head.members[email.toLowerCase()] === 'head') throw new ReadOnlyRoleError(email);
}
