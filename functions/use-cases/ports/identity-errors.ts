import { UserFacingError } from '../../domain/user-facing-error.ts';

const REASONS = {
  absent: 'запрос пришёл без удостоверения',
  not_accepted: 'удостоверение просрочено или выдано не для этой программы',
  email_unverified: 'адрес электронной почты этой учётной записи не подтверждён',
} as const;

/** The caller is not known to us: nothing may be read or written for them. */
export class IdentityRefusedError extends UserFacingError {
  override readonly name = 'IdentityRefusedError';
  readonly code = 'unauthenticated';
  override readonly kind = 'unauthenticated';

  constructor(reason: keyof typeof REASONS, options?: ErrorOptions) {
    super(
      `Вход не выполнен: ${REASONS[reason]}. Обновите страницу таблицы и повторите команду; ` +
        'если не поможет, обратитесь к тому, кто сопровождает программу.',
      options,
    );
  }
}

/** A good token that was given to another program: a copy of the add-on that nobody has let in yet. */
export class AudienceUnknownError extends UserFacingError {
  override readonly name = 'AudienceUnknownError';
  readonly code = 'unauthenticated';
  override readonly kind = 'unauthenticated';

  constructor(clientId: string) {
    super(
      `Эта копия дополнения ещё не впущена; её код: ${clientId}. Передайте его тому, кто сопровождает программу: ` +
        `он повторит npm run deploy с ключом --audience ${clientId}.`,
    );
  }
}

/** The caller may well be known, but the issuer's certificates cannot be had: no answer either way. */
export class IdentityUnavailableError extends UserFacingError {
  override readonly name = 'IdentityUnavailableError';
  readonly code = 'identity_unavailable';
  override readonly kind = 'unavailable';

  constructor(address: string, options?: ErrorOptions) {
    super(
      `Сейчас нельзя проверить, кто вызывает программу: служба удостоверений ${address} не отвечает. ` +
        'Данные не тронуты. Повторите команду через несколько минут.',
      options,
    );
  }
}
