import type * as z from 'zod/mini';
import {
  monitorAnswer,
  reportAnswer,
  syncAnswer,
  type ReportAnswer,
  type SyncAnswer,
} from '../../functions/contract.ts';

/** A command of the menu and the cloud function that carries it out. */
export interface Command<Answer> {
  /** As it stands in the menu; messages name the command so. */
  readonly title: string;
  /** The global function that Apps Script calls for the menu item; exported by `main.ts`. */
  readonly trigger: string;
  /** The function's place below the common address of the functions. */
  readonly path: 'report' | 'monitor' | 'sync';
  /** The script property with the function's own address: Cloud Run gives each function another one. */
  readonly addressProperty: string;
  /** Shown while the function works. */
  readonly progress: string;
  readonly answer: z.ZodMiniType<Answer>;
}

export const REPORT: Command<ReportAnswer> = {
  title: 'Сформировать отчёт',
  trigger: 'publishReport',
  path: 'report',
  addressProperty: 'SHNOR_REPORT_URL',
  progress: 'Формируем сводный отчёт…',
  answer: reportAnswer,
};

export const MONITOR: Command<{ readonly message: string }> = {
  title: 'Проверить сроки',
  trigger: 'runMonitoring',
  path: 'monitor',
  addressProperty: 'SHNOR_MONITOR_URL',
  progress: 'Проверяем сроки…',
  answer: monitorAnswer,
};

export const SYNC: Command<SyncAnswer> = {
  title: 'Синхронизировать',
  trigger: 'syncWorkbook',
  path: 'sync',
  addressProperty: 'SHNOR_SYNC_URL',
  progress: 'Принимаем изменения из таблицы…',
  answer: syncAnswer,
};
