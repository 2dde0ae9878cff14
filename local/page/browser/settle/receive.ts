import { ILayoutService } from '@univerjs/ui';
import type { PageEvent } from '../../wire/events.ts';
import type { PageBook } from '../../wire/book.ts';
import { NoConnectionError, type Api } from '../api.ts';
import { askDialog } from '../view/dialogs/dialogs.ts';
import type { Header } from '../view/header.ts';
import { showPlace } from '../view/place/links.ts';
import { showPanel } from '../view/panels.ts';
import type { EditQueue } from '../edits/queue.ts';
import type { Session } from '../session.ts';
import { endProgress, showToast } from '../view/toasts.ts';
import type { Grid } from '../grid/univer.ts';

export interface Receiving {
  readonly api: Api;
  readonly grid: Grid;
  readonly session: Session;
  readonly header: Header;
  readonly queue: EditQueue;
  readonly updateVerdict: () => void;
  readonly tellSelectionAgain: () => void;
}

/** A command that has opened a panel has answered with it: what it says at its end tells nothing more. */
let isAnswered = false;

/** Shows what the server tells; undefined: the connection is lost. */
export function receive(event: PageEvent | undefined, receiving: Receiving): void {
  const { api, grid, session, header, updateVerdict } = receiving;
  switch (event?.kind) {
    case undefined:
      return header.setConnection('offline');
    case 'hello':
      isAnswered = false;
      return void greet(event.sequence, receiving);
    case 'patch':
      header.setTitle(event.patch.title);
      session.patch(event.patch);
      return updateVerdict();
    case 'toast':
      if (isAnswered) return;
      return showToast({ title: event.title, message: event.message, seconds: event.seconds });
    case 'dialog':
      void askDialog(event.dialog).then(({ button, text }) => {
        grid.injector.get(ILayoutService).focus();
        return api.answerDialog(event.dialog.id, button, text);
      });
      return;
    case 'panel':
      isAnswered = true;
      endProgress();
      return showPanel(event, api);
    case 'activate':
      void showPlace(grid, String(event.sheetId), event.range);
      return;
    case 'busy':
      isAnswered = false;
      return header.setBusy(event.isBusy);
    case 'checking':
      return header.setChecking(event.isChecking);
  }
}

/** The program may be another one than before: what this window shows and has told it may be news to it. */
async function greet(
  sequence: number,
  { api, session, header, queue, updateVerdict, tellSelectionAgain }: Receiving,
): Promise<void> {
  header.setConnection(queue.length > 0 ? 'saving' : 'saved');
  if (sequence === session.book().sequence) return;
  tellSelectionAgain();
  const book = await readAgain(api, () => sequence === session.book().sequence);
  if (!book) return;
  header.setTitle(book.title);
  session.replace(book);
  updateVerdict();
}

const AGAIN_MS = 1_000;

/** A window that has not heard what changed must not stay behind: it asks until it is answered, or has caught up. */
async function readAgain(api: Api, hasCaughtUp: () => boolean): Promise<PageBook | undefined> {
  while (!hasCaughtUp()) {
    try {
      return await api.readBook();
    } catch (error) {
      if (!(error instanceof NoConnectionError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return undefined;
}
