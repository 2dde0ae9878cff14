import { element, findElement } from './elements.ts';

/** How long what a person must read stands. */
export const MESSAGE_SECONDS = 12;

export interface ToastText {
  readonly title?: string;
  readonly message: string;
  /** Negative: until another takes its place or it is closed. */
  readonly seconds: number;
  readonly kind?: 'refusal';
}

/** Shows a message in the corner, in place of the one before; it goes by itself. */
export function showToast({ title, message, seconds, kind }: ToastText): void {
  const close = element('button', { type: 'button', className: 'toast-close', title: 'Закрыть' }, '×');
  const toast = element('div', { className: kind === 'refusal' ? 'toast refusal' : 'toast' });
  if (title) toast.append(element('strong', {}, title));
  toast.append(element('p', {}, message), close);
  // The grid keeps the keys.
  close.addEventListener('pointerdown', (event) => event.preventDefault());
  close.addEventListener('click', () => toast.remove());
  if (seconds < 0) toast.dataset['lasting'] = '';
  else setTimeout(() => toast.remove(), seconds * 1000);
  findElement('toasts').replaceChildren(toast);
}

/** Takes away the message that stands until what it tells of has ended. */
export function endProgress(): void {
  findElement('toasts').querySelector('[data-lasting]:not(.refusal)')?.remove();
}
