import { StoreDamagedError, StoreUnavailableError } from '../../use-cases/errors.ts';

/** Primary result codes: https://www.sqlite.org/rescode.html */
const DAMAGED = new Set([11, 26]);
const UNAVAILABLE = new Map([
  [3, 'нет прав на файл'],
  [5, 'файл занят другой программой'],
  [6, 'файл занят другой программой'],
  [8, 'файл открыт только для чтения'],
  [10, 'диск не читается или не пишется'],
  [13, 'на диске кончилось место'],
  [14, 'файл не открывается: проверьте, что папка есть и доступна для записи'],
]);

/** What `work` throws of SQLite and of the file system becomes an error of the port; our bugs pass unchanged. */
export function translating<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw translateSqliteError(cause, path);
  }
}

function translateSqliteError(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error)) return cause;
  const code = primaryCode(cause);
  if (code !== undefined && DAMAGED.has(code)) return new StoreDamagedError(path, { cause });
  const reason = code === undefined ? fileSystemReason(cause) : UNAVAILABLE.get(code);
  return reason === undefined ? cause : new StoreUnavailableError(`${reason} («${path}»)`, { cause });
}

function primaryCode(error: Error): number | undefined {
  // The low byte of an extended code is the primary one.
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function fileSystemReason(error: Error): string | undefined {
  if (!('syscall' in error) || !('code' in error)) return undefined;
  return `файл не открывается (${String(error.code)})`;
}
