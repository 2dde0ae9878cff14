import { UserFacingError } from '../../domain/user-facing-error.ts';

export class NoBookError extends UserFacingError {
  override readonly name = 'NoBookError';
  readonly code = 'no_book';

  constructor(name: string) {
    super(
      `В файле «${name}» нет ни одного листа этой книги («Школы», «Исполнение» …). Нужен файл .xlsx, который записала ` +
        'команда «npm run -s shnor -- export» или «Файл» → «Скачать» в таблице. Чужой план читает «npm run -s shnor -- import».',
    );
  }
}

export class ComparisonOldError extends UserFacingError {
  override readonly name = 'ComparisonOldError';
  readonly code = 'comparison_old';
  override readonly kind = 'conflict';

  constructor() {
    super(
      'С тех пор, как показано сравнение, книга или файл изменились, и номера могли бы значить другое. Ничего не ' +
        'взято. Повторите команду без --take и выберите по новому списку.',
    );
  }
}

export class ChoiceUnknownError extends UserFacingError {
  override readonly name = 'ChoiceUnknownError';
  readonly code = 'numbers_unknown';

  constructor(choice: string, count: number) {
    super(
      `«${choice}»: таких номеров в сравнении нет. Назовите номера от 1 до ${count}: 1,3-5 — или слово «все».`,
    );
  }
}

export class RowsMovedError extends UserFacingError {
  override readonly name = 'RowsMovedError';
  readonly code = 'rows_moved';
  override readonly kind = 'conflict';

  /** `count`: changes that landed beside other rows and were taken back. */
  constructor(count: number) {
    super(
      `Пока шла запись, строки в книге переставили. Записанное не туда (${count}) возвращено на место. Повторите ` +
        'команду без --take: она покажет, чего ещё не хватает.',
    );
  }
}
