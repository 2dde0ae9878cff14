import { LifecycleService, LifecycleStages } from '@univerjs/core';
import { ILayoutService } from '@univerjs/ui';
import type { EditsAnswer } from '../wire/edits.ts';
import { NoConnectionError, RefusedError, type Api } from './api.ts';
import { askWhose } from './edits/conflict/ask-whose.ts';
import { askConflict } from './view/dialogs/ask-conflict.ts';
import { showCharts } from './view/charts.ts';
import { openChoices } from './view/choices.ts';
import { findElement } from './view/elements.ts';
import { guardEditing } from './edits/guard-editing.ts';
import { learnHabits } from './habits.ts';
import { openHeader, type Header } from './view/header.ts';
import { openPlace } from './view/place/links.ts';
import { createProbe } from './probe.ts';
import { createQueue, type EditQueue, type QueueOptions } from './edits/queue.ts';
import { openQueueStorage } from './edits/queue-storage.ts';
import { sendOrphans } from './edits/send-orphans.ts';
import { receive } from './settle/receive.ts';
import { tellSelection } from './edits/selection.ts';
import { openSession, type Session } from './session.ts';
import { PRINT_TITLE, printSheet } from './view/printing.ts';
import { MESSAGE_SECONDS, showToast } from './view/toasts.ts';
import { editFormulas } from './edits/russian-formulas.ts';
import { keepTypedText, sortByMeaning } from './edits/typing.ts';
import { showVerdict } from './view/verdict.ts';
import { paintHighlights } from './grid/paint-highlights.ts';
import { explainFunctions } from './grid/russian.ts';
import { openGrid, type Grid } from './grid/univer.ts';
import { toWorkbookData } from './grid/workbook-data.ts';

/** A server that does not answer keeps nobody from leaving. */
const LEAVE_MS = 5_000;

interface Self {
  readonly client: string;
  readonly user: string | undefined;
}

/** The whole page. What earlier windows could not send goes first, so that the grid opens with it. */
export async function openPage(api: Api, self: Self): Promise<void> {
  await sendOrphans(self, showOutcomes);
  // The script that makes the menus is the slowest to start, and nothing waits for it but they.
  const menus = api.readMenus();
  const [book, site] = await Promise.all([api.readBook(), api.readSite()]);
  const header = openHeader({
    title: book.title,
    ...site,
    user: self.user,
    own: [{ title: PRINT_TITLE, keys: 'Ctrl+P', run: () => printSheet(grid) }],
    onPress: (menu, item) => void press(() => api.press(menu, item), item),
    onPerson: (email) => location.assign(`?user=${encodeURIComponent(email)}`),
    onSignOut: () => void leave(api, queue),
  });
  const container = findElement('grid');
  container.replaceChildren();
  const choices = openChoices();
  const grid = openGrid(container, toWorkbookData(book));
  paintHighlights(grid);
  const queue = createQueue({
    ...answering(() => session, header),
    storage: openQueueStorage(self.client),
    send: (edits) => api.sendEdits({ client: self.client, edits: [...edits] }),
  });
  const session = openSession({
    grid,
    book,
    newKey: keyMaker(self.client),
    onEdit: (steps) => queue.add(steps),
    isWaiting: () => queue.length > 0,
  });
  keepTypedText(grid);
  editFormulas(grid);
  askWhose(grid, {
    ...session,
    ask: async (conflict) => {
      const isOwn = await askConflict(conflict);
      grid.injector.get(ILayoutService).focus();
      return isOwn;
    },
    onLost: (message) => showToast({ message, seconds: -1, kind: 'refusal' }),
  });
  sortByMeaning(grid, session.book);
  guardEditing(grid, {
    book: session.book,
    onRefused: (message) => showToast({ message, seconds: MESSAGE_SECONDS, kind: 'refusal' }),
    onStep: (step) => queue.add([step]),
  });
  choices.attach(grid);
  learnHabits(grid, session);
  const tellSelectionAgain = tellSelection(grid, api);
  const updateVerdict = showVerdict(grid, session.book);
  api.listen((event) =>
    receive(event, { api, grid, session, header, queue, updateVerdict, tellSelectionAgain }),
  );
  document.title = `${book.title} — ШНОР`;
  Object.assign(window, { shnor: createProbe(grid, session.book) });
  await whenShown(grid);
  showCharts(grid, session.book);
  grid.injector.get(ILayoutService).focus();
  await openPlace(grid);
  header.setMenus(await menus);
  document.body.dataset['ready'] = '';
  await explainFunctions(grid.injector);
}

/** What was typed goes in the name of whoever typed it: the next to come in may be another. */
async function leave(api: Api, queue: EditQueue): Promise<void> {
  await Promise.race([queue.drain(), new Promise((resolve) => setTimeout(resolve, LEAVE_MS))]);
  await press(() => api.signOut(), 'Выход');
}

/** Settles when the first picture of the grid stands and it takes keys. */
function whenShown({ injector }: Grid): Promise<void> {
  return injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
}

/** New rows of this window: no other window makes the same keys. */
function keyMaker(client: string): () => string {
  let count = 0;
  return () => `${client.slice(0, 12)}.${(count += 1)}`;
}

type Answering = Pick<QueueOptions, 'onAnswer' | 'onState' | 'onLost'>;

function answering(session: () => Session, header: Header): Answering {
  return {
    onState: (state, reason) => {
      header.setConnection(state, reason);
      document.body.dataset['state'] = state;
    },
    onAnswer(answer) {
      showOutcomes(answer);
      session().answered(answer);
    },
    onLost: (message) => showToast({ message, seconds: -1, kind: 'refusal' }),
  };
}

/** All that the server says to edits it was sent at once stands in one message. */
function showOutcomes({ outcomes }: EditsAnswer): void {
  const messages = new Set(outcomes.flatMap(({ message }) => (message === undefined ? [] : [message])));
  if (messages.size === 0) return;
  const isRefused = outcomes.some(({ status }) => status === 'refused');
  showToast({
    message: [...messages].join('\n'),
    seconds: MESSAGE_SECONDS,
    ...(isRefused && { kind: 'refusal' }),
  });
}

async function press(run: () => Promise<void>, title: string): Promise<void> {
  try {
    await run();
  } catch (error) {
    const message =
      error instanceof NoConnectionError
        ? 'Нет связи с программой: команда не выполнена. Проверьте, запущена ли она (npm start), и повторите.'
        : error instanceof RefusedError
          ? error.message
          : String(error);
    showToast({ title, message, seconds: MESSAGE_SECONDS, kind: 'refusal' });
  }
}
