import type { AlertButton, AlertButtonSet } from './alert-buttons.ts';
import type { TriggerEvent } from './script-storage.ts';

/**
 * What the stand-ins inside the worker ask of the host outside it. Apps Script is synchronous: the worker sleeps
 * until the host has answered, however long that takes.
 */
export interface HostApi {
  fetch(request: FetchRequest): FetchAnswer;
  /** Null: the user has not granted the scope `openid`. */
  readIdentityToken(): string | null;
  addMenu(menu: AddonMenu): void;
  toast(toast: Toast): void;
  alert(alert: Alert): AlertButton;
  prompt(prompt: Prompt): PromptAnswer;
  /** `html` as the script made it. */
  showPanel(panel: Panel): void;
  hasSheet(sheetId: number): boolean;
  /** The id of the tab with the title. */
  findSheet(title: string): number | null;
  /** Null: the user has selected nothing. */
  readSelection(): Selection | null;
  activateSheet(sheetId: number): void;
  /** False where another run still holds the lock after `timeoutMs`. */
  tryLock(kind: LockKind, timeoutMs: number): boolean;
  releaseLock(kind: LockKind): void;
  getCached(area: string, key: string): string | null;
  putCached(area: string, key: string, entry: { readonly value: string; readonly seconds: number }): void;
  removeCached(area: string, key: string): void;
  getProperty(area: string, key: string): string | null;
  setProperty(area: string, key: string, value: string): void;
  deleteProperty(area: string, key: string): void;
  /** The user's own: those of others are not seen. */
  listTriggers(): readonly TriggerSeen[];
  /** Answers the trigger's id. */
  addTrigger(trigger: Omit<TriggerSeen, 'id'>): string;
  deleteTrigger(id: string): void;
  sleep(ms: number): void;
  log(line: LogLine): void;
}

/** The workbook's lock or the script's; both are the spreadsheet's alone, as of a script bound to it. */
export type LockKind = 'document' | 'script';

export interface TriggerSeen {
  readonly id: string;
  readonly functionName: string;
  readonly event: TriggerEvent;
}

/** The host's side of the same: it may take its time. */
export type AsyncHost = {
  readonly [Method in keyof HostApi]: (
    ...given: Parameters<HostApi[Method]>
  ) => ReturnType<HostApi[Method]> | Promise<ReturnType<HostApi[Method]>>;
};

export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly followRedirects: boolean;
}

export interface FetchAnswer {
  readonly status: number;
  readonly body: string;
}

export interface AddonMenu {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export type MenuItem =
  | { readonly kind: 'item'; readonly title: string; readonly functionName: string }
  | { readonly kind: 'separator' };

export interface Toast {
  readonly title: string;
  readonly message: string;
  /** Negative: until another toast takes its place. */
  readonly seconds: number;
}

export interface Alert {
  readonly title: string;
  readonly message: string;
  readonly buttons: AlertButtonSet;
}

/** A question with a field for text. */
export type Prompt = Alert;

export interface PromptAnswer {
  readonly button: AlertButton;
  readonly text: string;
}

/** HTML of the script beside the sheet, or above it. Sizes in pixels. */
export type Panel =
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
    };

/** What the user has selected. */
export interface Selection {
  readonly sheetId: number;
  readonly sheetTitle: string;
  /** A1 notation without the sheet: `B5`, `B5:C9`, `5:5`. */
  readonly range: string;
}

/** What Apps Script tells of a change, by its names. */
export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}
