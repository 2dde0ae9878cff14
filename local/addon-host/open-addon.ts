import { readFile } from 'node:fs/promises';
import { createDocumentLocks } from './document-locks.ts';
import type { AddonMenu, ChangeType, LogLine } from './host-api.ts';
import type { AddonOptions, Seen, Shown } from './addon-options.ts';
import { createRuns } from './runs.ts';
import { createScriptStorage } from './script-storage.ts';

/**
 * THE ADD-ON IN A SPREADSHEET THAT SOMEBODY HAS OPEN: the interface for the page and for tests.
 *
 * One `AddonSession` is one user with one open window. Make `createDocumentLocks()` and `createScriptStorage()` once
 * a spreadsheet and give both to all of its sessions: locks, caches, properties and installed triggers are the
 * spreadsheet's, not the window's.
 *
 * What the script shows arrives in `onShown` as it is shown:
 * - `toast`, `activated_sheet`: show, go to the tab.
 * - `alert`, `prompt`: told, and then `answerAlert` / `answerPrompt` is asked; the script waits for the answer.
 * - `sidebar`, `dialog`: `html` is a whole document, with a stand-in of `google.script.run` and `google.script.host`
 *   in it. A new sidebar takes the place of the one before. Show it in
 *   `<iframe sandbox="allow-scripts allow-forms allow-downloads">`, from an address of the page's own that answers with the header
 *   `Content-Security-Policy` of `PANEL_POLICY` (panel-frame.ts): a frame by `srcdoc`, `blob:` or `data:` inherits
 *   the page's policy, which forbids the script in it. The frame sends to `window.parent` (check `event.source`)
 *     `{ type: 'shnor:run', id, functionName, args }`, to be answered by `frame.postMessage(answer, '*')` with
 *        `{ type: 'shnor:result', id, value }` or `{ type: 'shnor:result', id, failure: 'text' }`
 *        after `session.runFromSidebar(functionName, args)` has ended;
 *     `{ type: 'shnor:close' }`: close the sidebar or dialog.
 *
 * After each edit of a person call `fireEdit()`, after a change of the structure (rows, columns, tabs, sort)
 * `fireChange(type)`. Do not wait for them before answering the browser: a burst is one run and one more after it,
 * and both end when the functions have seen the edit. Edits of the functions (over the API) fire nothing.
 * Installed triggers are kept in `storage`; «ШНОР → Автообновление…» installs them.
 */
export interface AddonSession {
  readonly menus: readonly AddonMenu[];
  /** Oldest first. */
  readonly shown: readonly Shown[];
  readonly log: readonly LogLine[];
  /**
   * Ends when the item's function has ended. Throws `NoSuchMenuItemError`, and `ScriptFailedError` where the
   * function threw.
   */
  press(menuTitle: string, itemTitle: string): Promise<void>;
  /**
   * `google.script.run.FUNCTION(...args)` of a sidebar or dialog: answers what the function returned, as JSON.
   * Throws `ScriptFailedError` where it threw or is not there.
   */
  runFromSidebar(functionName: string, args: readonly unknown[]): Promise<unknown>;
  /**
   * The simple trigger `onEdit` as this user, and the installed edit triggers as those who installed them. Calls
   * while one runs share one further run. Throws `ScriptFailedError` where a trigger threw.
   */
  fireEdit(): Promise<void>;
  /** The installed change triggers; otherwise as `fireEdit`, one after another for each type. */
  fireChange(type: ChangeType): Promise<void>;
  /** Ends what still runs, but lets triggers end that have begun; waits for that end. */
  close(): Promise<void>;
}

class NoSuchMenuItemError extends Error {
  override readonly name = 'NoSuchMenuItemError';

  constructor(menuTitle: string, itemTitle: string) {
    super(`the add-on has no menu item «${menuTitle}» → «${itemTitle}»`);
  }
}

/** Opens the spreadsheet: runs the script's `onOpen`, which builds the menus. Throws `ScriptFailedError`. */
export async function openAddon(options: AddonOptions): Promise<AddonSession> {
  const code = await readFile(options.codePath, 'utf8');
  const seen: Seen = { menus: [], shown: [], log: [] };
  const runs = createRuns({
    ...options,
    code,
    seen,
    locks: options.locks ?? createDocumentLocks(),
    storage: options.storage ?? createScriptStorage(),
  });
  await runs.asUser({ functionName: 'onOpen', isAuthorised: false });
  return {
    ...seen,
    press: async (menuTitle, itemTitle) => {
      await runs.asUser({ functionName: findFunction(seen.menus, menuTitle, itemTitle), isAuthorised: true });
    },
    runFromSidebar: (functionName, args) => runs.asUser({ functionName, args, isAuthorised: true }),
    fireEdit: () => runs.fireEdit(),
    fireChange: (type) => runs.fireChange(type),
    close: () => runs.close(),
  };
}

function findFunction(menus: readonly AddonMenu[], menuTitle: string, itemTitle: string): string {
  const items = menus.filter(({ title }) => title === menuTitle).flatMap((menu) => menu.items);
  const found = items.find((item) => item.kind === 'item' && item.title === itemTitle);
  if (found?.kind !== 'item') throw new NoSuchMenuItemError(menuTitle, itemTitle);
  return found.functionName;
}
