import { UserFacingError } from '../../domain/user-facing-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'такой папки нет',
  EACCES: 'нет права записи в эту папку',
  EPERM: 'нет права записи или файл открыт в другой программе',
  EBUSY: 'файл открыт в другой программе',
  EISDIR: 'по этому пути лежит папка',
  ENOTDIR: 'часть пути — файл, а не папка',
  ENOSPC: 'на диске нет места',
  EROFS: 'диск доступен только для чтения',
};

export class FileNotWrittenError extends UserFacingError {
  override readonly name = 'FileNotWrittenError';
  readonly code = 'file_not_written';

  /** `systemCode`: Node's, such as `EACCES`. */
  constructor(path: string, systemCode: string, options?: ErrorOptions) {
    super(
      `Файл «${path}» не записан: ${REASONS[systemCode] ?? systemCode}. ` +
        'Прежний файл, если он был, цел. Закройте его или укажите другое имя и повторите команду.',
      options,
    );
  }
}

export class FileKindUnknownError extends UserFacingError {
  override readonly name = 'FileKindUnknownError';
  readonly code = 'file_kind_unknown';

  constructor(path: string, kinds: readonly string[]) {
    super(`Файл «${path}» не подходит: читаются ${kinds.join(', ')}. ${howToSave(path)}`);
  }
}

/** How to save a file of another program in a kind that is read. */
function howToSave(path: string): string {
  const ending = /\.[^.\\/]+$/u.exec(path.toLowerCase())?.[0] ?? '';
  return SAVED_BY[ending] ?? 'Сохраните его в одном из этих видов.';
}

const SAVED_BY: Readonly<Record<string, string>> = {
  '.doc':
    'Откройте его в Microsoft Word или LibreOffice Writer: «Файл» → «Сохранить как» → «Документ Word (.docx)».',
  '.rtf':
    'Откройте его в Microsoft Word или LibreOffice Writer: «Файл» → «Сохранить как» → «Документ Word (.docx)».',
  '.odt': 'Откройте его в LibreOffice Writer: «Файл» → «Сохранить как» → тип «Word 2007–365 (.docx)».',
  '.xls':
    'Откройте его в Microsoft Excel или LibreOffice Calc: «Файл» → «Сохранить как» → «Книга Excel (.xlsx)».',
  '.ods': 'Откройте его в LibreOffice Calc: «Файл» → «Сохранить как» → тип «Excel 2007–365 (.xlsx)».',
  '.pdf':
    'Откройте его в Microsoft Word («Файл» → «Открыть», документ преобразуется) и сохраните: «Файл» → «Сохранить как» → ' +
    '«Документ Word (.docx)»; скан сначала распознайте. Лучше попросите у автора исходный файл.',
};

export class FileUnreadableError extends UserFacingError {
  override readonly name = 'FileUnreadableError';
  readonly code = 'file_unreadable';

  constructor(path: string, options: ErrorOptions) {
    super(
      `Файл «${path}» не читается: его нет, он повреждён, защищён паролем или сохранён в другом виде. ` +
        'Проверьте имя, откройте файл и сохраните заново.',
      options,
    );
  }
}

export class FormTooLargeError extends UserFacingError {
  override readonly name = 'FormTooLargeError';
  readonly code = 'form_too_large';

  /** `why`: Russian, which limit is passed. */
  constructor(name: string, why: string, options?: ErrorOptions) {
    super(
      `Форма «${name}» слишком велика: ${why}. Ничего не сделано. Уберите из файла рисунки и лишние листы, ` +
        'сохраните его и повторите; если велик сам отчёт, сузьте период или уберите из формы повтор исполнений.',
      options,
    );
  }
}

export class FileTooLargeError extends UserFacingError {
  override readonly name = 'FileTooLargeError';
  readonly code = 'file_too_large';

  /** `why`: Russian, which limit is passed. */
  constructor(path: string, why: string, options?: ErrorOptions) {
    super(
      `Файл «${path}» слишком велик для плана: ${why}. ` +
        'Ничего не добавлено. Скопируйте таблицу плана в новый файл и повторите команду с ним.',
      options,
    );
  }
}

export class PlanReadersBusyError extends UserFacingError {
  override readonly name = 'PlanReadersBusyError';
  readonly code = 'plan_readers_busy';
  override readonly kind = 'unavailable';

  constructor() {
    super(
      'Сейчас читаются файлы других участников, и очередь полна. Ничего не добавлено. ' +
        'Попробуйте через минуту.',
    );
  }
}

export class PlanTableUnknownError extends UserFacingError {
  override readonly name = 'PlanTableUnknownError';
  readonly code = 'plan_table_unknown';

  /** `names`: of the file's tables; the one table of a .csv has none. */
  constructor(wanted: string, names: readonly string[]) {
    const named = names.filter(Boolean);
    super(
      named.length > 0
        ? `Таблицы «${wanted}» в файле нет. Есть: ${named.map((name) => `«${name}»`).join(', ')}. ` +
            'Укажите одну из них или уберите ключ --table.'
        : 'В файле .csv одна таблица, выбирать не из чего. Уберите ключ --table.',
    );
  }
}

export class NoPlanError extends UserFacingError {
  override readonly name = 'NoPlanError';
  readonly code = 'no_plan';

  /** `columns`: Russian, what the tables of the file hold instead; '' where there is none. */
  constructor(path: string, columns = '') {
    super(
      `В файле «${path}» нет таблицы плана: нужны столбцы с мероприятием («Мероприятие») и сроком ` +
        '(«Срок», «Сроки исполнения», «Период реализации», «Дата»…). ' +
        (columns === ''
          ? 'Таблиц и пунктов со сроками в нём нет: перенесите план в таблицу.'
          : `${columns} Какие из них мероприятие и срок? Назовите их и повторите: ` +
            '--column мероприятие=2 --column срок=3 (номер, буква или заголовок столбца).'),
    );
  }
}

export class OwnWorkbookError extends UserFacingError {
  override readonly name = 'OwnWorkbookError';
  readonly code = 'own_workbook';

  constructor(path: string) {
    super(
      `Файл «${path}» — книга этой же программы (в ней листы «Регламент» и «Исполнение»), а не чужой план: ` +
        'ничего не добавлено. Чтобы взять мероприятия из неё, скопируйте строки листа «Регламент» или укажите ' +
        'этот лист: --table «Регламент».',
    );
  }
}
