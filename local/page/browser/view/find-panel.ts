import { ILayoutService } from '@univerjs/ui';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import type { PageBook } from '../../wire/book.ts';
import { findGuard } from '../../wire/explain-guard.ts';
import { enterText } from '../edits/enter-text.ts';
import { findSheet } from '../grid/mirror.ts';
import type { Grid } from '../grid/univer.ts';
import { element, findElement } from './elements.ts';
import { findInBook, replaceIn, type Found } from './find-in-book.ts';
import { showPlace } from './links.ts';

export interface FindPanel {
  open(mode: 'find' | 'replace'): void;
}

/** Finds in all tabs, and replaces; the grid stands beside it and shows each place. */
export function createFindPanel(grid: Grid, book: () => PageBook): FindPanel {
  const wanted = element('input', { type: 'text', placeholder: 'Найти во всех вкладках' });
  const replacement = element('input', { type: 'text', placeholder: 'Заменить на' });
  const count = element('span', { className: 'find-count' });
  const list = element('ol', { className: 'find-list' });
  wanted.setAttribute('aria-label', 'Что найти');
  replacement.setAttribute('aria-label', 'На что заменить');
  count.setAttribute('aria-live', 'polite');
  let found: readonly Found[] = [];
  let at = -1;

  const search = (): void => {
    found = findInBook(book(), wanted.value);
    at = -1;
    count.replaceChildren(wanted.value === '' ? '' : `Найдено: ${found.length}`);
    list.replaceChildren(...found.map((each, index) => entry(each, () => void go(index))));
  };
  const go = async (index: number): Promise<void> => {
    if (found.length === 0) return;
    at = (index + found.length) % found.length;
    const place = found[at];
    if (!place) return;
    count.replaceChildren(`${at + 1} из ${found.length}`);
    [...list.children].forEach((each, order) => each.classList.toggle('now', order === at));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    const field = document.activeElement;
    await showPlace(grid, String(place.sheetId), cellName(place));
    // The keys stay with whoever searches.
    if (field instanceof HTMLElement && panel.contains(field)) field.focus();
  };
  const replace = async (places: readonly Found[]): Promise<void> => {
    let left = 0;
    for (const place of places) {
      const sheet = findSheet(book(), place.sheetId);
      if (place.isFormula || !sheet || findGuard(sheet.frame, place.row, place.column)) left += 1;
      else
        await enterText(
          grid,
          { subUnitId: String(place.sheetId), row: place.row, column: place.column },
          replaceIn(place.text, wanted.value, replacement.value),
        );
    }
    const done = places.length - left;
    const rest = left > 0 ? `; не тронуто, это ячейки системы и формулы: ${left}` : '';
    const gone = new Set(places);
    found = found.filter((each) => !gone.has(each));
    list.replaceChildren(...found.map((each, index) => entry(each, () => void go(index))));
    at = -1;
    count.replaceChildren(`Заменено: ${done}${rest}`);
  };
  const close = (): void => {
    panel.hidden = true;
    grid.injector.get(ILayoutService).focus();
  };
  const one = button('Заменить', async () => {
    const place = found[at];
    if (place) await replace([place]);
    else await go(0);
  });
  const all = button('Заменить все', () => replace(found));
  const replacing = element('div', { className: 'find-row' }, replacement, one, all);
  const panel = element(
    'section',
    { className: 'find-panel', hidden: true },
    element(
      'div',
      { className: 'find-row' },
      wanted,
      count,
      button('↑', () => go(at - 1), 'Предыдущее'),
      button('↓', () => go(at + 1), 'Следующее'),
      button('✕', close, 'Закрыть'),
    ),
    replacing,
    list,
  );
  panel.setAttribute('aria-label', 'Поиск');
  wanted.addEventListener('input', search);
  // The grid takes keys from the whole page.
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && event.target === wanted) void go(at + (event.shiftKey ? -1 : 1));
  });
  findElement('middle').append(panel);
  return {
    open(mode) {
      panel.hidden = false;
      replacing.hidden = mode === 'find';
      search();
      wanted.focus();
      wanted.select();
    },
  };
}

function entry({ tab, text, ...place }: Found, onClick: () => void): HTMLElement {
  const where = element('b', {}, `${tab}, ${cellName(place)} `);
  const item = element('li', {}, where, text);
  item.addEventListener('click', onClick);
  return item;
}

function cellName({ row, column }: Pick<Found, 'row' | 'column'>): string {
  return `${columnLetters(column)}${row + 1}`;
}

function button(words: string, run: () => unknown, title = words): HTMLButtonElement {
  const made = element('button', { type: 'button', title }, words);
  made.setAttribute('aria-label', title);
  made.addEventListener('click', () => void run());
  return made;
}
