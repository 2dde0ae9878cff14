import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Head, ROLES } from './head.ts';

type Role = (typeof ROLES)[number];

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

/** What only some roles may do, and how a refusal says so. Looking and reports are everybody's. */
const ACTIONS = {
  restore: { roles: ['municipal_coordinator', 'service'], deed: 'Восстанавливает строки' },
  expand: { roles: ['municipal_coordinator', 'service'], deed: 'Строки плана добавляет' },
  confirm_deletions: { roles: ['municipal_coordinator', 'service'], deed: 'Удаление строк подтверждает' },
  import: { roles: ['municipal_coordinator', 'service'], deed: 'Мероприятия в «Регламент» дописывает' },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly deed: string }>;

export type Action = keyof typeof ACTIONS;

export class ReadOnlyRoleError extends UserFacingError {
  override readonly name = 'ReadOnlyRoleError';
  readonly code = 'read_only_role';

  constructor(email: string, action: Action) {
    super(
      `Адресу ${email} книга открыта для просмотра. ${ACTIONS[action].deed} методист: попросите его ` +
        'или того, кто подключал книгу, дать роль municipal_coordinator.',
    );
  }
}

/** Addresses are kept in lower case, as the security rules compare them. Nobody unknown gets in (promise 10). Throws `AccessDeniedError`. */
export function assertMember({ members }: Head, email: string): void {
  if (!Object.hasOwn(members, email.toLowerCase())) throw new AccessDeniedError(email);
}

/**
 * The head reads and answers for reports; the coordinator and the functions' own accounts change rows. Throws
 * `AccessDeniedError`, `ReadOnlyRoleError`.
 */
export function assertMayAct(head: Head, email: string, action: Action): void {
  assertMember(head, email);
  const role = head.members[email.toLowerCase()];
  if (!ACTIONS[action].roles.some((each) => each === role)) throw new ReadOnlyRoleError(email, action);
}
