import { UserFacingError } from '../ports/errors.ts';

export class HistoryTooLongError extends UserFacingError {
  override readonly name = 'HistoryTooLongError';
  readonly code = 'history_too_long';

  constructor(revisions: number, limit: number) {
    super(
      `До этой точки ${revisions} ревизий, за один раз система проходит не больше ${limit}. ` +
        'Ничего не изменено. Назовите точку ближе или возвращайте по одной строке.',
    );
  }
}

export class HistoryBrokenError extends UserFacingError {
  override readonly name = 'HistoryBrokenError';
  readonly code = 'history_broken';

  constructor(problems: readonly string[]) {
    super(
      `История не сходится с хранилищем (расхождений ${problems.length}: ${problems.slice(0, 3).join('; ')}). ` +
        'Чтобы не вернуть ошибочные значения, ничего не изменено. ' +
        'Выполните команду check и покажите её ответ тому, кто сопровождает систему.',
    );
  }
}

export class HistoryGapError extends UserFacingError {
  override readonly name = 'HistoryGapError';
  readonly code = 'history_gap';

  constructor(rowId: string, revision: number) {
    super(
      `В истории нет записи о строке ${rowId} в ревизии ${revision}. Проверьте, с какой ревизии продолжать; ` +
        'если ревизию назвала сама система, выполните команду check.',
    );
  }
}

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
