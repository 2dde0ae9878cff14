import { UserFacingError } from '../domain/user-facing-error.ts';

/** What is wrong with the request itself, before any function was asked; only here HTTP has words of its own. */
export abstract class RequestError extends UserFacingError {
  abstract readonly status: number;
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
    super(`Метод ${method} здесь не принимается: функция вызывается методом POST.`);
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
