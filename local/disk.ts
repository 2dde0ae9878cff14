import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isDiskFull } from '../functions/adapters/sqlite/disk-full.ts';
import { UserFacingError } from '../functions/domain/user-facing-error.ts';

/** What the folder holds is its owner's alone. */
export const OWN_FILE = 0o600;
export const OWN_FOLDER = 0o700;

/** The file or folder is whole: the disk, or the rights to it, stand in the way. */
export class DiskError extends UserFacingError {
  override readonly name = 'DiskError';
  readonly code = 'disk';
  override readonly kind = 'unavailable';

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`«${path}»: ${reason}. Записанное раньше цело.`, options);
  }
}

const FULL = 'на диске кончилось место. Освободите его и повторите';
const READ_ONLY =
  'папка открыта только для чтения. Откройте её для записи (или перенесите данные на другой диск) и повторите';
const NO_RIGHTS =
  'у пользователя, под которым запущена программа, нет прав. Отдайте ему папку (chown -R) и повторите';
const BROKEN = 'диск не читается или не пишется. Проверьте диск (dmesg) и повторите';

/** By the codes of errno(3). */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: 'файл больше, чем здесь позволено (ulimit -f). Поднимите предел и повторите',
  EROFS: READ_ONLY,
  EACCES: NO_RIGHTS,
  EPERM: NO_RIGHTS,
  EIO: BROKEN,
  EMFILE: 'открыто слишком много файлов (ulimit -n). Поднимите предел и повторите',
  ENOTDIR: 'на пути стоит файл, а не папка. Проверьте путь',
  EISDIR: 'здесь папка, а не файл. Проверьте путь',
};

/** By the primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const SQLITE_REASONS: ReadonlyMap<number, string> = new Map([
  [3, NO_RIGHTS],
  [8, READ_ONLY],
  [10, `${BROKEN}; проверьте и предел на размер файла (ulimit -f)`],
  [13, FULL],
  [14, 'файл не открывается. Проверьте, что папка есть и что у пользователя программы есть права на неё'],
]);

const thrown = z.object({ code: z.string().optional(), errcode: z.number().optional() });
/** What stands behind these may be a full disk. */
const VAGUE: ReadonlySet<number> = new Set([10, 14]);

/** Why the disk does not take or give the file at `path`; undefined where the disk is not to blame. */
export function diskReason(error: unknown, path = ''): string | undefined {
  const { code = '', errcode } = thrown.safeParse(error).data ?? {};
  if (errcode === undefined) return REASONS[code];
  // The low byte of an extended result code is the primary one.
  const primary = errcode & 0xff;
  return VAGUE.has(primary) && isDiskFull(path) ? FULL : SQLITE_REASONS.get(primary);
}

/** What the disk throws at `work` becomes a `DiskError`; everything else passes unchanged. */
export function onDisk<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw blameDisk(path, cause);
  }
}

/** What was thrown at the file or folder, as a `DiskError` where the disk is to blame. */
export function blameDisk(path: string, cause: unknown): unknown {
  const reason = diskReason(cause, path);
  return reason === undefined ? cause : new DiskError(path, reason, { cause });
}

/** The folder, made where it is not there, with access for its owner alone. Throws `DiskError`. */
export function makeOwnFolder(path: string): void {
  onDisk(path, () => mkdirSync(path, { recursive: true, mode: OWN_FOLDER }));
}

/** Whole or not at all, also where the program is killed or the disk is full. Throws `DiskError`. */
export function writeWhole(file: string, text: string | Uint8Array): void {
  const unfinished = unfinishedName(file);
  onDisk(file, () => {
    try {
      writeSynced(unfinished, text);
      renameSync(unfinished, file);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  });
}

const UNFINISHED = '.unfinished-';

/** What a file or folder is called until it is whole. */
export function unfinishedName(path: string): string {
  return `${path}${UNFINISHED}${process.pid}`;
}

/** What a killed program left of a file that it had not finished. */
export function isUnfinished(name: string): boolean {
  return name.includes(UNFINISHED);
}

function writeSynced(file: string, text: string | Uint8Array): void {
  const descriptor = openSync(file, 'w', OWN_FILE);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Made empty where it is not there: SQLite gives the files beside it the same rights. Throws `DiskError`. */
export function makeOwnFile(path: string): void {
  makeOwnFolder(dirname(path));
  onDisk(path, () => closeSync(openSync(path, 'a', OWN_FILE)));
}

/** Takes from others what an earlier version, or a copy, has let them read. What is not ours to change stays. */
export function closeToOthers(folder: string): void {
  close(folder, OWN_FOLDER);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) closeToOthers(path);
    else if (entry.isFile()) close(path, OWN_FILE);
  }
}

function close(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    // Another user's file, a file system without rights, or gone by now: whoever cannot use it is told at its use.
  }
}
