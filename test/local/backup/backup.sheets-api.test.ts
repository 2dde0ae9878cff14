import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../functions/adapters/sqlite/store.ts';
import { RestoreOverError } from '../../../functions/use-cases/backup/backup-errors.ts';
import { readDocuments } from '../../../functions/use-cases/backup/read-documents.ts';
import {
  BESIDE_WORKBOOKS,
  collectionsOf,
  WORKBOOKS,
} from '../../../functions/use-cases/stored/collections.ts';
import { ACCOUNTS_FILE, openAccounts } from '../../../local/accounts/accounts.ts';
import { verifyBackup, type BackupSummary } from '../../../local/backup/backup-file.ts';
import { makeBackup } from '../../../local/backup/make-backup.ts';
import { restoreFolder, restoreStore } from '../../../local/backup/restore-backup.ts';
import { openDataFolder } from '../../../local/data-folder.ts';
import { copyDemo } from '../../support/demo-folder.ts';
import { runProgram } from '../../support/run-program-here.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { createMemoryStore } from '../../simulation/world/memory-store.ts';

const BACKUPS = join(import.meta.dirname, '../../fixtures/backups');
const root = makeTempFolder();
const place = (name: string): string => join(root.path, name);
const data = place('data');
const file = place('shnor.backup.gz');
let summary: BackupSummary;

async function shnor<Answer>(...args: readonly string[]): Promise<Answer> {
  const { code, stdout, stderr } = await runProgram('local/cli/main.ts', [...args, '--json']);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Answer;
}

beforeAll(async () => {
  copyDemo(data);
  const accounts = openAccounts({ file: join(data, ACCOUNTS_FILE), cost: 1024 });
  const { token } = await accounts.invite({ email: 'metodist@example.ru', days: 3 });
  await accounts.accept(token, 'берёза-окно-семь-чай');
  await accounts.close();
  summary = await shnor<BackupSummary>('backup', '--out', file, '--data', data);
});
afterAll(() => root.remove());

describe('a backup of the whole installation', () => {
  test('restored is the same: documents, spreadsheet, accounts, and which workbook it is', async () => {
    const into = place('restored');
    await restoreFolder(file, into);
    const again = await shnor<BackupSummary>('backup', '--out', place('again.gz'), '--data', into);
    expect(again).toMatchObject({ items: summary.items, documentsSha256: summary.documentsSha256 });
    expect(linesOf(place('again.gz'))).toEqual(linesOf(file));
    expect(openDataFolder(into).workbookId).toBe(openDataFolder(data).workbookId);
    const accounts = openAccounts({ file: join(into, ACCOUNTS_FILE), cost: 1024 });
    const who = { email: 'metodist@example.ru', password: 'берёза-окно-семь-чай', address: '' };
    expect((await accounts.signIn(who)).email).toBe('metodist@example.ru');
    await accounts.close();
  });

  test('is one that the program goes on with, as if nothing had been', async () => {
    const into = place('going-on');
    await shnor('restore-backup', file, '--into', into);
    expect(await shnor('sync', '--data', into)).toMatchObject({ status: 'unchanged' });
    expect(await shnor('check', '--full', '--data', into)).toMatchObject({ agrees: true });
  });

  test('goes from one store to another and back, equal by its hash', async () => {
    const other = createMemoryStore();
    await restoreStore(file, other);
    const back = await makeBackup({ store: other, now: '2026-11-24T06:00:00.000Z' }, place('back.gz'));
    expect(back.documentsSha256).toBe(summary.documentsSha256);
  });

  test('that was cut off in the middle goes on where it stopped', async () => {
    const other = createMemoryStore();
    const [first] = await collect(readDocuments(openSqliteStore(join(data, 'store.sqlite'))));
    if (first) await other.commit([{ kind: 'put', ...first }]);
    await restoreStore(file, other);
    expect(await collect(readDocuments(other))).toHaveLength(summary.documents);
  });

  test('replaces nothing, neither folder nor file nor document', async () => {
    const other = createMemoryStore();
    const workbook = { kind: 'put' as const, key: `workbooks/${openDataFolder(data).workbookId}`, data: {} };
    await other.commit([workbook]);
    await expect(restoreStore(file, other)).rejects.toThrow(RestoreOverError);
    await expect(restoreFolder(file, data)).rejects.toThrow('уже есть');
    const { stderr } = await runProgram('local/cli/main.ts', ['backup', '--out', file, '--data', data]);
    expect(stderr).toContain('уже есть');
    expect((await verifyBackup(file)).sha256).toBe(summary.sha256);
  });
});

