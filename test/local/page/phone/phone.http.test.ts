import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { LiveBook } from '../../../../local/page/live-book.ts';
import { addPhoneRoutes } from '../../../../local/page/phone/phone-routes.ts';
import type { PageCell, PageFrame, PageRow, PageSheet } from '../../../../local/page/wire/book.ts';

const LINE = { left: '#000000' };
const head = (v: string): PageCell => ({ v, s: { bold: true, background: '#d9d9d9', borders: LINE } });
const cell = (v: string | number, rest: Partial<PageCell> = {}): PageCell => ({
  v,
  s: { borders: LINE },
  ...rest,
});

/** «Ответственный» takes two columns of the wide sheet. */
const MERGES = [{ startRow: 6, endRow: 8, startColumn: 2, endColumn: 4 }];

function sheetOf(sheetId: number, title: string, rows: readonly (PageRow | null)[]): PageSheet {
  const frame = { sheetId, title, frozenRows: 1, merges: MERGES } as Partial<PageFrame> as PageFrame;
  return { frame, rows };
}

const OVERVIEW = sheetOf(7, 'Обзор начальника', [
  [{ v: 'Обзор на 23.11.2026', s: { bold: true, size: 16 } }],
  [{ v: 'Просрочено 2.' }],
  [{ v: 'Просрочено' }],
  [{ v: 2, s: { size: 28, bold: true, background: '#fbe0c4' } }],
  [{ v: 'как неделю назад' }],
  [{ v: 'Школы', s: { bold: true } }],
  [head('Школа'), head('2.1'), head('Чьё'), null, head('Дней')],
  [cell('ОО № 5 <b>'), cell('! 84', { l: '#gid=3&range=A5' }), cell('методист'), null, cell(84)],
  [{ v: 'Знаки: ! просрочено; — не' }],
  [{ v: 'требуется.' }],
]);
const CONTROL = sheetOf(8, 'Контроль', [
  [{ v: 'Контроль', s: { bold: true } }],
  [head('№'), head('Строка'), head('Что не так')],
  [
    cell(1),
    cell(5, { l: '#gid=3&range=A5' }),
    cell('Школы «ОО № 7» нет на листе «Школы», исправьте её название.'),
  ],
]);
const EXECUTIONS = sheetOf(3, 'Исполнение', [
  [cell('Школа'), cell('Отметка')],
  null,
  null,
  null,
  [cell('ОО № 5'), cell('<script>alert(1)</script>')],
]);

describe('the workbook on a phone', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const app = express();
    const shown = { sheets: [OVERVIEW, CONTROL, EXECUTIONS] };
    const book = { refresh: () => ({ shown }) } as unknown as LiveBook;
    addPhoneRoutes(app, book, { overview: 7, control: 8 });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, text: await response.text() };
  }

  test('opens with «Обзор», whatever people have called its tab: the figure, and the row behind a cell', async () => {
    const { status, text } = await get('/m');
    expect(status).toBe(200);
    expect(text).toMatch(/<h1>Обзор на 23\.11\.2026<\/h1>/u);
    expect(text).toMatch(/<b>Просрочено<\/b><strong>2<\/strong><small>как неделю назад<\/small>/u);
    expect(text).toMatch(/<a href="\/m\/3\/5">! 84<\/a>/u);
    expect(text).toContain('<p>Знаки: ! просрочено; — не требуется.</p>');
  });

  test('leaves out the columns that a joined cell covers', async () => {
    const { text } = await get('/m');
    expect(text.match(/<th>[^<]*<\/th>/gu)).toEqual([
      '<th>Школа</th>',
      '<th>2.1</th>',
      '<th>Чьё</th>',
      '<th>Дней</th>',
    ]);
    expect(text.match(/<td /gu)).toHaveLength(4);
  });

  test('shows «Контроль» as records, and what a cell holds never as markup', async () => {
    const { text } = await get('/m/8');
    expect(text).toMatch(/<article>[\s\S]*<small>Что не так<\/small>/u);
    expect((await get('/m')).text).toContain('ОО № 5 &lt;b&gt;');
  });

  test('opens a row under its headers', async () => {
    const { text } = await get('/m/3/5');
    expect(text).toContain('<h1>Исполнение, строка 5</h1>');
    expect(text).toMatch(/<dt>Отметка<\/dt>\s*<dd>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/dd>/u);
  });

  test('says so where a sheet is gone, or a row has moved away', async () => {
    expect(await get('/m/99')).toMatchObject({
      status: 404,
      text: expect.stringContaining('Такого листа в книге нет'),
    });
    expect((await get('/m/3/700')).text).toContain('Строка пуста');
  });
});
