import { UserFacingError } from '../domain/user-facing-error.ts';

export class BadRequestError extends UserFacingError {
  override readonly name = 'BadRequestError';
  readonly code = 'bad_request';

  constructor(fields: readonly string[]) {
    super(`Запрос не понят, проверьте поля: ${[...new Set(fields)].join(', ')}. Обновите дополнение «ШНОР».`);
  }
}

/** A day that is well written and that the calendar does not have: `2026-02-31`. */
export class UnknownDayError extends UserFacingError {
  override readonly name = 'UnknownDayError';
  readonly code = 'bad_request';

  constructor(day: string) {
    super(`Дня ${day.split('-').toReversed().join('.')} не бывает. Назовите день, который есть в календаре.`);
  }
}

export class MethodError extends UserFacingError {
  override readonly name = 'MethodError';
  readonly code = 'method_not_allowed';

  constructor(method: string) {
    super(`Метод ${method} здесь не принимается: функция вызывается методом POST.`);
  }
}
