import { UserFacingError } from '../../domain/user-facing-error.ts';

/** A letter as it goes out. */
export interface Letter {
  /** Without brackets; the same for every try of the same letter, so that whoever gets two folds them into one. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The instant that it bears, ISO 8601. */
  readonly date: string;
  /** Where one says that one wants no more: an address of the web. */
  readonly unsubscribeUrl: string;
}

export interface Mail {
  /**
   * Hands the letter over for good: the server has said that it takes it. Throws `MailRefusedError` where it will
   * never take it for this address, and `MailUnavailableError` where it may another time.
   */
  send(letter: Letter): Promise<void>;
  /** The workbook's page in the web, for links to its rows: `#gid=…&range=…` follows. */
  urlOf(workbookId: string): string;
}

/** The address, or the letter, is not wanted there: SMTP 5xx for it. */
export class MailRefusedError extends UserFacingError {
  override readonly name = 'MailRefusedError';
  readonly code = 'mail_refused';
  /** What the server has said, shortened. */
  readonly answer: string;

  constructor(answer: string, options?: ErrorOptions) {
    super(
      `Почтовый сервер не принимает письмо на этот адрес: ${answer}. Проверьте адрес на листе «Ответственные».`,
      options,
    );
    this.answer = answer;
  }
}

/** The server does not answer, is busy, or does not let us in: nothing that the address could help. */
export class MailUnavailableError extends UserFacingError {
  override readonly name = 'MailUnavailableError';
  readonly code = 'mail_unavailable';
  override readonly kind = 'unavailable';
  readonly answer: string;
  /** The connection broke after the text had gone out: the letter may have been taken, and nobody can be asked. */
  readonly mayBeSent: boolean;

  constructor(answer: string, { mayBeSent, ...options }: ErrorOptions & { readonly mayBeSent: boolean }) {
    super(
      `Почта недоступна: ${answer}. Письма сохранены и уйдут позже; если так и дальше — покажите это сообщение ` +
        'тому, кто сопровождает систему.',
      options,
    );
    this.answer = answer;
    this.mayBeSent = mayBeSent;
  }
}
