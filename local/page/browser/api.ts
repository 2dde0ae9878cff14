import type { AlertButton } from '../../addon-host/alert-buttons.ts';
import type { PageBook } from '../wire/book.ts';
import type { EditsAnswer, EditsRequest } from '../wire/edits.ts';
import { decodeStyled } from '../wire/encode-book.ts';
import type { PageEvent, PageMenu, PageSite } from '../wire/events.ts';

/** The server did not answer, or asked to come again. */
export class NoConnectionError extends Error {
  override readonly name = 'NoConnectionError';
  /** What the server says stands in the way, Russian; undefined where it did not answer. */
  readonly reason: string | undefined;

  constructor(message: string, { reason, ...options }: ErrorOptions & { readonly reason?: string } = {}) {
    super(message, options);
    this.reason = reason;
  }
}

/** The server answered that it will not; the message is Russian. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Calls of the page's server by one window in the name of one person. */
export interface Api {
  readBook(): Promise<PageBook>;
  readSite(): Promise<PageSite>;
  readMenus(): Promise<readonly PageMenu[]>;
  sendEdits(request: EditsRequest): Promise<EditsAnswer>;
  press(menu: string, item: string): Promise<void>;
  answerDialog(id: string, button: AlertButton, text?: string): Promise<void>;
  select(sheetId: number, range: string): Promise<void>;
  signOut(): Promise<void>;
  run(functionName: string, args: readonly unknown[]): Promise<{ result?: unknown; failure?: string }>;
  /** Calls back with each event, and with undefined when the connection is lost; the browser reconnects. */
  listen(onEvent: (event: PageEvent | undefined) => void): void;
}

const TIMEOUT_MS = 30_000;
const SERVER_ERROR = 500;
const UNAUTHENTICATED = 401;
const REOPEN_MS = 250;

export function openApi(client: string, user: string | undefined): Api {
  const query = new URLSearchParams({ client, ...(user && { user }) });
  const address = (path: string) => `/api/${path}?${query}`;
  const get = async (path: string) => (await send(address(path), {})).text();
  const post = async (path: string, body: object, timeoutMs?: number): Promise<unknown> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    return (await send(address(path), init, timeoutMs)).json();
  };
  return {
    // The page has asked for it already, under this very address.
    readBook: async () => decodeStyled(await (await send('/api/book', {})).text()) as PageBook,
    readSite: async () => JSON.parse(await get('site')) as PageSite,
    readMenus: async () => (JSON.parse(await get('menus')) as { menus: PageMenu[] }).menus,
    sendEdits: async (request) => (await post('edits', request)) as EditsAnswer,
    press: async (menu, item) => void (await post('menu', { menu, item }, 0)),
    answerDialog: async (id, button, text) =>
      void (await post('dialog', { id, button, ...(text !== undefined && { text }) })),
    select: async (sheetId, range) => void (await post('selection', { sheetId, range })),
    async signOut() {
      const headers = { 'content-type': 'application/json' };
      await send('/account/sign-out', { method: 'POST', headers, body: '{}' });
      location.assign('/account/sign-in');
    },
    run: async (functionName, args) => (await post('run', { functionName, args }, 0)) as { result?: unknown },
    listen(onEvent) {
      const source = new EventSource(address('events'));
      source.addEventListener('message', ({ data }: MessageEvent) => onEvent(parseEvent(String(data))));
      source.addEventListener('error', () => {
        onEvent(undefined);
        // A closed source does not come back by itself: the server answered with an error.
        if (source.readyState !== EventSource.CLOSED) return;
        // Nobody tells a source why: any other call learns that the session is over.
        void get('site').catch(() => undefined);
        setTimeout(() => this.listen(onEvent), REOPEN_MS);
      });
    },
  };
}

/** What was typed waits in this browser, and goes when somebody has come in again. */
function goToSignIn(reason: string | undefined): never {
  location.assign(`/account/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  throw new NoConnectionError('signed out', { ...(reason && { reason }) });
}

const PATCH = '{"kind":"patch","patch":';

function parseEvent(text: string): PageEvent {
  if (!text.startsWith(PATCH)) return JSON.parse(text) as PageEvent;
  const patch = decodeStyled(text.slice(PATCH.length, -1));
  return { kind: 'patch', patch } as PageEvent;
}

/** `timeoutMs` 0: as long as it takes. Throws `NoConnectionError`, `RefusedError`. */
async function send(url: string, init: RequestInit, timeoutMs = TIMEOUT_MS): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      ...(timeoutMs > 0 && { signal: AbortSignal.timeout(timeoutMs) }),
    });
  } catch (cause) {
    throw new NoConnectionError('no answer', { cause });
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as { error?: { message?: string } };
  const message = body.error?.message;
  if (response.status === UNAUTHENTICATED) return goToSignIn(message);
  // An answer that is not the page's own comes from a program that is only starting, or from another one.
  if (response.status >= SERVER_ERROR || message === undefined)
    throw new NoConnectionError(`status ${response.status}`, { ...(message && { reason: message }) });
  throw new RefusedError(message);
}
