import { countOf } from '../../domain/text/russian.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';

/** What is wrong with the request itself, before any function was asked; only here HTTP has words of its own. */
export abstract class RequestError extends UserFacingError {
  abstract readonly status: number;
  /** Seconds after which the same may do; absent: nothing is known of that. */
  readonly retryAfter?: number;
}

export class BadRequestError extends RequestError {
  override readonly name = 'BadRequestError';
  readonly code = 'bad_request';
  readonly status = 400;

  constructor(fields: readonly string[]) {
    super(`Запрос не понят, проверьте поля: ${[...new Set(fields)].join(', ')}. Обновите дополнение «ШНОР».`);
  }
}

/** A day that is well written and that the calendar does not have: `2026-02-31`. */
export class UnknownDayError extends RequestError {
  override readonly name = 'UnknownDayError';
  readonly code = 'bad_request';
  readonly status = 400;

  constructor(day: string) {
    super(`Дня ${day.split('-').toReversed().join('.')} не бывает. Назовите день, который есть в календаре.`);
  }
}

export class MethodError extends RequestError {
  override readonly name = 'MethodError';
  readonly code = 'method_not_allowed';
  readonly status = 405;

  constructor(method: string) {
    super(`Метод ${method.slice(0, 20)} здесь не принимается: функция вызывается методом POST.`);
  }
}

export class PathUnknownError extends RequestError {
  override readonly name = 'PathUnknownError';
  readonly code = 'path_unknown';
  readonly status = 404;

  constructor() {
    super('По этому адресу нет функции. Проверьте адрес в свойствах скрипта или обновите дополнение «ШНОР».');
  }
}

export class EncodingError extends RequestError {
  override readonly name = 'EncodingError';
  readonly code = 'encoding_refused';
  readonly status = 415;

  constructor() {
    super('Сжатые запросы не принимаются. Отправьте тело запроса как есть, без Content-Encoding.');
  }
}

export class BodyTooLargeError extends RequestError {
  override readonly name = 'BodyTooLargeError';
  readonly code = 'body_too_large';
  readonly status = 413;

  constructor(limit: number) {
    super(
      `Запрос больше ${limit / 1024 / 1024} МБ не принимается. Ничего не изменено. Файл плана сократите: ` +
        'оставьте в нём только таблицу мероприятий.',
    );
  }
}

export class HeadersTooLargeError extends RequestError {
  override readonly name = 'HeadersTooLargeError';
  readonly code = 'headers_too_large';
  readonly status = 431;

  constructor() {
    super('Заголовки запроса слишком длинные. Ничего не изменено.');
  }
}

export class RequestTooSlowError extends RequestError {
  override readonly name = 'RequestTooSlowError';
  readonly code = 'request_too_slow';
  readonly status = 408;

  constructor() {
    super(
      'Запрос идёт слишком медленно и не дождался конца. Ничего не изменено. Проверьте связь и повторите.',
    );
  }
}

/** So much is being received at once that nothing more fits. */
export class BusyError extends RequestError {
  override readonly name = 'BusyError';
  readonly code = 'busy';
  readonly status = 503;
  override readonly retryAfter = 5;

  constructor() {
    super('Сейчас принимается слишком много больших файлов. Ничего не изменено. Повторите через минуту.');
  }
}

const SECONDS = ['секунду', 'секунды', 'секунд'] as const;

/** One caller's share is used up, of one workbook or of all; that of all others is not. */
export class TooManyCallsError extends RequestError {
  override readonly name = 'TooManyCallsError';
  readonly code = 'too_many_calls';
  readonly status = 429;
  override readonly retryAfter: number;

  constructor(seconds: number) {
    super(
      `Слишком много команд подряд. Данные не тронуты. Подождите ${countOf(seconds, SECONDS)} и повторите.`,
    );
    this.retryAfter = seconds;
  }
}
