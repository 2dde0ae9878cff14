import { MailRefusedError, MailUnavailableError } from '../../use-cases/ports/mail.ts';

/** What nodemailer tells of a failure. */
interface SmtpFailure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const MAX_ANSWER = 200;

/** Commands of which a refusal concerns the letter or its address; at any other the server does not want us. */
const OF_THE_LETTER = new Set(['RCPT TO', 'DATA']);

/**
 * 5xx for the letter or its address is for good, all else may pass: 4xx, no connection, no answer, a wrong password.
 * Where the connection broke after the whole text had gone out (`isTextOut`) nobody knows whether the server has taken
 * it; before, it has not.
 */
export function translateMailFailure(thrown: unknown, isTextOut: boolean): Error {
  if (!(thrown instanceof Error)) return new TypeError('not an error was thrown', { cause: thrown });
  const failure = thrown as SmtpFailure;
  const { responseCode = 0, command = '' } = failure;
  const answer = describe(failure);
  const options = { cause: thrown };
  if (responseCode >= 500 && OF_THE_LETTER.has(command)) return new MailRefusedError(answer, options);
  const mayBeSent = isTextOut && responseCode === 0;
  return new MailUnavailableError(answer, { ...options, mayBeSent });
}

const WORDS: Readonly<Record<string, string>> = {
  EAUTH: 'сервер не принял имя или пароль',
  ECONNECTION: 'нет соединения с сервером',
  ESOCKET: 'нет соединения с сервером',
  ETIMEDOUT: 'сервер не отвечает',
  EDNS: 'имя сервера не найдено',
  ETLS: 'защищённое соединение не установлено',
  EENVELOPE: 'адрес не принят',
  EMESSAGE: 'письмо не принято',
};

/** Russian, with the server's own words where it has said any; passwords are in neither. */
function describe({ code = '', response = '' }: SmtpFailure): string {
  const words = WORDS[code] ?? 'ошибка почты';
  const said = response.replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_ANSWER).toWellFormed();
  return said === '' ? words : `${words} («${said}»)`;
}
