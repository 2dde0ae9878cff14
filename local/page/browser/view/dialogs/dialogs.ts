import type { AlertButton } from '../../../../addon-host/alert-buttons.ts';
import type { PageDialog } from '../../../wire/events.ts';
import { element } from '../elements.ts';

const BUTTONS: Readonly<Record<PageDialog['buttons'], readonly (readonly [AlertButton, string])[]>> = {
  OK: [['OK', 'OK']],
  OK_CANCEL: [
    ['OK', 'OK'],
    ['CANCEL', 'Отмена'],
  ],
  YES_NO: [
    ['YES', 'Да'],
    ['NO', 'Нет'],
  ],
  YES_NO_CANCEL: [
    ['YES', 'Да'],
    ['NO', 'Нет'],
    ['CANCEL', 'Отмена'],
  ],
};

/** Which button a stray Enter presses: no question of yes or no is answered «Да» by mistake. */
const SAFEST: Readonly<Record<PageDialog['buttons'], number>> = {
  OK: 0,
  OK_CANCEL: 0,
  YES_NO: 1,
  YES_NO_CANCEL: 1,
};

export interface DialogAnswer {
  readonly button: AlertButton;
  readonly text?: string;
}

/** Asks, and settles with the button that was pressed; Escape closes. */
export function askDialog({ kind, title, message, buttons }: PageDialog): Promise<DialogAnswer> {
  return new Promise((resolve) => {
    const input = element('input', { type: 'text', className: 'dialog-input' });
    const row = element('div', { className: 'dialog-buttons' });
    const dialog = element('dialog', { className: 'dialog' });
    const finish = (button: AlertButton): void => {
      dialog.remove();
      resolve({ button, ...(kind === 'prompt' && { text: input.value }) });
    };
    for (const [button, label] of BUTTONS[buttons]) {
      const made = element('button', { type: 'button' }, label);
      made.addEventListener('click', () => finish(button));
      row.append(made);
    }
    const lines = message.split('\n').map((line) => element('p', {}, line));
    dialog.append(element('h2', {}, title), element('div', { className: 'dialog-text' }, ...lines));
    if (kind === 'prompt') dialog.append(input);
    dialog.append(row);
    dialog.addEventListener('cancel', () => finish('CLOSE'));
    // The grid takes keys from the whole page.
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter' && event.target === input) finish('OK');
    });
    document.body.append(dialog);
    dialog.showModal();
    const safest = row.querySelectorAll('button')[SAFEST[buttons]];
    (kind === 'prompt' ? input : safest)?.focus();
  });
}
