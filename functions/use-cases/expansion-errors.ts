import { countOf, listNames, NOUNS } from '../domain/russian.ts';
import { UserFacingError } from './errors.ts';

export class ExpansionReadOnlyError extends UserFacingError {
  override readonly name = 'ExpansionReadOnlyError';
  readonly code = 'read_only_role';

  constructor(email: string) {
    super(
      `Адресу ${email} книга открыта для просмотра. Строки плана добавляет методист: попросите его ` +
        'или того, кто подключал книгу, дать роль municipal_coordinator.',
    );
  }
}

export class ExpansionRunningError extends UserFacingError {
  override readonly name = 'ExpansionRunningError';
  readonly code = 'expansion_running';

  constructor(by: string, minutes: number) {
    super(
      `План уже разворачивает ${by}, или прошлая попытка оборвалась. Чтобы строки не удвоились, сейчас ничего не ` +
        `добавлено. Посмотрите лист «Исполнение» и, если строк не хватает, повторите команду через ${minutes} мин.`,
    );
  }
}

export class ExpansionHeldError extends UserFacingError {
  override readonly name = 'ExpansionHeldError';
  readonly code = 'expansion_held';

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
