import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { makeTempFolder } from '../support/temp-folder.ts';
import { runProgram } from '../support/run-program-here.ts';
import { runProcess } from '../support/run-program.ts';

const START = 'local/start.ts';
const SHNOR = 'local/cli/main.ts';

describe('bad input gets one clear message, a non-zero exit, and loses nothing', () => {
  const folder = makeTempFolder();
  afterAll(() => folder.remove());
  const fresh = (name: string) => join(folder.path, name);

  test('a taken port', async () => {
    const server = await listenAnywhere();
    const { port } = server.address() as AddressInfo;
    const result = await runProgram(START, ['--once', '--data', fresh('port'), '--port', String(port)]);
    server.close();
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining(`${port}`)]);
    expect(result.stderr).toMatch(/занят/u);
  });

  test('a port that our own program takes while it starts up over the same folder', async () => {
    const data = fresh('starting');
    const server = await listenAnywhere();
    const { port } = server.address() as AddressInfo;
    mkdirSync(data);
    writeFileSync(join(data, 'shnor.json'), '{"program":"shnor","version":1}');
    const pageUrl = `http://127.0.0.1:${port}/`;
    writeFileSync(join(data, 'starting.json'), JSON.stringify({ pid: process.pid, pageUrl }));
    const result = await runProcess(START, ['--data', data, '--port', String(port)]);
    server.close();
    expect([result.code, result.stderr]).toEqual([
      1,
      expect.stringMatching(/^Программа уже запускается в папке .+ Подождите и откройте http/u),
    ]);
    expect(result.stderr).toContain(pageUrl);
    expect(readdirSync(data)).toContain('starting.json');
  });

  test('a foreign data folder', async () => {
    mkdirSync(fresh('foreign'));
    writeFileSync(join(fresh('foreign'), 'диплом.txt'), 'не трогать');
    const result = await runProgram(START, ['--once', '--port', '0', '--data', fresh('foreign')]);
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining('создана не этой программой')]);
    expect(readdirSync(fresh('foreign'))).toEqual(['диплом.txt']);
  });

  test.each([
    ['shnor.json', '{"program":'],
    ['store.sqlite', 'это не база данных, а письмо'],
    ['sheets.sqlite', 'и это не база данных, а письмо'],
  ])('a damaged %s', async (file, content) => {
    const data = fresh(`damaged-${file}`);
    mkdirSync(data);
    writeFileSync(join(data, 'shnor.json'), '{"program":"shnor","version":1,"workbookId":"w"}');
    writeFileSync(join(data, file), content);
    const result = await runProgram(SHNOR, ['sync', '--data', data]);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/повреждён|не база|создан/u);
    expect(readFileSync(join(data, file), 'utf8')).toBe(content);
  });

  test('an unknown flag', async () => {
    const result = await runProgram(SHNOR, ['sync', '--forse']);
    expect([result.code, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain('Неизвестный аргумент: forse');
  });

  test('an unknown command', async () => {
    const result = await runProgram(SHNOR, ['frob', '--json']);
    expect([result.code, JSON.parse(result.stdout)]).toMatchObject([2, { error: { code: 'usage' } }]);
    expect(result.stderr).toContain('Неизвестная команда: frob');
  });

  test('no command', async () => {
    const result = await runProgram(SHNOR, []);
    expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('Назовите команду')]);
  });

  test.each(['31.09.2026', '2026-02-30', 'завтра'])('an impossible date: %s', async (day) => {
    const result = await runProgram(SHNOR, ['monitor', '--today', day, '--data', fresh('date')]);
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining(`«${day}» — такого дня нет`)]);
  });

  test('an impossible period', async () => {
    const args = ['explain', 'Август', '--json', '--period', '2021-12-31..2021-01-01'];
    const result = await runProgram(SHNOR, args);
    expect([result.code, JSON.parse(result.stdout)]).toMatchObject([1, { error: { code: 'bad_argument' } }]);
  });

  test('a table chosen where a .csv has only one', async () => {
    const data = fresh('csv');
    mkdirSync(data);
    const file = join(data, 'план.csv');
    writeFileSync(file, 'Мероприятие;Срок\nСеминар;Май\n');
    writeFileSync(join(data, 'shnor.json'), '{"program":"shnor","version":1,"workbookId":"w"}');
    const result = await runProgram(SHNOR, ['import', file, '--table', '2', '--data', data]);
    expect([result.code, result.stderr.trim()]).toEqual([
      1,
      'В файле .csv одна таблица, выбирать не из чего. Уберите ключ --table.',
    ]);
  });

  test('no workbook yet', async () => {
    const result = await runProgram(SHNOR, ['sync', '--json', '--data', fresh('empty')]);
    expect([result.code, JSON.parse(result.stdout)]).toMatchObject([
      1,
      { error: { code: 'not_provisioned' } },
    ]);
  });

  test('an unreachable Sheets API', async () => {
    const server = await listenAnywhere();
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const url = `http://127.0.0.1:${port}`;
    const env = { SHNOR_SHEETS_PATIENCE_MS: '200' };
    const result = await runProgram(SHNOR, ['provision', '--data', fresh('off'), '--sheets', url], { env });
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining('127.0.0.1')]);
    expect(result.stderr).toMatch(/не отвечает|недоступ/u);
  });

  test('a refusing Sheets API', async () => {
    const server = await listenAnywhere();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await runProgram(SHNOR, ['provision', '--data', fresh('refuse'), '--sheets', url]);
    server.close();
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/доступ/u);
  });
});

/** A server that forbids everything. */
async function listenAnywhere(): Promise<Server> {
  const body = {
    error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
  };
  const server = createServer((_, response) =>
    response.writeHead(403, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
