import { join } from 'node:path';
import type { Express, Response } from 'express';
import type { LiveBook } from '../live-book.ts';
import type { PageSheet } from '../wire/book.ts';
import { html, type Html } from '../html.ts';
import { SIGN_OUT } from '../sign-in/sign-in.ts';
import { signedInAs } from '../sign-in/signed-in.ts';
import { renderRow, renderSheet } from './render.ts';

/** The sheets that a head looks at on the way, by their ids: people may rename them. */
export interface PhoneSheets {
  readonly overview: number;
  readonly control: number;
}

const CSS = join(import.meta.dirname, 'phone.css');

/** `/m`: the workbook to read on a phone, made here and without the grid. */
export function addPhoneRoutes(app: Express, book: LiveBook, tabs: PhoneSheets): void {
  const find = (sheetId: number) =>
    book.refresh().shown.sheets.find(({ frame }) => frame.sheetId === sheetId);
  const show = (response: Response, sheet: PageSheet | undefined, render: (sheet: PageSheet) => Html) => {
    const way = { tabs, isSignedIn: signedInAs(response.req) !== undefined };
    if (!sheet) return sendPage(response, 404, { ...way, title: 'Нет листа', body: MISSING, current: 0 });
    const { title, sheetId } = sheet.frame;
    sendPage(response, 200, { ...way, title, body: render(sheet), current: sheetId });
  };
  app.get('/m', (_request, response) => show(response, find(tabs.overview), renderSheet));
  app.get('/m/style.css', (_request, response) => response.sendFile(CSS));
  app.get('/m/:sheet', ({ params }, response) => show(response, find(Number(params.sheet)), renderSheet));
  app.get('/m/:sheet/:row', ({ params }, response) =>
    show(response, find(Number(params.sheet)), (sheet) => renderRow(sheet, Number(params.row))),
  );
}

const MISSING = html`<p>Такого листа в книге нет. Откройте «Обзор».</p>`;

interface Sent {
  readonly tabs: PhoneSheets;
  readonly isSignedIn: boolean;
  readonly title: string;
  readonly body: Html;
  readonly current: number;
}

function sendPage(response: Response, status: number, sent: Sent): void {
  const { tabs, isSignedIn, title, body, current } = sent;
  const tab = (sheetId: number, name: string) =>
    sheetId === current
      ? html`<a href="/m/${String(sheetId)}" aria-current="page">${name}</a>`
      : html`<a href="/m/${String(sheetId)}">${name}</a>`;
  const page = html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} — ШНОР</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/m/style.css" />
      </head>
      <body>
        <nav>
          ${tab(tabs.overview, 'Обзор')} ${tab(tabs.control, 'Контроль')} <a href="/?full">Таблица</a>
          ${isSignedIn ? html`<a href="${SIGN_OUT}">Выйти</a>` : html``}
        </nav>
        <main>${body}</main>
      </body>
    </html>`;
  response.status(status).type('html').set('cache-control', 'no-store').send(page.text);
}
