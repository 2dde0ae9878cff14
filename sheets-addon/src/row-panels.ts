import type { HistoryAnswer, RowAnswer } from '../../functions/contract.ts';
import { button, html, NOTHING, type Html } from './html.ts';

type Entry = HistoryAnswer['entries'][number];

/** «Замечания строки»: what is wrong, how the deadline was read, who changed the row last. */
export function layoutFindings({ title, findings, deadline, latest }: RowAnswer, place: string): Html {
  return html`<h1 tabindex="-1">${title}</h1>
    <h2>Замечания</h2>
    <ul>
      ${findings.length > 0 ? findings.map(layoutFinding) : html`<li class="good">Замечаний нет.</li>`}
    </ul>
    ${deadline ? layoutDeadline(deadline) : NOTHING}
    <h2>Последнее изменение</h2>
    ${
      latest
        ? html`<ul>
            ${layoutEntry(latest)}
          </ul>`
        : html`<p>Строка ещё не принята: «ШНОР» → «Синхронизировать».</p>`
    }
    ${latest ? button('Вся история', 'history', { place }) : NOTHING}${button('Показать выделенную строку', 'findings')}`;
}

function layoutFinding({ severity, title, column, message, advice }: RowAnswer['findings'][number]): Html {
  const where = column === null ? '' : `, столбец «${column}»`;
  return html`<li class="${severity}">
    <p><b>${title}${where}.</b> ${message}</p>
    <p>${advice}</p>
  </li>`;
}

function layoutDeadline({ phrase, explanation, dates, state }: NonNullable<RowAnswer['deadline']>): Html {
  return html`<h2>Как понят срок</h2>
    ${phrase ? html`<blockquote>${phrase}</blockquote>` : NOTHING}
    <p class="lines">${explanation}</p>
    <ul>
      ${dates.map((date) => html`<li>${date}</li>`)}
    </ul>
    ${state === null ? NOTHING : html`<p><b>Состояние: ${state}.</b></p>`}`;
}

/** «История строки», from the newest change to the oldest. */
export function layoutHistory({ title, entries, cursor }: HistoryAnswer, place: string): Html {
  return html`<h1 tabindex="-1">История: ${title}</h1>
    <ul>
      ${entries.map(layoutEntry)}
    </ul>
    ${entries.length === 0 ? html`<p>Записей ещё нет.</p>` : NOTHING}
    ${cursor === null ? NOTHING : button('Показать более раннее', 'history', { place, cursor: String(cursor) })}
    ${button('Замечания', 'findings', { place })}${button('История выделенной строки', 'history')}`;
}

function layoutEntry({ revision, moment, by, what, cells }: Entry): Html {
  const changes = cells.map(
    ({ column, before, after }) => html`<p>«${column}»: ${quote(before)} → ${quote(after)}</p>`,
  );
  return html`<li>
    <p><b>${moment}</b>, ${what}</p>
    ${changes}
    <p class="muted">${by}, ревизия ${revision}</p>
  </li>`;
}

function quote(value: string): string {
  return value === '' ? 'пусто' : `«${value}»`;
}
