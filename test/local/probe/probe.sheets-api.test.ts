import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { QUESTIONS } from '../../../local/probe/questions.ts';
import { openProbedSheets } from '../../../local/probe/sheets.ts';
import { runProbe } from '../../../local/probe/run-probe.ts';
import { startSheetsApi } from '../../../local/sheets-api/server.ts';
import { runProgram } from '../../support/run-program-here.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

/** What the stand-in is believed to do as Google does: a real account's answers are compared with these. */
test('the stand-in answers every question as is expected of Google, and the spreadsheet is left as it was', async () => {
  const folder = makeTempFolder();
  const api = await startSheetsApi({ dataDir: folder.path, port: 0 });
  const base = `${api.url.replace(/\/$/u, '')}/v4/spreadsheets`;
  const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };
  const made = await fetch(base, {
    method: 'POST',
    headers,
    body: JSON.stringify({ properties: { title: 'Проба' } }),
  });
  const { spreadsheetId } = (await made.json()) as { spreadsheetId: string };
  const sheets = openProbedSheets({ rootUrl: api.url, spreadsheetId, token: async () => 'local' });
  const before = await sheets.read('?fields=sheets(properties,developerMetadata)');
  const record = await runProbe(sheets, '2026-11-30T12:00:00.000Z');
  expect(record.answers.map(({ name, isAsExpected, changes }) => [name, isAsExpected, changes])).toEqual(
    QUESTIONS.map(({ name }) => [name, true, undefined]),
  );
  expect(await sheets.read('?fields=sheets(properties,developerMetadata)')).toEqual(before);

  const data = join(folder.path, 'data');
  const args = ['probe', '--spreadsheet', spreadsheetId, '--sheets', api.url, '--data', data];
  const { code, stdout } = await runProgram('local/cli/main.ts', args);
  expect([code, stdout]).toEqual([0, expect.stringContaining('как ожидалось  Стереть метку, которой нет')]);
  expect(JSON.parse(readFileSync(join(data, 'probe.json'), 'utf8'))).toMatchObject({ spreadsheetId });
  await api.close();
  folder.remove();
});

test('another answer is told with what it changes', async () => {
  const silent = {
    spreadsheetId: 'x',
    update: async () => ({ status: 200, body: {} }),
    read: async () => ({ status: 200, body: {} }),
    findMetadata: async () => [],
  };
  const { answers } = await runProbe(silent, '');
  expect(answers.find(({ name }) => name === 'taken-id')).toMatchObject({
    isAsExpected: false,
    changes: expect.stringContaining('метки столбцов не ограждают запись'),
  });
});
