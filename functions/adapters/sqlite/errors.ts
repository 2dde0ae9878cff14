import * as z from 'zod';
import { isDiskFull } from './disk-full.ts';
import { StoreDamagedError, StoreUnavailableError } from '../../use-cases/ports/errors.ts';

/** Primary result codes: https://www.sqlite.org/rescode.html */
const DAMAGED = new Set([11, 26]);
const UNAVAILABLE = new Map([
  [3, 'нет прав на файл, отдайте его пользователю программы'],
  [5, 'файл занят другой программой'],
  [6, 'файл занят другой программой'],
  [8, 'файл открыт только для чтения, откройте для записи его и папку'],
  [10, 'диск не читается или не пишется, проверьте его'],
  [13, 'на диске кончилось место, освободите его'],
  [14, 'файл не открывается: проверьте, что папка есть и доступна для записи'],
]);

/** `errcode` is SQLite's, `syscall` with its `code` the file system's. */
const thrown = z.object({
  errcode: z.number().optional(),
  code: z.string().optional(),
  syscall: z.string().optional(),
});

/** What `work` throws of SQLite and of the file system becomes an error of the port; our bugs pass unchanged. */
export function translating<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw translateSqliteError(cause, path);
  }
}

/** `SQLITE_IOERR`, `SQLITE_CANTOPEN`: what stands behind them may be a full disk, `SQLITE_FULL`. */
const VAGUE = new Set([10, 14]);
const FULL = 13;

function reasonOf(primary: number, path: string): string | undefined {
  return UNAVAILABLE.get(VAGUE.has(primary) && isDiskFull(path) ? FULL : primary);
}

function translateSqliteError(cause: unknown, path: string): unknown {
  const { errcode, code, syscall } = thrown.safeParse(cause).data ?? {};
  // The low byte of an extended result code is the primary one.
  const primary = errcode === undefined ? undefined : errcode & 0xff;
  if (primary !== undefined && DAMAGED.has(primary)) return new StoreDamagedError(path, { cause });
  const reason = primary === undefined ? syscall && `файл не открывается (${code})` : reasonOf(primary, path);
  return reason === undefined ? cause : new StoreUnavailableError(`${reason} («${path}»)`, { cause });
}
