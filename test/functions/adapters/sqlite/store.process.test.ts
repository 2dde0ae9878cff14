import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { openSqliteStore } from '../../../../functions/adapters/sqlite/store.ts';
import {
  StoreDamagedError,
  StoreNewerError,
  StoreUnavailableError,
} from '../../../../functions/use-cases/ports/errors.ts';

const run = promisify(execFile);
const root = mkdtempSync(join(tmpdir(), 'shnor-sqlite-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'test-'));
  path = join(folder, 'store.db');
});

async function fill(rows: number): Promise<void> {
  const store = openSqliteStore(path);
  const data = { text: 'Срок исполнения '.repeat(50) };
  await store.commit(
    Array.from({ length: rows }, (_, i) => ({ kind: 'put' as const, key: `rows/r${i}`, data })),
  );
  await store.close();
}

function damage(change: (bytes: Buffer) => Buffer): Buffer {
  const damaged = change(readFileSync(path));
  writeFileSync(path, damaged);
  return damaged;
}

describe('a store on disk', () => {
  test('opened again has what was committed, versions included', async () => {
    const before = openSqliteStore(path);
    await before.commit([{ kind: 'put', key: 'workbooks/a', data: { n: 1 } }]);
    const written = await before.getMany(['workbooks/a']);
    await before.close();
    const after = openSqliteStore(path);
    expect(await after.getMany(['workbooks/a'])).toEqual(written);
    await after.close();
  });

  test('closed is one file', async () => {
    await fill(10);
    expect(readdirSync(folder)).toEqual(['store.db']);
  });

  test('makes the folder that it needs', async () => {
    const store = openSqliteStore(join(folder, 'new', 'folder', 'store.db'));
    await expect(store.getMany(['workbooks/a'])).resolves.toEqual([undefined]);
    await store.close();
  });

  test('loses no increment of two processes, which also create it at once', async () => {
    const script = join(import.meta.dirname, 'increment.ts');
    const increments = (): Promise<unknown> => run(process.execPath, [script, path, '100']);
    await Promise.all([increments(), increments()]);
    const store = openSqliteStore(path);
    expect((await store.getMany(['counters/shared'])).map((found) => found?.data)).toEqual([{ n: 200 }]);
    await store.close();
  });
});

describe('a file that is not ours is refused and left as it was', () => {
  const refuses = (bytes: Buffer): void => {
    expect(() => openSqliteStore(path)).toThrow(StoreDamagedError);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['store.db']);
  };

  test('a text', () => {
    writeFileSync(path, 'Список школ');
    refuses(Buffer.from('Список школ'));
  });

  test('the SQLite database of another program', () => {
    const foreign = new DatabaseSync(path);
    foreign.exec('PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT)');
    foreign.close();
    refuses(readFileSync(path));
  });

  test('a store of a newer version', async () => {
    await fill(1);
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 2');
    newer.close();
    const bytes = readFileSync(path);
    expect(() => openSqliteStore(path)).toThrow(StoreNewerError);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('a store cut short', async () => {
    await fill(100);
    refuses(damage((bytes) => bytes.subarray(0, bytes.length / 2)));
  });

  test('a store with a page of zeros', async () => {
    await fill(100);
    refuses(damage((bytes) => bytes.fill(0, 4096, 8192)));
  });
});

describe('a file that cannot be opened', () => {
  test('a folder in its place is reported as an unavailable store', () => {
    mkdirSync(path);
    expect(() => openSqliteStore(path)).toThrow(StoreUnavailableError);
  });

  test('a file in the place of its folder is reported as an unavailable store', () => {
    writeFileSync(path, '');
    expect(() => openSqliteStore(join(path, 'store.db'))).toThrow(StoreUnavailableError);
  });
});
