import { countOf, listNames, NOUNS } from '../../domain/text/russian.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';

export class AppendsRunningError extends UserFacingError {
  override readonly name = 'AppendsRunningError';
  readonly code = 'appends_running';
  override readonly kind = 'conflict';

  constructor(by: string, minutes: number) {
    super(
      `Строки плана уже добавляет ${by}, или прошлая попытка оборвалась. Чтобы строки не удвоились, сейчас ` +
        'ничего не добавлено. Посмотрите конец листа и, если строк не хватает, повторите команду через ' +
        `${minutes} мин.`,
    );
  }
}

export class AppendsHeldError extends UserFacingError {
  override readonly name = 'AppendsHeldError';
  readonly code = 'appends_held';

  constructor(worksheets: readonly string[]) {
    super(
      `С ${worksheets.length > 1 ? 'листов' : 'листа'} ${listNames(worksheets.map((title) => `«${title}»`))} разом пропало много строк, и система ждёт ` +
        'решения: удалить их или оставить. Ничего не добавлено. Выполните «ШНОР» → «Синхронизировать», ответьте на ' +
        'вопрос и повторите команду.',
    );
  }
}

export class ExpansionTooLargeError extends UserFacingError {
  override readonly name = 'ExpansionTooLargeError';
  readonly code = 'expansion_too_large';

  constructor(count: number, limit: number) {
    super(
      `На листе «Исполнение» не хватает сразу ${countOf(count, NOUNS.row)}, за один раз добавляется не больше ` +
        `${limit}. Ничего не добавлено. Проверьте сроки на листе «Регламент»: верно ли понято, как часто они повторяются.`,
    );
  }
}

/** Something of the workbook is not read: what seems to be missing may stand there. */
export class AppendsIncompleteError extends UserFacingError {
  override readonly name = 'AppendsIncompleteError';
  readonly code = 'appends_incomplete';

  /** `gaps`: Russian sentences, what is not read and how to mend it. */
  constructor(gaps: readonly string[]) {
    super(`Ничего не добавлено: книга прочитана не вся, и строки могли бы удвоиться. ${gaps.join(' ')}`);
  }
}
