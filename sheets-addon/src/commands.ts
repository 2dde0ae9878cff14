import type * as z from 'zod/mini';
import {
  deletedAnswer,
  expandAnswer,
  historyAnswer,
  monitorAnswer,
  reportAnswer,
  restoreAnswer,
  rowAnswer,
  syncAnswer,
  type DeletedAnswer,
  type ExpandAnswer,
  type HistoryAnswer,
  type ReportAnswer,
  type RestoreAnswer,
  type RowAnswer,
  type SyncAnswer,
} from '../../functions/contract.ts';

/** A command of the menu and the cloud function that carries it out. */
export interface Command<Answer> {
  /** As it stands in the menu; messages name the command so. */
  readonly title: string;
  /** The function's place below the common address of the functions. */
  readonly path: 'report' | 'monitor' | 'sync' | 'expand' | 'row' | 'history' | 'deleted' | 'restore';
  /** The script property with the function's own address: Cloud Run gives each function another one. */
  readonly addressProperty: string;
  /** Shown while the function works. */
  readonly progress: string;
  readonly answer: z.ZodMiniType<Answer>;
  /** It looks and changes nothing, so it need not wait for another command. */
  readonly isReading?: true;
}

export const REPORT: Command<ReportAnswer> = {
  title: 'Сформировать отчёт',
  path: 'report',
  addressProperty: 'SHNOR_REPORT_URL',
  progress: 'Формируем сводный отчёт…',
  answer: reportAnswer,
};

export const MONITOR: Command<{ readonly message: string }> = {
  title: 'Проверить сроки',
  path: 'monitor',
  addressProperty: 'SHNOR_MONITOR_URL',
  progress: 'Проверяем сроки…',
  answer: monitorAnswer,
};

export const SYNC: Command<SyncAnswer> = {
  title: 'Синхронизировать',
  path: 'sync',
  addressProperty: 'SHNOR_SYNC_URL',
  progress: 'Принимаем изменения из таблицы…',
  answer: syncAnswer,
};

export const EXPAND: Command<ExpandAnswer> = {
  title: 'Развернуть план по школам',
  path: 'expand',
  addressProperty: 'SHNOR_EXPAND_URL',
  progress: 'Сверяем план по школам…',
  answer: expandAnswer,
};

export const ROW: Command<RowAnswer> = {
  title: 'Замечания строки',
  path: 'row',
  addressProperty: 'SHNOR_ROW_URL',
  progress: 'Читаем строку…',
  answer: rowAnswer,
  isReading: true,
};

export const HISTORY: Command<HistoryAnswer> = {
  title: 'История строки',
  path: 'history',
  addressProperty: 'SHNOR_HISTORY_URL',
  progress: 'Читаем историю строки…',
  answer: historyAnswer,
  isReading: true,
};

export const DELETED: Command<DeletedAnswer> = {
  title: 'Восстановить…',
  path: 'deleted',
  addressProperty: 'SHNOR_DELETED_URL',
  progress: 'Ищем удалённые строки…',
  answer: deletedAnswer,
  isReading: true,
};

export const RESTORE: Command<RestoreAnswer> = {
  title: 'Восстановить…',
  path: 'restore',
  addressProperty: 'SHNOR_RESTORE_URL',
  progress: 'Возвращаем строки…',
  answer: restoreAnswer,
};
