import { UserFacingError } from '../../domain/user-facing-error.ts';

export class RowUnknownError extends UserFacingError {
  override readonly name = 'RowUnknownError';
  readonly code = 'row_unknown';

  constructor(row: string) {
    super(
      `Строка «${row}» не найдена. Укажите её номер из столбца «ID» (например, e17-4fa) ` +
        'или лист и номер строки на нём (например, Исполнение!12).',
    );
  }
}

export class RowNotAcceptedError extends UserFacingError {
  override readonly name = 'RowNotAcceptedError';
  readonly code = 'row_not_accepted';

  constructor(row: string) {
    super(
      `В строке «${row}» нет номера в столбце «ID»: она пуста или ещё не принята. ` +
        'Выполните синхронизацию и повторите.',
    );
  }
}

export class TargetUnknownError extends UserFacingError {
  override readonly name = 'TargetUnknownError';
  readonly code = 'target_unknown';

  constructor(target: string, sheets: readonly string[]) {
    super(
      `«${target}» — не строка и не лист. Укажите номер строки из столбца «ID» (например, e17-4fa), ` +
        `лист и номер строки на нём (Исполнение!12) или лист целиком: ${sheets.join(', ')}.`,
    );
  }
}

export class PointUnknownError extends UserFacingError {
  override readonly name = 'PointUnknownError';
  readonly code = 'point_unknown';
}
