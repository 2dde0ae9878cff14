import { countOf, NOUNS } from '../domain/russian.ts';
import { UserFacingError } from './ports/errors.ts';

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
