import { UserFacingError } from '../../functions/domain/user-facing-error.ts';

/** Of an address that nobody invited it says the same: nobody learns by it who has an account. */
export class SignInRefusedError extends UserFacingError {
  override readonly name = 'SignInRefusedError';
  readonly code = 'sign_in_refused';
  override readonly kind = 'unauthenticated';

  constructor() {
    super(
      'Адрес или пароль не подходят. Проверьте раскладку и повторите; новый пароль задают по приглашению ' +
        'от того, кто сопровождает программу.',
    );
  }
}

export class TooManyAttemptsError extends UserFacingError {
  override readonly name = 'TooManyAttemptsError';
  readonly code = 'too_many_attempts';
  override readonly kind = 'exhausted';

  constructor(waitMs: number) {
    const waitSeconds = Math.ceil(waitMs / 1000);
    const wait = waitSeconds < 90 ? `${waitSeconds} с` : `${Math.ceil(waitSeconds / 60)} мин`;
    super(`Слишком много неудачных попыток войти. Повторите через ${wait}.`);
  }
}

export class InvitationRefusedError extends UserFacingError {
  override readonly name = 'InvitationRefusedError';
  readonly code = 'invitation_refused';

  constructor() {
    super(
      'Приглашение не действует: оно уже использовано, заменено новым или истекло. ' +
        'Попросите новое у того, кто сопровождает программу.',
    );
  }
}

export class PasswordUnfitError extends UserFacingError {
  override readonly name = 'PasswordUnfitError';
  readonly code = 'password_unfit';

  constructor(why: string) {
    super(`Пароль не подходит: ${why}. Возьмите другой, например четыре-пять не связанных слов.`);
  }
}

export class AccountUnknownError extends UserFacingError {
  override readonly name = 'AccountUnknownError';
  readonly code = 'account_unknown';
  override readonly kind = 'missing';

  constructor(email: string) {
    super(`У адреса ${email} нет учётной записи. Кто приглашён: npm run -s shnor -- invite --list.`);
  }
}

export class SignInBusyError extends UserFacingError {
  override readonly name = 'SignInBusyError';
  readonly code = 'sign_in_busy';
  override readonly kind = 'exhausted';

  constructor() {
    super('Сейчас входят слишком многие сразу. Повторите через минуту.');
  }
}
