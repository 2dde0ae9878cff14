import type { PageCell, PageSheet } from '../wire/book.ts';
import { findCards, type PhoneCard } from './find-cards.ts';
import { shownText } from '../wire/shown-text.ts';
import { findTables, type PhoneTable } from './find-tables.ts';
import { html, type Html } from '../html.ts';

/** More columns with long texts than a phone is wide: such a row becomes a record of its own. */
const LONG_TEXT = 40;

/** A sheet for a narrow screen, from what people see in its cells: texts, large figures, tables, records. */
export function renderSheet(sheet: PageSheet): Html {
  const tables = findTables(sheet);
  const cards = findCards(sheet);
  const inTables = (row: number) => tables.some(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow);
  const cardTexts = new Set(cards.flatMap(({ title, figure, note }) => [title, figure, note]));
  const lines = sheet.rows.flatMap((row, at) => {
    const text = shownText(row?.[0]);
    const isLine = text !== '' && !inTables(at) && !cardTexts.has(text);
    return isLine ? [{ at, text, isBold: row?.[0]?.s?.bold === true }] : [];
  });
  const first = Math.min(...tables.map(({ firstRow }) => firstRow));
  return html`${lines.filter(({ at }) => at < first).map(renderLine)} ${renderCards(cards)}
  ${tables.map(renderTable)} ${joined(lines.filter(({ at }) => at >= first)).map(renderLine)}`;
}

interface Line {
  readonly at: number;
  readonly text: string;
  readonly isBold: boolean;
}

/** On the wide sheet a long text flows over several rows: here it is one paragraph. */
function joined(lines: readonly Line[]): readonly Line[] {
  const paragraphs: Line[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const flowsOn = last && !last.isBold && !line.isBold && last.at + 1 === line.at;
    if (flowsOn) paragraphs[paragraphs.length - 1] = { ...line, text: `${last.text} ${line.text}` };
    else paragraphs.push(line);
  }
  return paragraphs;
}

function renderLine({ text, isBold }: Line): Html {
  return isBold ? html`<h1>${text}</h1>` : html`<p>${text}</p>`;
}

function renderCards(cards: readonly PhoneCard[]): Html {
  if (cards.length === 0) return html``;
  return html`<section class="cards">
    ${cards.map(
      ({ title, figure, note, background }) =>
        html`<div class="card" style="background:${background ?? '#f1f3f4'}">
          <b>${title}</b><strong>${figure}</strong><small>${note}</small>
        </div>`,
    )}
  </section>`;
}

function renderTable(table: PhoneTable): Html {
  const heading = table.heading ? html`<h2>${table.heading}</h2>` : html``;
  if (isOfRecords(table)) return html`${heading}${renderRecords(table)}`;
  return html`${heading}${isOfLongNames(table) ? renderStacked(table) : renderFigures(table)}`;
}

function isOfRecords({ head, rows }: PhoneTable): boolean {
  const long = head.filter((_title, column) =>
    rows.some((cells) => column > 0 && shownText(cells[column]).length > LONG_TEXT),
  );
  return long.length > 0;
}

/** A long name beside other words: in a column of its own each word of it would take a line. */
function isOfLongNames({ rows }: PhoneTable): boolean {
  return rows.some(
    ([name, ...others]) => shownText(name).length > LONG_TEXT && others.some((cell) => isWords(cell)),
  );
}

/** The name over the whole width, what is said of it below. */
function renderStacked({ head, rows }: PhoneTable): Html {
  const [, ...titles] = head;
  return html`<table class="stacked">
    <tr>
      ${titles.map((title) => html`<th>${title}</th>`)}
    </tr>
    ${rows.map(
      ([name = null, ...others]) =>
        html`<tr>
            <td class="name" colspan="${String(titles.length)}">${renderValue(name)}</td>
          </tr>
          ${
            others.some((cell) => shownText(cell) !== '')
              ? html`<tr>
                  ${others.map(renderCell)}
                </tr>`
              : html``
          }`,
    )}
  </table>`;
}

function renderCell(cell: PageCell | null): Html {
  return html`<td class="${isWords(cell) ? 'text' : ''}" style="${styleOf(cell)}">${renderValue(cell)}</td>`;
}

function renderFigures({ head, rows }: PhoneTable): Html {
  return html`<div class="wide">
    <table class="${head.length > MANY ? 'tight' : ''}">
      <tr>
        ${head.map((title) => html`<th>${title.replace('-\n', '')}</th>`)}
      </tr>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map(renderCell)}
          </tr>`,
      )}
    </table>
  </div>`;
}

/** What the sheet centres is a figure, a date, a sign: it stays on one line. */
function isWords(cell: PageCell | null): boolean {
  return typeof cell?.v === 'string' && cell.s?.align !== 'center';
}

/** More columns than fit at an easy width. */
const MANY = 7;
const SHORT = 24;

/** The number, the severity and the place on one line, then what is long. */
function renderRecords({ head, rows }: PhoneTable): Html {
  return html`${rows.map(
    (cells) =>
      html`<article>
        ${cells.map((cell, column) =>
          shownText(cell) === ''
            ? html``
            : html`<div class="${shownText(cell).length > SHORT ? 'long' : ''}" style="${styleOf(cell)}">
                <small>${head[column] ?? ''}</small> ${renderValue(cell)}
              </div>`,
        )}
      </article>`,
  )}`;
}

/** A link is as large as a finger where it leads to a row. */
function renderValue(cell: PageCell | null): Html {
  const text = shownText(cell);
  const href = cell?.l === undefined ? undefined : linkOf(cell.l);
  return href ? html`<a href="${href}">${text}</a>` : html`${text}`;
}

function styleOf(cell: PageCell | null): string {
  const { background, bold } = cell?.s ?? {};
  return [background ? `background:${background}` : '', bold ? 'font-weight:bold' : '']
    .filter(Boolean)
    .join(';');
}

/** One row of a sheet as a record under its headers. `row`: as people count. */
export function renderRow({ rows, frame }: PageSheet, row: number): Html {
  const header = rows[Math.max(0, frame.frozenRows - 1)] ?? [];
  const cells = rows[row - 1] ?? [];
  const width = Math.max(header.length, cells.length);
  return html`<h1>${frame.title}, строка ${String(row)}</h1>
    <dl>
      ${Array.from({ length: width }, (_, column) => {
        const text = shownText(cells[column]);
        const title = shownText(header[column]);
        return text === '' || title === ''
          ? html``
          : html`<dt>${title}</dt>
              <dd>${text}</dd>`;
      })}
    </dl>
    ${cells.some((cell) => shownText(cell) !== '') ? html`` : html`<p>Строка пуста: её могли передвинуть.</p>`}`;
}

/** Where a cell's link leads on the phone: a row of this workbook, or a page of the web; undefined for anything else. */
function linkOf(link: string): string | undefined {
  const place = /^#gid=(\d+)(?:&range=[A-Z]+(\d+))?/u.exec(link);
  if (place) return `/m/${place[1]}${place[2] ? `/${place[2]}` : ''}`;
  return /^https?:\/\//u.test(link) ? link : undefined;
}
