import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openDataFolder } from '../../local/data-folder.ts';
import { FolderBusyError } from '../../local/local-errors.ts';
import { openStorage } from '../../local/sheets-api/storage.ts';
import { openPageStorage } from '../../local/page/storage.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const root = makeTempFolder();
afterAll(() => root.remove());
let count = 0;
const fresh = (): string => join(root.path, `data${(count += 1)}`);

const rightsOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const SERVER = { pid: process.pid, sheetsUrl: 'http://127.0.0.1:1', sheetsKey: 'key' };

describe('what the folder holds is its owner’s alone', () => {
  test('the folder and every file that the program makes in it', async () => {
    const folder = openDataFolder(fresh());
    folder.announceServer(SERVER);
    const store = openSqliteStore(folder.file('store.sqlite'));
    await store.commit([{ kind: 'put', key: 'workbooks/a', data: {} }]);
    const sheets = openStorage(folder.path);
    const page = openPageStorage(folder.file('page.sqlite'));
    const files = readdirSync(folder.path);
    expect(files).toEqual(expect.arrayContaining(['store.sqlite-wal', 'sheets.sqlite-wal', 'server.json']));
    expect(files.map((name) => [name, rightsOf(folder.file(name))])).toEqual(
      files.map((name) => [name, '600']),
    );
    expect(rightsOf(folder.path)).toBe('700');
    await store.close();
    sheets.close();
    page.close();
  });

  test('also what an earlier version has left open to others', () => {
    const path = fresh();
    mkdirSync(join(path, 'outbox'), { recursive: true, mode: 0o755 });
    writeFileSync(join(path, 'shnor.json'), '{"program":"shnor","version":1}', { mode: 0o644 });
    writeFileSync(join(path, 'outbox', '1.eml'), 'Письмо', { mode: 0o644 });
    openDataFolder(path);
    expect(['', 'shnor.json', 'outbox', 'outbox/1.eml'].map((name) => rightsOf(join(path, name)))).toEqual([
      '700',
      '600',
      '700',
      '600',
    ]);
  });
});

describe('an announcement', () => {
  test.each([
    ['cut short', '{"pid": 1, "sheetsU'],
    ['empty', ''],
    ['of zeros', '\0\0\0\0'],
    ['of another shape', '{"pid":"one"}'],
    ['of an address that is none', `{"pid":${process.pid},"sheetsUrl":"тут","pageUrl":"тут"}`],
  ])('that is %s blocks nothing', (_, text) => {
    const folder = openDataFolder(fresh());
    for (const name of ['server.json', 'starting.json']) writeFileSync(folder.file(name), text);
    expect([folder.findServer(), folder.findStarting()]).toEqual([undefined, undefined]);
    folder.announceServer(SERVER);
    expect(folder.findServer()).toEqual(SERVER);
    folder.announceStarting({ pid: process.pid });
    expect(folder.findStarting()).toEqual({ pid: process.pid });
  });

  test('of another program that lives keeps the folder', () => {
    const folder = openDataFolder(fresh());
    writeFileSync(folder.file('server.json'), JSON.stringify({ ...SERVER, pid: 1 }));
    expect(() => folder.announceServer(SERVER)).toThrow(FolderBusyError);
  });

  test('is written whole, and leaves nothing beside it', () => {
    const folder = openDataFolder(fresh());
    const retract = folder.announceServer(SERVER);
    expect(JSON.parse(readFileSync(folder.file('server.json'), 'utf8'))).toEqual(SERVER);
    expect(readdirSync(folder.path).toSorted()).toEqual(['server.json', 'shnor.json']);
    retract();
    expect(readdirSync(folder.path)).toEqual(['shnor.json']);
  });

  test('unfinished when the program was killed does not make the folder somebody else’s', () => {
    const path = fresh();
    mkdirSync(path);
    writeFileSync(join(path, 'shnor.json.unfinished-77'), '{"prog');
    expect(openDataFolder(path).workbookId).toBeUndefined();
  });
});
