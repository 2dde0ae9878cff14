import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  SheetsFileBusyError,
  SheetsFileDamagedError,
  SheetsFileVersionError,
} from '../../../local/sheets-api/errors.ts';
import { openStorage } from '../../../local/sheets-api/storage.ts';
import { startStandIn, valuesPath } from './start-stand-in.ts';

let dataDir: string;
let file: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sheets-storage-'));
  file = join(dataDir, 'sheets.sqlite');
});
afterEach(() => rm(dataDir, { recursive: true }));

describe('the kept spreadsheets', () => {
  test('a spreadsheet is after a restart what it was before', async () => {
    const first = await startStandIn({ dataDir });
    await first.create();
    await first.call('PUT', valuesPath('Лист1!B2', '?valueInputOption=USER_ENTERED'), {
      values: [['31.08.2021', 'текст', '=1/2', true]],
    });
    await first.batch(
      { setDataValidation: { range: { sheetId: 7 }, rule: { condition: { type: 'DATE_IS_VALID' } } } },
      { addSheet: { properties: { sheetId: 8, title: 'Второй', index: 0 } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 7 }, warningOnly: true } } },
      { mergeCells: { range: { sheetId: 7, startRowIndex: 4, endRowIndex: 6 }, mergeType: 'MERGE_ROWS' } },
    );
    const before = await first.call('GET', '/v4/spreadsheets/book?includeGridData=true');
    await first.stop('keep the folder');

    const second = await startStandIn({ dataDir });
    expect(await second.call('GET', '/v4/spreadsheets/book?includeGridData=true')).toEqual(before);
    await second.stop('keep the folder');
  });

  test('a sheet that is filled again and again takes no more room than once: equal looks are kept once', async () => {
    const service = await startStandIn({ dataDir });
    const gridProperties = { rowCount: 300, columnCount: 20 };
    await service.create({ sheets: [{ properties: { sheetId: 7, title: 'Лист1', gridProperties } }] });
    const look = { textFormat: { bold: true, fontFamily: 'Arial' }, wrapStrategy: 'WRAP' };
    const rows = Array.from({ length: 300 }, () => ({ values: Array.from({ length: 20 }, () => ({})) }));
    const fields = 'userEnteredValue,userEnteredFormat.textFormat.link';
    for (let time = 0; time < 5; time++)
      await service.batch(
        { repeatCell: { range: { sheetId: 7 }, cell: { userEnteredFormat: look }, fields: '*' } },
        { updateCells: { start: { sheetId: 7, rowIndex: 0, columnIndex: 0 }, rows, fields } },
      );
    await service.stop('keep the folder');
    const { size } = await stat(file);
    expect(size).toBeLessThan(120_000);
  });

  test('links are after a restart where they were, beside cells of the same look without one', async () => {
    const first = await startStandIn({ dataDir });
    await first.create();
    const look = { textFormat: { bold: true }, wrapStrategy: 'WRAP', borders: { top: { style: 'SOLID' } } };
    const linkTo = (row: number) => ({
      userEnteredFormat: { textFormat: { link: { uri: `#gid=7&range=A${row}` } } },
    });
    await first.batch(
      {
        repeatCell: { range: { sheetId: 7 }, cell: { userEnteredFormat: look }, fields: 'userEnteredFormat' },
      },
      {
        updateCells: {
          start: { sheetId: 7, rowIndex: 1, columnIndex: 1 },
          rows: [{ values: [linkTo(1), linkTo(2)] }, { values: [{}, linkTo(1)] }],
          fields: 'userEnteredFormat.textFormat.link',
        },
      },
      { updateCells: { start: { sheetId: 7, rowIndex: 8 }, rows: [{ values: [linkTo(3)] }], fields: '*' } },
    );
    const before = await first.call('GET', '/v4/spreadsheets/book?includeGridData=true');
    await first.stop('keep the folder');

    const second = await startStandIn({ dataDir });
    expect(await second.call('GET', '/v4/spreadsheets/book?includeGridData=true')).toEqual(before);
    await second.stop('keep the folder');
  });

  test('a file of the version before is taken over', async () => {
    openStorage(dataDir).close();
    const older = new DatabaseSync(file);
    older.exec('PRAGMA user_version = 1');
    older.close();
    openStorage(dataDir).close();
    const now = new DatabaseSync(file);
    expect(now.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
    now.close();
  });

  test('rows that moved into other chunks, and a sheet that became shorter, are kept as they are', async () => {
    const first = await startStandIn({ dataDir });
    const gridProperties = { rowCount: 1000, columnCount: 2 };
    await first.create({ sheets: [{ properties: { sheetId: 7, title: 'Лист1', gridProperties } }] });
    const values = Array.from({ length: 1000 }, (_, row) => [row]);
    await first.call('PUT', valuesPath('Лист1!A1', '?valueInputOption=RAW'), { values });
    const range = { sheetId: 7, dimension: 'ROWS' };
    await first.batch({ insertDimension: { range: { ...range, startIndex: 100, endIndex: 101 } } });
    await first.batch({ deleteDimension: { range: { ...range, startIndex: 0, endIndex: 700 } } });
    const before = await first.call('GET', valuesPath('Лист1'));
    await first.stop('keep the folder');

    const second = await startStandIn({ dataDir });
    const after = await second.call('GET', valuesPath('Лист1'));
    expect(after).toEqual(before);
    expect(after.body['values']).toHaveLength(301);
    await second.stop('keep the folder');
  });

  test('a damaged file is left as it is', async () => {
    await writeFile(file, 'это не таблицы, а что-то совсем другое');
    expect(() => openStorage(dataDir)).toThrow(SheetsFileDamagedError);
    expect(await readFile(file, 'utf8')).toBe('это не таблицы, а что-то совсем другое');
  });

  test('the database of another program is left as it is', async () => {
    const foreign = new DatabaseSync(file);
    foreign.exec('CREATE TABLE theirs (id INTEGER)');
    foreign.close();
    const before = await readFile(file);
    expect(() => openStorage(dataDir)).toThrow(SheetsFileDamagedError);
    expect(await readFile(file)).toEqual(before);
  });

  test('a file of a newer version is left as it is', async () => {
    openStorage(dataDir).close();
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openStorage(dataDir)).toThrow(SheetsFileVersionError);
    expect(() => openStorage(dataDir)).toThrow('формат 99');
  });

  test('a second program on the same folder is refused while the first one runs', () => {
    const first = openStorage(dataDir);
    expect(() => openStorage(dataDir)).toThrow(SheetsFileBusyError);
    first.close();
    openStorage(dataDir).close();
  });

  test('a folder that cannot be made is told', async () => {
    await writeFile(join(dataDir, 'plain'), '');
    expect(() => openStorage(join(dataDir, 'plain', 'inner'))).toThrow(/на пути стоит файл, а не папка/u);
  });
});
