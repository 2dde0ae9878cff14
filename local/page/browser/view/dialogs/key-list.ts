import { element } from '../elements.ts';

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl+F', 'найти во всех вкладках'],
  ['Ctrl+H', 'найти и заменить'],
  ['Ctrl+;', 'сегодняшнее число'],
  ['Ctrl+D, Ctrl+R', 'заполнить вниз, вправо'],
  ['Ctrl+Enter', 'набранное — во все выделенные ячейки'],
  ['F2', 'править ячейку; у даты — календарь'],
  ['Alt+Enter', 'новая строка внутри ячейки'],
  ['Esc', 'бросить начатую правку'],
  ['Ctrl+Z, Ctrl+Y', 'отменить, вернуть'],
  ['Ctrl+C, Ctrl+X, Ctrl+V', 'копировать, вырезать, вставить'],
  ['Ctrl+стрелки', 'к краю заполненного'],
  ['Home, End', 'к началу, к концу строки'],
  ['Ctrl+Home, Ctrl+End', 'к началу листа, к последней записи'],
  ['Ctrl+пробел, Shift+пробел', 'выделить столбец, строку'],
  ['F4', 'в формуле: закрепить ссылку ($)'],
  ['Ctrl+P', 'печать листа'],
  ['Ctrl+/', 'этот список'],
];

/** Shows what the keys do; any key that closes a dialog closes it. */
export function showKeys(onClosed: () => void): void {
  const rows = KEYS.map(([keys, what]) =>
    element('tr', {}, element('th', { scope: 'row' }, keys), element('td', {}, what)),
  );
  const close = element('button', { type: 'button' }, 'Закрыть');
  const dialog = element(
    'dialog',
    { className: 'dialog' },
    element('h2', {}, 'Клавиши'),
    element('table', { className: 'keys' }, ...rows),
    element('div', { className: 'dialog-buttons' }, close),
  );
  close.addEventListener('click', () => dialog.close());
  // The grid takes keys from the whole page.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClosed();
  });
  document.body.append(dialog);
  dialog.showModal();
}
