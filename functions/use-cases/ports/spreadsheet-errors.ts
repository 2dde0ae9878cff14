import { UserFacingError } from '../../domain/user-facing-error.ts';

/** What can go wrong between us and a spreadsheet; `cause` keeps the vendor's error. */
export abstract class SpreadsheetError extends UserFacingError {}

export class SpreadsheetNotFoundError extends SpreadsheetError {
  override readonly name = 'SpreadsheetNotFoundError';
  readonly code = 'spreadsheet_not_found';
  override readonly kind = 'missing';

  constructor(spreadsheetId: string, options?: ErrorOptions) {
    super(
      `Таблица «${spreadsheetId}» не найдена. Проверьте её номер в настройках ` +
        '(часть ссылки между «/d/» и «/edit») и не лежит ли таблица в корзине.',
      options,
    );
  }
}

interface AccessProblem {
  readonly spreadsheetId: string;
  /** The address that staff must share the workbook with, where it is known. */
  readonly serviceAccount?: string | undefined;
  readonly reason: string;
}

export class SpreadsheetAccessError extends SpreadsheetError {
  override readonly name = 'SpreadsheetAccessError';
  readonly code = 'spreadsheet_access';

  constructor(problem: AccessProblem, options?: ErrorOptions) {
    const account = problem.serviceAccount
      ? `учётной записи ${problem.serviceAccount}`
      : 'учётной записи, под которой работает программа,';
    super(
      `Нет доступа к таблице «${problem.spreadsheetId}» (ответ сервиса: ${problem.reason}). ` +
        `Откройте таблицу, нажмите «Настройки доступа» и дайте ${account} право «Редактор».`,
      options,
    );
  }
}

export class SpreadsheetQuotaError extends SpreadsheetError {
  override readonly name = 'SpreadsheetQuotaError';
  readonly code = 'spreadsheet_quota';
  override readonly kind = 'exhausted';
  readonly retryAfterSeconds: number;

  constructor(spreadsheetId: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(
      `Слишком много обращений к таблице «${spreadsheetId}» за минуту. ` +
        `Последнее действие не выполнено, данные целы. Повторите команду через ${retryAfterSeconds} с.`,
      options,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Outage {
  readonly address: string;
  readonly reason: string;
  /** Whether the last write may have been carried out although no answer came. */
  readonly maybeApplied: boolean;
}

export class SpreadsheetUnreachableError extends SpreadsheetError {
  override readonly name = 'SpreadsheetUnreachableError';
  readonly code = 'spreadsheet_unreachable';
  override readonly kind = 'unavailable';

  constructor(outage: Outage, options?: ErrorOptions) {
    const doubt = outage.maybeApplied
      ? 'Неизвестно, успела ли пройти последняя запись: посмотрите в таблицу, прежде чем повторять команду.'
      : 'Этим запросом таблица не изменена. Повторите команду позже.';
    super(
      `Сервис таблиц ${outage.address} недоступен (${outage.reason}). ` +
        `Проверьте адрес и подключение к сети. ${doubt}`,
      options,
    );
  }
}

export class SpreadsheetRefusedError extends SpreadsheetError {
  override readonly name = 'SpreadsheetRefusedError';
  readonly code = 'spreadsheet_refused';

  constructor(where: string, reason: string, options?: ErrorOptions) {
    super(
      `Сервис таблиц не принял запрос (${where}): ${reason}. Этим запросом таблица не изменена. ` +
        'Если повтор не поможет, передайте это сообщение тому, кто сопровождает программу.',
      options,
    );
  }
}

export class SpreadsheetTooLargeError extends SpreadsheetError {
  override readonly name = 'SpreadsheetTooLargeError';
  readonly code = 'spreadsheet_too_large';

  constructor(what: string, size: number, limit: number) {
    super(
      `Слишком большое изменение таблицы: ${what} — ${size} при допустимых ${limit}. ` +
        'Этим запросом таблица не изменена. Сократите число строк или длинные тексты в ячейках и повторите команду.',
    );
  }
}

export class SheetMissingError extends SpreadsheetError {
  override readonly name = 'SheetMissingError';
  readonly code = 'sheet_missing';
  readonly sheetIds: readonly number[];

  constructor(spreadsheetId: string, sheetIds: readonly number[], options?: ErrorOptions) {
    super(
      `В таблице «${spreadsheetId}» нет листа с номером ${sheetIds.join(', ')} (gid в адресе листа). ` +
        'Скорее всего, лист удалили. Верните его: «Файл» → «История версий», затем повторите команду.',
      options,
    );
    this.sheetIds = sheetIds;
  }
}

/** Between our read and our write people moved rows or columns: the write was refused whole. */
export class SheetMovedError extends SpreadsheetError {
  override readonly name = 'SheetMovedError';
  readonly code = 'sheet_moved';
  override readonly kind = 'conflict';

  constructor(spreadsheetId: string, options?: ErrorOptions) {
    super(
      `В таблице «${spreadsheetId}» во время записи двигали столбцы или строки, поэтому пометки системы не записаны. ` +
        'Набранное в таблице цело. Повторите команду через минуту.',
      options,
    );
  }
}
