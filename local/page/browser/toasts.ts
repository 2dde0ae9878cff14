import { element, findElement } from './elements.ts';

export interface ToastText {
  readonly title?: string;
  readonly message: string;
  /** Negative: until another takes its place or it is closed. */
  readonly seconds: number;
  readonly kind?: 'refusal';
}

const MAX_SHOWN = 4;

/** Shows a message in the corner; it goes by itself. */
export function showToast({ title, message, seconds, kind }: ToastText): void {
  const list = findElement('toasts');
  for (const standing of list.querySelectorAll<HTMLElement>('[data-lasting]')) standing.remove();
  // The same words again need not stand there twice.
  for (const standing of list.children)
    if ((standing as HTMLElement).dataset['message'] === message) standing.remove();
  const close = element('button', { type: 'button', className: 'toast-close', title: 'Закрыть' }, '×');
  const toast = element('div', { className: kind === 'refusal' ? 'toast refusal' : 'toast' });
  if (title) toast.append(element('strong', {}, title));
  toast.append(element('p', {}, message), close);
  toast.dataset['message'] = message;
  // The grid keeps the keys.
  close.addEventListener('pointerdown', (event) => event.preventDefault());
  close.addEventListener('click', () => toast.remove());
  if (seconds < 0) toast.dataset['lasting'] = '';
  else setTimeout(() => toast.remove(), seconds * 1000);
  list.append(toast);
  while (list.children.length > MAX_SHOWN) list.firstElementChild?.remove();
}
