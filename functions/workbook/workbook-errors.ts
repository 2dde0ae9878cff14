import { UserFacingError } from '../domain/user-facing-error.ts';

export class ColumnMissingError extends UserFacingError {
  override readonly name = 'ColumnMissingError';
  readonly code = 'column_missing';

  constructor(sheetTitle: string, columns: readonly string[]) {
    const which = columns.map((title) => `«${title}»`).join(', ');
    super(
      `На листе «${sheetTitle}» нет ${columns.length === 1 ? 'столбца' : 'столбцов'} ${which}. ` +
        'Данные не тронуты. Верните заголовок в первую строку (или отмените удаление столбца); ' +
        'если столбца не было, выполните команду provision — она добавит недостающее.',
    );
  }
}

/** Rows stand under no header, and neither what is stored nor what stands in them tells which column is which. */
export class HeaderLostError extends UserFacingError {
  override readonly name = 'HeaderLostError';
  readonly code = 'header_lost';

  /** `titles`: what the header must name at least. */
  constructor(sheetTitle: string, titles: readonly string[]) {
    const which = titles.map((title) => `«${title}»`).join(', ');
    super(
      `На листе «${sheetTitle}» есть строки, но нет строки заголовков, и по самим строкам не понять, что в каком ` +
        `столбце. Ничего не изменено. Вставьте над ними строку с заголовками (${which}) и повторите; если этот лист ` +
        'не для системы, переименуйте его.',
    );
  }
}

export class WorksheetMissingError extends UserFacingError {
  override readonly name = 'WorksheetMissingError';
  readonly code = 'worksheet_missing';

  constructor(titles: readonly string[], options?: ErrorOptions) {
    const which = titles.map((title) => `«${title}»`).join(', ');
    super(
      `В книге нет ${titles.length === 1 ? 'листа' : 'листов'} ${which}. Записи сохранены, ничего не удалено. ` +
        'Отмените удаление листа (Файл → История версий) или выполните команду provision: она создаст пустой лист.',
      options,
    );
  }
}

export class WorkbookUnknownError extends UserFacingError {
  override readonly name = 'WorkbookUnknownError';
  readonly code = 'workbook_unknown';
  override readonly kind = 'missing';

  constructor(workbookId: string) {
    super(
      `Книга «${workbookId}» не подключена к системе. Выполните команду provision для этой книги и повторите.`,
    );
  }
}

export class WorkbookNewerError extends UserFacingError {
  override readonly name = 'WorkbookNewerError';
  readonly code = 'workbook_newer';

  constructor(workbookId: string) {
    super(
      `Книгу «${workbookId}» разметила более новая версия программы, эта её испортила бы. Ничего не изменено. ` +
        'Обновите программу (git pull, npm ci; в облаке — npm run deploy) и повторите.',
    );
  }
}

export class TooManyRowsError extends UserFacingError {
  override readonly name = 'TooManyRowsError';
  readonly code = 'too_many_rows';

  constructor(sheetTitle: string, rows: number, limit: number) {
    super(
      `На листе «${sheetTitle}» ${rows} заполненных строк, система рассчитана на ${limit}. ` +
        'Ничего не изменено. Перенесите прошлые периоды в отдельную книгу.',
    );
  }
}
