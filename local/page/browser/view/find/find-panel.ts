import { ILayoutService } from '@univerjs/ui';
import { columnLetters } from '../../../../../functions/workbook/layout/columns.ts';
import type { PageBook } from '../../../wire/book.ts';
import { findGuard } from '../../../wire/explain-guard.ts';
import { enterText } from '../../edits/enter-text.ts';
import { findSheet } from '../../grid/mirror.ts';
import type { Grid } from '../../grid/univer.ts';
import { element, findElement } from '../elements.ts';
import { findInBook, replaceIn, type Found } from './find-in-book.ts';
import { showPlace } from '../place/links.ts';

export interface FindPanel {
  open(mode: 'find' | 'replace'): void;
}

/** Finds in all tabs, and replaces; the grid stands beside it and shows each place. */
export function createFindPanel(grid: Grid, book: () => PageBook): FindPanel {
  const wanted = field('Что найти', 'Найти во всех вкладках');
  const replacement = field('На что заменить', 'Заменить на');
  const count = element('span', { className: 'find-count' });
  const list = element('ol', { className: 'find-list' });
  count.setAttribute('aria-live', 'polite');
  let found: readonly Found[] = [];
  let at = -1;

  const show = (all: readonly Found[], words: string): void => {
    [found, at] = [all, -1];
    count.replaceChildren(words);
    list.replaceChildren(...found.map((each, index) => entry(each, () => void go(index))));
  };
  const search = (): void => {
    const all = findInBook(book(), wanted.value);
    show(all, wanted.value === '' ? '' : `Найдено: ${all.length}`);
  };
  const go = async (index: number): Promise<void> => {
    if (found.length === 0) return;
    at = (index + found.length) % found.length;
    const place = found[at];
    if (!place) return;
    count.replaceChildren(`${at + 1} из ${found.length}`);
    [...list.children].forEach((each, order) => each.classList.toggle('now', order === at));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    const keeper = document.activeElement;
    await showPlace(grid, String(place.sheetId), cellName(place));
    // The keys stay with whoever searches.
    if (keeper instanceof HTMLElement && panel.contains(keeper)) keeper.focus();
  };
  const replace = async (places: readonly Found[]): Promise<void> => {
    const texts = { wanted: wanted.value, replacement: replacement.value };
    const told = await replaceAt(grid, book(), { places, ...texts });
    const rest = found.filter((each) => !places.includes(each));
    show(rest, told);
  };
  const close = (): void => {
    panel.hidden = true;
    grid.injector.get(ILayoutService).focus();
  };
  const one = button('Заменить', () => (at < 0 ? go(0) : replace(found.slice(at, at + 1))));
  const all = button('Заменить все', () => replace(found));
  const replacing = element('div', { className: 'find-row' }, replacement, one, all);
  const row = element(
    'div',
    { className: 'find-row' },
    wanted,
    count,
    button('↑', () => go(at - 1), 'Предыдущее'),
    button('↓', () => go(at + 1), 'Следующее'),
    button('✕', close, 'Закрыть'),
  );
  const panel = element('section', { className: 'find-panel', hidden: true }, row, replacing, list);
  panel.setAttribute('aria-label', 'Поиск');
  wanted.addEventListener('input', search);
  keepKeys(panel, { close, field: wanted, go: (step) => void go(at + step) });
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

interface Replacing {
  readonly places: readonly Found[];
  readonly wanted: string;
  readonly replacement: string;
}

interface PanelKeys {
  readonly close: () => void;
  readonly field: HTMLElement;
  readonly go: (step: 1 | -1) => void;
}

/** The grid takes keys from the whole page. */
function keepKeys(panel: HTMLElement, { close, field, go }: PanelKeys): void {
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && event.target === field) go(event.shiftKey ? -1 : 1);
  });
}

/** Answers how many it has replaced, and how many stay as they are: cells of the system, and formulas. */
async function replaceAt(
  grid: Grid,
  book: PageBook,
  { places, wanted, replacement }: Replacing,
): Promise<string> {
  let left = 0;
  for (const { sheetId, row, column, text, isFormula } of places) {
    const sheet = findSheet(book, sheetId);
    if (isFormula || !sheet || findGuard(sheet.frame, row, column)) left += 1;
    else
      await enterText(
        grid,
        { subUnitId: String(sheetId), row, column },
        replaceIn(text, wanted, replacement),
      );
  }
  const rest = left > 0 ? `; не тронуто, это ячейки системы и формулы: ${left}` : '';
  return `Заменено: ${places.length - left}${rest}`;
}

function field(label: string, placeholder: string): HTMLInputElement {
  const made = element('input', { type: 'text', placeholder });
  made.setAttribute('aria-label', label);
  return made;
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
