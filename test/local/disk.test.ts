import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { DiskError, onDisk, writeWhole } from '../../local/disk.ts';
import { guarded } from '../../local/sheets-api/database.ts';
import { SheetsFileBusyError, SheetsFileDamagedError } from '../../local/sheets-api/errors.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const folder = makeTempFolder();
afterAll(() => folder.remove());

const failing = (fields: object) => (): never => {
  throw Object.assign(new Error('of the system'), fields);
};

describe('what the disk refuses is called what it is, with the mend', () => {
  test.each([
    [{ code: 'ENOSPC' }, 'на диске кончилось место. Освободите его'],
    [{ code: 'EROFS' }, 'только для чтения. Откройте её для записи'],
    [{ code: 'EACCES' }, 'нет прав. Отдайте ему папку'],
    [{ code: 'EFBIG' }, 'ulimit -f'],
    [{ code: 'EIO' }, 'Проверьте диск'],
    [{ errcode: 13 }, 'на диске кончилось место. Освободите его'],
    [{ errcode: 8 }, 'только для чтения. Откройте её для записи'],
    // SQLITE_READONLY_DIRECTORY, SQLITE_IOERR_WRITE, SQLITE_CANTOPEN_ISDIR
    [{ errcode: 1544 }, 'только для чтения. Откройте её для записи'],
    [{ errcode: 778 }, 'Проверьте диск'],
    [{ errcode: 526 }, 'файл не открывается'],
  ])('%j', (fields, words) => {
    expect(() => onDisk('/srv/data', failing(fields))).toThrow(DiskError);
    expect(() => guarded('/srv/data', failing(fields))).toThrow(words);
  });

  test('a full disk is a full disk, also where SQLite calls it an error of input and output', () => {
    // Of `/proc` Linux says that it has no free block.
    for (const errcode of [10, 778, 14])
      expect(() => onDisk('/proc/store.sqlite', failing({ errcode }))).toThrow('на диске кончилось место');
  });

  test('damage is damage, and another program is another program', () => {
    // SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_NOTADB
    for (const errcode of [11, 779, 26])
      expect(() => guarded('sheets.sqlite', failing({ errcode }))).toThrow(SheetsFileDamagedError);
    expect(() => guarded('sheets.sqlite', failing({ errcode: 5 }))).toThrow(SheetsFileBusyError);
  });

  test('a bug of ours stays a bug', () => {
    expect(() => guarded('sheets.sqlite', failing({ errcode: 19 }))).toThrow('of the system');
    expect(() => onDisk('file', failing({}))).toThrow('of the system');
  });
});

test('a file that cannot be written whole leaves the one before as it was', () => {
  const file = join(folder.path, 'f.json');
  writeWhole(file, 'прежнее');
  expect(() => writeWhole(join(folder.path, 'f.json', 'inner'), 'новое')).toThrow(DiskError);
  expect([readFileSync(file, 'utf8'), readdirSync(folder.path)]).toEqual(['прежнее', ['f.json']]);
});
