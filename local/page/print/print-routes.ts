import { join } from 'node:path';
import type { Express } from 'express';
import { html, type Html } from '../html.ts';
import type { LiveBook } from '../live-book.ts';
import type { PageSheet } from '../wire/book.ts';
import { renderPrint } from './render-print.ts';
import { findBounds, type Bounds } from './sheet-bounds.ts';

const CSS = join(import.meta.dirname, 'print.css');

/** Landscape, within the margins, at the 96 dots an inch of CSS; a little less, for lines are rounded up. */
const A4 = { size: 'A4', width: 1050, height: 705 } as const;
const A3 = { size: 'A3', width: 1505, height: 1030 } as const;
/** Smaller letters nobody reads: such a tab wants the larger paper. */
const LEAST_SCALE = 0.55;

/** `/print/SHEET`: a tab as it goes to paper, landscape and fitted to the width; `onePage` to one page as a whole. */
export function addPrintRoutes(
  app: Express,
  book: LiveBook,
  { onePage }: { readonly onePage: number },
): void {
  app.get('/print/style.css', (_request, response) => response.sendFile(CSS));
  app.get('/print/:sheet', ({ params }, response) => {
    const { shown } = book.refresh();
    const sheet = shown.sheets.find(({ frame }) => frame.sheetId === Number(params.sheet));
    const page = sheet
      ? wrap(`${shown.title} — ${sheet.frame.title}`, { sheet, isOnePage: sheet.frame.sheetId === onePage })
      : html`<p>Такого листа в книге нет.</p>`;
    response
      .status(sheet ? 200 : 404)
      .type('html')
      .set('cache-control', 'no-store')
      .send(page.text);
  });
}

interface Printed {
  readonly sheet: PageSheet;
  readonly isOnePage: boolean;
}

function wrap(title: string, { sheet, isOnePage }: Printed): Html {
  const bounds = findBounds(sheet);
  const paper = !isOnePage && scaleOn(A4, bounds, false) < LEAST_SCALE ? A3 : A4;
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/print/style.css" />
        <style>
          @page {
            size: ${paper.size} landscape;
            @bottom-left {
              content: '${cssText(title)}';
            }
          }
          main {
            zoom: ${scaleOn(paper, bounds, isOnePage).toFixed(3)};
          }
        </style>
      </head>
      <body>
        <main class="${isOnePage ? 'one-page' : ''}">${renderPrint(sheet)}</main>
      </body>
    </html>`;
}

/** By so much a row may come out higher than asked: what is shrunk is set on whole dots. */
const ROUNDING = 0.3;

/** Never larger than on the screen. */
function scaleOn(paper: typeof A4 | typeof A3, { width, height, rows }: Bounds, isOnePage: boolean): number {
  const fits = paper.width / Math.max(width, 1);
  return Math.min(1, fits, isOnePage ? (paper.height - rows.length * ROUNDING) / Math.max(height, 1) : 1);
}

/** A text within a style: each sign that might mean something there by its number. */
function cssText(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .,—-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
}
