import type { FunctionName } from '../../functions/contract/answers.ts';

/** A command and the cloud function that carries it out. */
export interface Command<Name extends FunctionName = FunctionName> {
  /** As it stands in the menu; messages name the command so. */
  readonly title: string;
  /** The function's place below the common address of the functions. */
  readonly path: Name;
  /** Shown while the function works. */
  readonly progress: string;
  /** It looks and changes nothing, so it need not wait for another command. */
  readonly isReading?: true;
}

export const REPORT = {
  title: 'Сформировать отчёт',
  path: 'report',
  progress: 'Формируем сводный отчёт…',
} as const satisfies Command;

export const REPORTS = {
  title: 'Отчёты…',
  path: 'reports',
  progress: 'Читаем список отчётов…',
  isReading: true,
} as const satisfies Command;

/** The commands inside a panel are named after the item that opened it. */
export const REPORT_FILE = { ...REPORTS, path: 'report-file' } as const satisfies Command;

export const FORMS = { ...REPORTS, path: 'forms', progress: 'Проверяем форму…' } as const satisfies Command;
export const FORM_FILE = { ...REPORTS, path: 'form-file' } as const satisfies Command;

export const REPORT_STATE = {
  ...REPORT,
  title: REPORTS.title,
  path: 'report-state',
} as const satisfies Command;

export const SYNC = {
  title: 'Синхронизировать',
  path: 'sync',
  progress: 'Принимаем изменения из таблицы…',
} as const satisfies Command;

export const EXPAND = {
  title: 'Развернуть план по школам',
  path: 'expand',
  progress: 'Сверяем план по школам…',
} as const satisfies Command;

export const PERIOD = {
  title: 'Новый период…',
  path: 'period',
  progress: 'Смотрим, что переходит…',
} as const satisfies Command;

export const IMPORT = {
  title: 'Импорт плана…',
  path: 'import',
  progress: 'Открываем…',
} as const satisfies Command;

export const ROW = {
  title: 'Замечания строки',
  path: 'row',
  progress: 'Читаем строку…',
  isReading: true,
} as const satisfies Command;

export const HISTORY = {
  title: 'История строки',
  path: 'history',
  progress: 'Читаем историю строки…',
  isReading: true,
} as const satisfies Command;

export const DELETED = {
  title: 'Восстановить…',
  path: 'deleted',
  progress: 'Ищем удалённые строки…',
  isReading: true,
} as const satisfies Command;

export const RESTORE = {
  title: DELETED.title,
  path: 'restore',
  progress: 'Возвращаем строки…',
} as const satisfies Command;

export const LETTERS = {
  title: 'Письма',
  path: 'letters',
  progress: 'Читаем письма…',
  isReading: true,
} as const satisfies Command;

export const CALENDARS = {
  title: 'Календарь сроков…',
  path: 'calendars',
  progress: 'Читаем адреса календаря…',
} as const satisfies Command;

export const ACCESS = {
  title: 'Доступ…',
  path: 'access',
  progress: 'Читаем, у кого есть доступ…',
} as const satisfies Command;
