import type * as z from 'zod/mini';
import {
  deletedAnswer,
  expandAnswer,
  historyAnswer,
  importAnswer,
  reportAnswer,
  reportFileAnswer,
  reportsAnswer,
  restoreAnswer,
  rowAnswer,
  syncAnswer,
  toldAnswer,
  type DeletedAnswer,
  type ExpandAnswer,
  type HistoryAnswer,
  type ImportAnswer,
  type ReportAnswer,
  type ReportFileAnswer,
  type ReportsAnswer,
  type RestoreAnswer,
  type RowAnswer,
  type SyncAnswer,
  type ToldAnswer,
} from '../../functions/contract.ts';

/** A command of the menu and the cloud function that carries it out. */
export interface Command<Answer> {
  /** As it stands in the menu; messages name the command so. */
  readonly title: string;
  /** The function's place below the common address of the functions. */
  readonly path:
    | 'report'
    | 'reports'
    | 'report-file'
    | 'report-state'
    | 'monitor'
    | 'sync'
    | 'expand'
    | 'import'
    | 'row'
    | 'history'
    | 'deleted'
    | 'restore';
  /** Shown while the function works. */
  readonly progress: string;
  readonly answer: z.ZodMiniType<Answer>;
  /** It looks and changes nothing, so it need not wait for another command. */
  readonly isReading?: true;
}

export const REPORT: Command<ReportAnswer> = {
  title: 'Сформировать отчёт',
  path: 'report',
  progress: 'Формируем сводный отчёт…',
  answer: reportAnswer,
};

export const REPORTS: Command<ReportsAnswer> = {
  title: 'Отчёты…',
  path: 'reports',
  progress: 'Читаем список отчётов…',
  answer: reportsAnswer,
  isReading: true,
};

/** The commands inside a panel are named after the item that opened it. */
export const REPORT_FILE: Command<ReportFileAnswer> = {
  ...REPORTS,
  path: 'report-file',
  answer: reportFileAnswer,
};

export const REPORT_STATE: Command<ToldAnswer> = {
  ...REPORT,
  title: REPORTS.title,
  path: 'report-state',
  answer: toldAnswer,
};

export const MONITOR: Command<ToldAnswer> = {
  title: 'Проверить сроки',
  path: 'monitor',
  progress: 'Проверяем сроки…',
  answer: toldAnswer,
};

export const SYNC: Command<SyncAnswer> = {
  title: 'Синхронизировать',
  path: 'sync',
  progress: 'Принимаем изменения из таблицы…',
  answer: syncAnswer,
};

export const EXPAND: Command<ExpandAnswer> = {
  title: 'Развернуть план по школам',
  path: 'expand',
  progress: 'Сверяем план по школам…',
  answer: expandAnswer,
};

export const IMPORT: Command<ImportAnswer> = {
  title: 'Импорт плана…',
  path: 'import',
  progress: 'Открываем…',
  answer: importAnswer,
};

export const ROW: Command<RowAnswer> = {
  title: 'Замечания строки',
  path: 'row',
  progress: 'Читаем строку…',
  answer: rowAnswer,
  isReading: true,
};

export const HISTORY: Command<HistoryAnswer> = {
  title: 'История строки',
  path: 'history',
  progress: 'Читаем историю строки…',
  answer: historyAnswer,
  isReading: true,
};

export const DELETED: Command<DeletedAnswer> = {
  title: 'Восстановить…',
  path: 'deleted',
  progress: 'Ищем удалённые строки…',
  answer: deletedAnswer,
  isReading: true,
};

export const RESTORE: Command<RestoreAnswer> = {
  title: 'Восстановить…',
  path: 'restore',
  progress: 'Возвращаем строки…',
  answer: restoreAnswer,
};
