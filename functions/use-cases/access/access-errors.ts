import { UserFacingError } from '../../domain/user-facing-error.ts';

export class LastCoordinatorError extends UserFacingError {
  override readonly name = 'LastCoordinatorError';
  readonly code = 'last_coordinator';

  constructor(email: string) {
    super(
      `${email} — единственный методист этой книги: без него некому будет вести строки и отчёты. Ничего не изменено. ` +
        'Сначала дайте роль «методист» другому человеку.',
    );
  }
}

export class LastServiceError extends UserFacingError {
  override readonly name = 'LastServiceError';
  readonly code = 'last_service';

  constructor(email: string) {
    super(
      `${email} — единственная служебная запись этой книги: от её имени идут ежедневная проверка и письма, без неё они ` +
        'молча прекратятся. Ничего не изменено. Если запись меняется, сначала дайте роль «служебная запись» новой.',
    );
  }
}

export class MemberUnknownError extends UserFacingError {
  override readonly name = 'MemberUnknownError';
  readonly code = 'member_unknown';
  override readonly kind = 'missing';

  constructor(email: string) {
    super(
      `Адреса ${email} нет среди тех, у кого есть доступ к этой книге. Сверьте адрес со списком «Доступ…».`,
    );
  }
}

export class TooManyMembersError extends UserFacingError {
  override readonly name = 'TooManyMembersError';
  readonly code = 'too_many_members';

  constructor(limit: number) {
    super(
      `В этой книге уже ${limit} участников, больше система не хранит. Ничего не изменено. ` +
        'Закройте доступ тем, кто здесь больше не работает, и повторите.',
    );
  }
}
