import type { FormMistake } from '../../../domain/report/own-form/tags.ts';
import { UserFacingError } from '../../../domain/user-facing-error.ts';

export class FormMistakesError extends UserFacingError {
  override readonly name = 'FormMistakesError';
  readonly code = 'form_mistakes';

  constructor(name: string, mistakes: readonly FormMistake[]) {
    const lines = mistakes.map(
      ({ place, excerpt, what }, index) =>
        `${index + 1}. ${upperFirst(place)}${excerpt ? `, «${excerpt}»` : ''}: ${what}${what.endsWith('?') ? '' : '.'}`,
    );
    super(
      `В форме «${name}» ошибок: ${mistakes.length}. Ничего не сформировано. Исправьте их в файле и повторите.\n` +
        `${lines.join('\n')}\nКакие поля бывают: «Отчёты…» → «Формы» или команда «npm run -s shnor -- forms --fields».`,
    );
  }
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('ru') + text.slice(1);
}

export class FormUnknownError extends UserFacingError {
  override readonly name = 'FormUnknownError';
  readonly code = 'form_unknown';
  override readonly kind = 'missing';

  constructor(name: string, known: readonly string[]) {
    super(
      `Формы «${name}» нет. Есть: ${known.map((each) => `«${each}»`).join(', ')}. ` +
        'Свою добавляют в «Отчёты…» → «Формы» или командой «npm run -s shnor -- forms --add ФАЙЛ».',
    );
  }
}
