import type { Conflict } from '../../edits/conflict/ask-whose.ts';
import { element } from '../elements.ts';

/** Shows both texts; settles with whether one's own is to stand. It stays until it is answered: closed, it would lose one. */
export function askConflict({ where, own, others }: Conflict): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element('dialog', { className: 'dialog conflict' });
    const answer = (words: string, isOwn: boolean): HTMLButtonElement => {
      const button = element('button', { type: 'button' }, words);
      button.addEventListener('click', () => {
        dialog.remove();
        resolve(isOwn);
      });
      return button;
    };
    const keep = answer('Оставить своё', true);
    dialog.append(
      element('h2', {}, 'Пока вы набирали, ячейку изменили'),
      element(
        'div',
        { className: 'dialog-text' },
        element('p', {}, where),
        element('p', {}, element('b', {}, 'Ваше: '), own === '' ? '(пусто)' : own),
        element('p', {}, element('b', {}, 'Чужое: '), others === '' ? '(пусто)' : others),
      ),
      element('div', { className: 'dialog-buttons' }, keep, answer('Принять чужое', false)),
    );
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    // The grid takes keys from the whole page.
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') event.preventDefault();
    });
    document.body.append(dialog);
    dialog.showModal();
    keep.focus();
  });
}
