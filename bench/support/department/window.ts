import { NoConnectionError } from '../../../local/page/browser/api.ts';
import { createQueue, type EditQueue } from '../../../local/page/browser/edits/queue.ts';
import { patchBook } from '../../../local/page/browser/grid/mirror.ts';
import type { PageBook } from '../../../local/page/wire/book.ts';
import type { Edit, EditsAnswer } from '../../../local/page/wire/edits.ts';
import { decodeStyled } from '../../../local/page/wire/encode-book.ts';
import type { PageEvent } from '../../../local/page/wire/events.ts';

/** A window of the page without its grid: the page's own protocol, its own queue, its own copy of the book. */
export interface Window {
  readonly queue: EditQueue;
  book(): PageBook;
  /** Messages of the server that an edit was refused or will never be taken. */
  readonly refusals: readonly string[];
  /** Milliseconds until it is so in this window's copy; NaN where it was not within the time. */
  until(isSo: (book: PageBook) => boolean, patienceMs: number): Promise<number>;
  post(path: string, body: object): Promise<unknown>;
  close(): void;
}

const REOPEN_MS = 250;
const SERVER_ERROR = 500;
const LOOK_MS = 5;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function openWindow(url: string, client: string): Promise<Window> {
  const { origin } = new URL(url);
  const ended = new AbortController();
  const refusals: string[] = [];
  const send = async (path: string, body?: object): Promise<Response> => {
    const headers = { origin, 'content-type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
    const answer = await fetch(`${origin}/api/${path}?client=${client}`, init).catch((cause: unknown) => {
      throw new NoConnectionError('no answer', { cause });
    });
    if (answer.ok) return answer;
    const text = await answer.text();
    // As in the page: what the page itself has not said comes from a program that is only starting.
    if (answer.status >= SERVER_ERROR || !text.startsWith('{"error"')) throw new NoConnectionError(text);
    throw new Error(`${answer.status} ${text}`);
  };
  const readBook = async () => decodeStyled(await (await send('book')).text()) as PageBook;
  let book = await readBook();
  let waiting: readonly Edit[] = [];
  const queue = createQueue({
    storage: { load: () => waiting, save: (edits) => void (waiting = edits) },
    send: async (edits) => (await (await send('edits', { client, edits })).json()) as EditsAnswer,
    onAnswer: ({ outcomes }) =>
      void refusals.push(...outcomes.flatMap((each) => (each.status === 'refused' ? [each.message] : []))),
    onState: () => undefined,
    onLost: (message) => void refusals.push(message),
  });
  const receive = async (event: PageEvent): Promise<void> => {
    if (event.kind === 'hello' && event.sequence !== book.sequence) book = await readBook();
    if (event.kind === 'patch') book = patchBook(book, event.patch);
    if (event.kind === 'dialog') {
      const button = event.dialog.buttons.startsWith('YES') ? 'YES' : 'OK';
      await send('dialog', { id: event.dialog.id, button });
    }
  };
  void listen(`${origin}/api/events?client=${client}`, ended.signal, receive);
  return {
    queue,
    refusals,
    book: () => book,
    async until(isSo, patienceMs) {
      const start = performance.now();
      while (!isSo(book)) {
        if (performance.now() - start > patienceMs) return Number.NaN;
        await sleep(LOOK_MS);
      }
      return performance.now() - start;
    },
    post: async (path, body) => (await send(path, body)).json(),
    close: () => ended.abort(),
  };
}

/** Server-sent events, opened again whenever the server is gone, until the signal. */
async function listen(
  url: string,
  signal: AbortSignal,
  receive: (event: PageEvent) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { body } = await fetch(url, { signal });
      if (body) for await (const event of eventsOf(body)) await receive(event);
    } catch {
      // The server is not there, or is starting: a browser comes again too.
    }
    await sleep(REOPEN_MS);
  }
}

const PATCH = '{"kind":"patch","patch":';

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<PageEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of body) {
    const blocks = (rest + decoder.decode(part, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (!block.startsWith('data: ')) continue;
      const text = block.slice('data: '.length);
      yield text.startsWith(PATCH)
        ? ({ kind: 'patch', patch: decodeStyled(text.slice(PATCH.length, -1)) } as PageEvent)
        : (JSON.parse(text) as PageEvent);
    }
  }
}