test.each(readdirSync(BACKUPS).filter((name) => name.endsWith('.gz')))(
  'today’s program restores %s, and goes on with it',
  async (name) => {
    const into = place(name);
    await restoreFolder(join(BACKUPS, name), into);
    // What a newer program finds is written anew; of the rows none is.
    const counts = { create: 0, update: 0, delete: 0, restore: 0 };
    expect(await shnor('sync', '--data', into)).toMatchObject({ counts });
    expect(await shnor('sync', '--data', into)).toMatchObject({ status: 'unchanged' });
    expect(await shnor('check', '--full', '--data', into)).toMatchObject({ agrees: true });
  },
);

describe('a file that is not as it was written restores nothing', () => {
  const text = (): string => gunzipSync(readFileSync(file)).toString();
  const spoilt: readonly (readonly [string, () => Buffer])[] = [
    ['cut short', () => readFileSync(file).subarray(0, -100)],
    ['empty', () => Buffer.alloc(0)],
    ['of another kind', () => gzipSync('{"program":"shnor"}\n')],
    ['no archive', () => Buffer.from('Список школ')],
    ['without its end', () => gzipSync(text().split('\n').slice(0, -2).join('\n'))],
    ['with one letter changed', () => gzipSync(text().replace('ОО № 1', 'ОО № 7'))],
    ['with a line less', () => gzipSync(text().split('\n').toSpliced(5, 1).join('\n'))],
    ['with two lines the other way round', () => gzipSync(swapped(text()))],
    ['with something after its end', () => gzipSync(`${text()}{}\n`)],
  ];

  test.each(spoilt)('%s', async (name, make) => {
    const damaged = place(`${name}.gz`);
    writeFileSync(damaged, make());
    await expect(restoreFolder(damaged, place(`from ${name}`))).rejects.toThrow(/Ничего не восстановлено/u);
    expect(existsSync(place(`from ${name}`))).toBe(false);
    expect(readdirSync(root.path).filter((each) => each.includes('unfinished'))).toEqual([]);
  });

  test('of a later program says so', async () => {
    const newer = place('newer.gz');
    writeFileSync(newer, gzipSync(text().replace('"version":1', '"version":2')));
    await expect(verifyBackup(newer)).rejects.toThrow('более новая версия');
  });
});

describe('nothing that is stored is passed over', () => {
  test('every collection of the demo’s store is in the backup', () => {
    const database = new DatabaseSync(join(data, 'store.sqlite'), { readOnly: true });
    const rows = database.prepare('SELECT DISTINCT collection FROM documents').all();
    database.close();
    const known = new Set([...collectionsOf('ID'), ...BESIDE_WORKBOOKS, WORKBOOKS, 'quotas']);
    const unknown = rows
      .map(({ collection }) => String(collection).replace(/^workbooks\/[^/]+\//u, 'workbooks/ID/'))
      .filter((collection) => !known.has(collection));
    expect(unknown).toEqual([]);
  });

  test('every key that the functions make below a workbook is in the backup', () => {
    const sources = readdirSync('functions/use-cases', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    const names = sources.flatMap((source) =>
      [...source.matchAll(/workbooks\/\$\{workbookId\}\/(?<name>[\w-]+)/gu)].map(
        ({ groups }) => groups?.['name'],
      ),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names.map((name) => `workbooks/ID/${name}`))).toEqual(new Set(collectionsOf('ID')));
  });
});

/** All but the header, which tells the moment, and the end, which has its hash. */
function linesOf(path: string): readonly string[] {
  return gunzipSync(readFileSync(path)).toString().split('\n').slice(1, -2);
}

function swapped(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)].join('\n');
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const each of items) found.push(each);
  return found;
}
