import { randomUUID } from 'node:crypto';
import type { AlertButton } from '../../addon-host/alert-buttons.ts';
import type { Alert } from '../../addon-host/host-api.ts';
import type { PageDialog } from '../wire/events.ts';

export interface Answer {
  readonly button: AlertButton;
  readonly text: string;
}

/** The script's questions to one window; the script waits for the answers. */
export interface Questions {
  ask(kind: PageDialog['kind'], question: Alert): Promise<Answer>;
  answer(id: string, answer: Answer): void;
  closeAll(): void;
}

/** A question that nobody answers ends like a closed dialog, so that the script's run ends too. */
const ANSWER_MS = 10 * 60_000;
const CLOSED: Answer = { button: 'CLOSE', text: '' };

/** `show` answers false where no window is there to show the question. */
export function createQuestions(show: (dialog: PageDialog) => boolean): Questions {
  const open = new Map<string, (answer: Answer) => void>();
  return {
    ask(kind, { title, message, buttons }) {
      const dialog: PageDialog = { id: randomUUID(), kind, title, message, buttons };
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(CLOSED), ANSWER_MS);
        const settle = (answer: Answer): void => {
          clearTimeout(timer);
          open.delete(dialog.id);
          resolve(answer);
        };
        open.set(dialog.id, settle);
        if (!show(dialog)) settle(CLOSED);
      });
    },
    answer: (id, answer) => open.get(id)?.(answer),
    closeAll() {
      for (const settle of open.values()) settle(CLOSED);
    },
  };
}
