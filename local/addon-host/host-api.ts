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
  hasSheet(sheetId: number): boolean;
  activateSheet(sheetId: number): void;
  /** False where another run still holds the workbook's lock after `timeoutMs`. */
  tryLock(timeoutMs: number): boolean;
  releaseLock(): void;
  log(line: LogLine): void;
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

export type AlertButton = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
export type AlertButtonSet = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

export interface Alert {
  readonly title: string;
  readonly message: string;
  readonly buttons: AlertButtonSet;
}

export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}
