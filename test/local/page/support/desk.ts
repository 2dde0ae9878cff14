import type { BrowserContext } from 'playwright-core';
import { readBook } from './read-book.ts';
import { openWindow, waitFor, type Window } from './window.ts';

/**
 * One window for many programs that come one after the other at one address. It shows each what it has, as a window
 * does that was left open over a restart; opening one anew costs more than all that is played in it.
 */
export interface Desk {
  /** The window, over the program of this address as a newcomer finds it. */
  at(url: string): Promise<Window>;
  /** In what state the window is nobody knows: the next one is a new one. */
  clear(): Promise<void>;
}

export function openDesk(context: BrowserContext): Desk {
  let standing: { readonly url: string; readonly window: Window } | undefined;
  const clear = async (): Promise<void> => {
    const left = standing;
    standing = undefined;
    await left?.window.close();
  };
  return {
    clear,
    async at(url) {
      if (standing?.url !== url) {
        await clear();
        standing = { url, window: await openWindow(context, url) };
      } else await startAfresh(standing.window, url);
      return standing.window;
    },
  };
}

/** Other than the first tab: a tab that is opened shows all that came while nobody looked at it. */
const OTHER_TAB = 'Контроль';

async function startAfresh(window: Window, url: string): Promise<void> {
  await catchUp(window, url);
  await window.putAway();
  const [first = ''] = await window.tabs();
  await window.select(OTHER_TAB, 'A1');
  await window.select(first, 'A1');
}

/** Waits until the window shows what the program has that came up under it. */
export async function catchUp(window: Window, url: string): Promise<void> {
  const { sequence } = await readBook(url);
  await waitFor(
    () => window.sequence(),
    (shown) => shown >= sequence,
    'the window shows what the new program has',
  );
}
