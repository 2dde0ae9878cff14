import { UserFacingError } from '../../../domain/user-facing-error.ts';

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
